using System.Numerics.Tensors;

namespace GraphGen;

/// <summary>The mean of each column, and how its values vary around it.</summary>
/// <param name="Means">Σx / n.</param>
/// <param name="Variations">Σ(x - mean)².</param>
internal readonly record struct ColumnMoments(double[] Means, double[] Variations)
{
    /// <summary>
    /// Those of rows, in double precision and two passes: divided at the end, so that a constant column has exactly its value as its mean, and no
    /// variation.
    /// </summary>
    public static ColumnMoments Of(RowWindow rows)
    {
        double[] row = new double[rows.Width];
        double[] means = new double[rows.Width];
        double[] variations = new double[rows.Width];
        for (int i = 0; i < rows.Count; i++)
        {
            rows.Read(i, row);
            TensorPrimitives.Add(means, row, means);
        }

        TensorPrimitives.Divide(means, rows.Count, means);
        for (int i = 0; i < rows.Count; i++)
        {
            rows.Read(i, row);
            TensorPrimitives.Subtract(row, means, row);
            TensorPrimitives.MultiplyAdd(row, row, variations, variations);
        }

        return new(means, variations);
    }
}
