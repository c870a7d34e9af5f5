namespace GraphGen.Generator.Planning;

/// <summary>
/// From how many rows on a step is worth sharing among threads. The figures are those of a typical core; the answer only has
/// to be right within a factor of two, because near the threshold it matters little.
/// </summary>
internal static class SharingThreshold
{
    /// <summary>Multiplications and additions of products in a nanosecond.</summary>
    private const double FlopsPerNanosecond = 120;

    /// <summary>The optimizer's step on one parameter.</summary>
    private const double NanosecondsPerParameter = 0.2;

    /// <summary>One wait of all threads for one another, with what it costs that one of them comes late.</summary>
    private const double NanosecondsPerSync = 400;

    /// <summary>Handing the work to threads that are awake, and waiting for the last.</summary>
    private const double NanosecondsToFork = 800;

    /// <param name="flopsPerRow">Operations of the products of a step for each row.</param>
    /// <param name="parameters">Trained parameters.</param>
    /// <param name="syncs">How often the threads wait for one another in a step.</param>
    /// <returns>The smallest batch for which two threads save twice what they cost.</returns>
    public static int Rows(long flopsPerRow, long parameters, int syncs)
    {
        double cost = NanosecondsToFork + (syncs * NanosecondsPerSync);
        double alone = parameters * NanosecondsPerParameter;
        double perRow = flopsPerRow / FlopsPerNanosecond;

        // Half of the time is saved: (alone + rows * perRow) / 2 >= 2 * cost.
        return (int)Math.Max(1, Math.Ceiling(((4 * cost) - alone) / perRow));
    }
}
