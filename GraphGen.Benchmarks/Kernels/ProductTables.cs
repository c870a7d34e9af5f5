using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>The results of the products as tables: a line for each shape and batch, a column for each product.</summary>
/// <param name="results">The products' measurements, those of one shape and batch behind one another.</param>
internal sealed class ProductTables(IReadOnlyList<(ProductWorkload Product, Measurement Measurement)> results)
{
    /// <summary>Median share of the peak, and in brackets the best.</summary>
    public Table Shares => Tabulate(measurement => $"{Percentage(measurement.MedianRatio)} ({Percentage(measurement.BestRatio)})");

    /// <summary>Median and best speed.</summary>
    public Table Speeds => Tabulate(measurement =>
        $"{Figures.Fixed(measurement.MedianGigaflops, 0)} ({Figures.Fixed(measurement.BestGigaflops, 0)})");

    /// <summary>The products, updates and narrow shapes apart, whose median share is below <paramref name="target"/>.</summary>
    public IEnumerable<string> Misses(double target, int smallestBatch) =>
        from result in results
        let product = result.Product
        where !product.IsUpdate && !product.Shape.IsNarrow && product.Rows >= smallestBatch && result.Measurement.MedianRatio < target
        let share = Figures.Percent(result.Measurement.MedianRatio)
        select $"{product.Shape} {product.Workload.Name} at batch {Figures.Whole(product.Rows)} ({share})";

    private static string Percentage(double share) => Figures.Fixed(100 * share, 1);

    private Table Tabulate(Func<Measurement, string> cell)
    {
        var lines = results.GroupBy(result => (result.Product.Shape, result.Product.Rows)).ToList();
        var table = new Table(["shape", "batch", .. lines[0].Select(result => result.Product.Workload.Name)]);
        foreach (var line in lines)
        {
            table.Add([line.Key.Shape.ToString(), Figures.Whole(line.Key.Rows), .. line.Select(result => cell(result.Measurement))]);
        }

        return table;
    }
}
