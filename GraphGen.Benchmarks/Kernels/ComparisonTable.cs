using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>Our products beside the libraries' as a table and in a sentence for each library.</summary>
/// <param name="products">At least one, all compared with the same libraries, of which there is at least one.</param>
internal sealed class ComparisonTable(IReadOnlyList<ProductComparison> products)
{
    /// <summary>A line for each product, three columns for each library.</summary>
    public Table Table
    {
        get
        {
            var table = new Table([
                "shape", "batch", "product", "ours us",
                .. products[0].Libraries.SelectMany(library => new[] { $"{library.Library.Name} us", "ratio", "form" })]);
            foreach (var (product, libraries) in products)
            {
                table.Add([
                    product.Shape.ToString(),
                    Figures.Whole(product.Rows),
                    product.Workload.Name,
                    Figures.Microseconds(libraries[0].Comparison.OurMedianSeconds),
                    .. libraries.SelectMany(Cells)]);
            }

            return table;
        }
    }

    /// <summary>How often we are how much faster than each library, and where least.</summary>
    /// <param name="target">The ratio that counts as reached.</param>
    public IEnumerable<string> Verdicts(double target) =>
        from index in Enumerable.Range(0, products[0].Libraries.Count)
        let ratios = products.Select(product => (product.Product, Ratio: product.Libraries[index].Comparison.Ratio(0.5))).ToList()
        let least = ratios.MinBy(ratio => ratio.Ratio)
        let mean = Math.Exp(ratios.Average(ratio => Math.Log(ratio.Ratio)))
        select $"{products[0].Libraries[index].Library.Name} took longer in {Figures.Whole(ratios.Count(ratio => ratio.Ratio > 1))} of "
            + $"{Figures.Whole(ratios.Count)} products, {Figures.Fixed(target, 1)} times as long or more in "
            + $"{Figures.Whole(ratios.Count(ratio => ratio.Ratio >= target))}; {Figures.Fixed(mean, 2)} times in the geometric mean, "
            + $"{Figures.Fixed(least.Ratio, 2)} times in the least ({least.Product.Shape} {least.Product.Workload.Name} "
            + $"at batch {Figures.Whole(least.Product.Rows)}).";

    private static string[] Cells(LibraryComparison library)
    {
        var comparison = library.Comparison;
        string range = $"{Figures.Fixed(comparison.Ratio(0.1), 2)} to {Figures.Fixed(comparison.Ratio(0.9), 2)}";
        return
        [
            Figures.Microseconds(comparison.PeerMedianSeconds),
            $"{Figures.Fixed(comparison.Ratio(0.5), 2)} ({range})",
            library.Form,
        ];
    }
}
