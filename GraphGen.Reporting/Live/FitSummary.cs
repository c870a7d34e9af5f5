using static System.FormattableString;

namespace GraphGen.Reporting.Live;

/// <summary>What a fit is and how it ended, in words.</summary>
internal static class FitSummary
{
    /// <summary>The network, and what is special about the fit.</summary>
    public static string Heading(TrainingRun run)
    {
        NetworkInfo info = run.Network.Info;
        string text = Invariant($"{info.Name}: {info.InputSize} -> {info.OutputSize}, {info.ParameterCount:N0} parameters, {run.Train.Count:N0} rows");
        return text + (run.IsDryRun ? ", dry run" : "") + (run.IsResumed ? Invariant($", resumed in epoch {run.Epoch}") : "");
    }

    /// <summary>
    /// A table of the figures of the last epoch and the best one, if that is another; then how the fit ended, how long it took, and how fast it was.
    /// </summary>
    public static IEnumerable<string> Lines(TrainingRun run)
    {
        int done = 0;
        if (run.History.Epochs is [.., EpochRecord last])
        {
            done = last.Epoch;
            EpochRecord best = StarredEpoch.Of(run.History)!;
            foreach (string line in Table(best == last ? [("last and best", last)] : [("last", last), ("best", best)]))
            {
                yield return line;
            }
        }

        yield return run.Ending.ToString().ToLowerInvariant() + (run.EndingReason is { } reason ? $": {reason}" : "");
        yield return Invariant($"{done} of {(run.IsDryRun ? done : run.Options.Epochs)} epochs in {TerminalText.Duration(run.Elapsed)}{Speed(run.History)}");
    }

    /// <summary>Training rows per second over all epochs.</summary>
    private static string Speed(History history)
    {
        double seconds = history.Epochs.Sum(epoch => epoch.Seconds);
        return seconds > 0 ? ", " + TerminalText.Throughput(history.Epochs.Sum(epoch => epoch.SamplesPerSecond * epoch.Seconds) / seconds) : "";
    }

    private static IEnumerable<string> Table((string Heading, EpochRecord Epoch)[] columns)
    {
        IReadOnlyList<EpochFigure> figures = EpochFigure.Of(columns[0].Epoch);
        string[][] rows =
        [
            ["", .. columns.Select(column => column.Heading)],
            ["epoch", .. columns.Select(column => Invariant($"{column.Epoch.Epoch}"))],
            .. figures.Select(figure => (string[])[figure.FullName, .. columns.Select(column => figure.Text(column.Epoch))]),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row =>
            row[0].PadRight(widths[0]) + string.Concat(row.Zip(widths).Skip(1).Select(cell => "  " + cell.First.PadLeft(cell.Second))));
    }
}
