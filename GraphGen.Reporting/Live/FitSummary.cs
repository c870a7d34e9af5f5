using static System.FormattableString;

namespace GraphGen.Reporting.Live;

/// <summary>What a fit is and how it ended, in words. Made when the fit begins, so that it knows what an earlier run has left to a resumed one.</summary>
internal sealed class FitSummary(TrainingRun run)
{
    private readonly int _earlierEpochs = run.History.Epochs.Count;
    private readonly double _earlierRows = run.Rows;
    private readonly double _earlierSeconds = run.Seconds;

    /// <summary>The network, and what is special about the fit.</summary>
    public string Heading { get; } = Describe(run);

    /// <summary>
    /// A table of the figures of the last epoch and the best one, if that is another; then how the fit ended, how long it took, and how fast it was.
    /// </summary>
    public IEnumerable<string> Lines()
    {
        int done = 0;
        if (run.History.Epochs is [.., EpochRecord last])
        {
            done = last.Epoch;
            EpochRecord best = BestEpoch.Of(run.History)!;
            foreach (string line in Table(best == last ? [("last and best", last)] : [("last", last), ("best", best)]))
            {
                yield return line;
            }
        }

        yield return run.Ending.ToString().ToLowerInvariant() + (run.EndingReason is { } reason ? $": {reason}" : "");
        yield return Invariant($"{done} of {(run.IsDryRun ? done : run.Options.Epochs)} epochs in {DurationText.Of(run.Elapsed)}{Speed()}");
    }

    private static string Describe(TrainingRun run)
    {
        NetworkInfo info = run.Network.Info;
        string text = Invariant($"{info.Name}: {info.InputSize} -> {info.OutputSize}, {info.ParameterCount:N0} parameters, {run.Train.Count:N0} rows");
        string resumed = run.Epoch > run.Epochs ? ", resumed at its end" : Invariant($", resumed in epoch {run.Epoch}");
        return text + (run.IsDryRun ? ", dry run" : "") + (run.IsResumed ? resumed : "");
    }

    /// <summary>Training rows per second over the epochs that this run has ended, without what an earlier one did of them.</summary>
    private string Speed()
    {
        EpochRecord[] epochs = [.. run.History.Epochs.Skip(_earlierEpochs)];
        double seconds = epochs.Sum(epoch => epoch.Seconds) - _earlierSeconds;
        double rows = epochs.Sum(epoch => epoch.SamplesPerSecond * epoch.Seconds) - _earlierRows;
        return seconds > 0 ? ", " + TerminalText.Throughput(rows / seconds) : "";
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
