namespace GraphGen.Tests.Training.Callbacks;

/// <summary>Callbacks that do one thing at one moment, which is written as <see cref="NotingCallback"/> notes it.</summary>
internal static class When
{
    /// <summary>Does something at a moment such as <c>batch end 2.3</c>.</summary>
    public static NotingCallback Told(string moment, Action<TrainingRun> does) => new()
    {
        Does = (call, run) =>
        {
            if (call == moment)
            {
                does(run);
            }
        },
    };

    /// <summary>Asks for a checkpoint at every moment at which one can be written, each in a file of its own.</summary>
    /// <param name="path">The file of a moment.</param>
    public static NotingCallback AlwaysSaves(Func<string, string> path) => new()
    {
        Does = (call, run) =>
        {
            if (!call.StartsWith("batch begin", StringComparison.Ordinal) && !call.StartsWith("fit end", StringComparison.Ordinal))
            {
                run.Save(path(call));
            }
        },
    };
}
