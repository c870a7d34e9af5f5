namespace GraphGen;

/// <summary>The kinds of <see cref="MissingValues"/>.</summary>
internal enum MissingTreatment
{
    Refuse,
    DropRow,
    Mean,
    Median,
    MostFrequent,
    Constant,
}
