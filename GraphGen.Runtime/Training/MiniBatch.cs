namespace GraphGen.Execution;

/// <summary>Rows to make one step with.</summary>
internal readonly ref struct MiniBatch(Dataset data, ReadOnlySpan<int> rows)
{
    /// <summary>The data set that holds them.</summary>
    public Dataset Data { get; } = data;

    /// <summary>Which of its rows they are.</summary>
    public ReadOnlySpan<int> Rows { get; } = rows;
}
