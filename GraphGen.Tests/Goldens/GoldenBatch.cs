namespace GraphGen.Tests.Goldens;

/// <summary>Some rows of a golden. What its loss does not take is empty.</summary>
internal readonly ref struct GoldenBatch
{
    /// <summary>Takes <paramref name="rows"/> rows from <paramref name="firstRow"/> on.</summary>
    public GoldenBatch(GoldenFile golden, int firstRow, int rows)
    {
        Inputs = Rows(golden.Inputs);
        Labels = Rows(golden.Labels);
        Targets = Rows(golden.Targets);
        Weights = Rows(golden.Weights);

        ReadOnlySpan<T> Rows<T>(T[]? values)
        {
            int width = (values?.Length ?? 0) / golden.Rows;
            return values.AsSpan(firstRow * width, rows * width);
        }
    }

    public ReadOnlySpan<float> Inputs { get; }

    public ReadOnlySpan<int> Labels { get; }

    public ReadOnlySpan<float> Targets { get; }

    public ReadOnlySpan<float> Weights { get; }
}
