namespace GraphGen.Benchmarks.Kernels;

/// <summary>The three products of a dense layer in double precision, row-major, as plainly as can be.</summary>
internal static class NaiveProducts
{
    /// <summary><c>left · right</c> of <c>[rows, inner]</c> and <c>[inner, columns]</c>, and Σ|terms|.</summary>
    public static (double[] Product, double[] Magnitude) Multiply(float[] left, float[] right, int rows, int inner, int columns)
    {
        double[] product = new double[rows * columns], magnitude = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int step = 0; step < inner; step++)
            {
                double number = left[(row * inner) + step];
                for (int column = 0; column < columns; column++)
                {
                    double term = number * right[(step * columns) + column];
                    product[(row * columns) + column] += term;
                    magnitude[(row * columns) + column] += Math.Abs(term);
                }
            }
        }

        return (product, magnitude);
    }

    /// <summary>The transpose of a matrix <c>[rows, columns]</c>.</summary>
    public static float[] Transpose(float[] matrix, int rows, int columns)
    {
        float[] transposed = new float[matrix.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = matrix[(row * columns) + column];
            }
        }

        return transposed;
    }
}
