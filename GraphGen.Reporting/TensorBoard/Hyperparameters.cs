using System.Text;
using static System.FormattableString;

namespace GraphGen.Reporting.TensorBoard;

/// <summary>What a fit was told and what network it trains, as Markdown.</summary>
internal static class Hyperparameters
{
    /// <summary>Writes it.</summary>
    public static string Markdown(TrainingRun run)
    {
        FitOptions options = run.Options;
        NetworkInfo info = run.Network.Info;
        var text = new StringBuilder("| setting | value |\n| --- | --- |\n");
        Row("network", info.Name);
        Row("optimizer", info.Optimizer);
        Row("loss", info.Loss.ToString());
        Row("training rows", Invariant($"{run.Train.Count:N0}"));
        Row("validation rows", Invariant($"{run.Validation?.Count ?? 0:N0}"));
        Row("epochs", Invariant($"{options.Epochs}"));
        Row("batch size", Invariant($"{options.BatchSize}"));
        Row("learning rate", options.ScheduleFor(info).ToString());
        Row("seed", Invariant($"{options.Seed}"));
        foreach (string choice in info.Training.Concat(info.Choices))
        {
            Row("declared", choice);
        }

        return text.Append("\n```\n").Append(info.Summary()).Append("```\n").ToString();

        void Row(string name, string value) => text.Append("| ").Append(name).Append(" | ").Append(value.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
    }
}
