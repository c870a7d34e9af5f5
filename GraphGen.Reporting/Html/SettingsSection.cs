using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>What the fit was told, the data it had, and the machine it ran on: what is needed to do it again.</summary>
internal static class SettingsSection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        html.Write($"<section id='settings' aria-labelledby='settings-name'><h2 id='settings-name'>Settings</h2><div class='trio'>");
        html.Write($"<div>");
        FactList.Write(html, "Fit", Fit(view.Run));
        html.Write($"</div><div>");
        FactList.Write(html, "Data", Data(view.Run));
        html.Write($"</div><div>");
        FactList.Write(html, "Machine", Machine(view.Run));
        html.Write($"</div></div></section>");
    }

    /// <summary>How the learning rate goes, in words.</summary>
    public static string Schedule(TrainingRun run)
    {
        NetworkInfo info = run.Network.Info;
        bool isProposed = run.Options.Schedule is null && info.Schedule != ProposedSchedule.Constant;
        return $"{run.Options.ScheduleFor(info)}{(isProposed ? ", as the network's preset proposes" : "")}";
    }

    private static IEnumerable<Fact> Fit(TrainingRun run)
    {
        FitOptions options = run.Options;
        yield return new Fact("Epochs", Figures.Count(options.Epochs));
        yield return new Fact("Batch size", Figures.Count(options.BatchSize));
        yield return new Fact("Learning rate", Schedule(run));
        yield return new Fact("Optimizer", run.Network.Info.Optimizer);
        yield return new Fact("Loss", run.Network.Info.Loss.ToString());
        yield return new Fact("Seed", Invariant($"{options.Seed} for the order of rows, {run.Network.Memory.Seed} in the network"));
        if (options.ClassWeights is { } weights)
        {
            yield return new Fact("Class weights", string.Join(", ", weights.Select(weight => Figures.Number(weight))));
        }

        if (options.Augmentation is { } augmentation)
        {
            yield return new Fact("Augmentation", augmentation.ToString()!);
        }

        if (options.Metrics.Count > 0)
        {
            yield return new Fact("Metrics", string.Join(", ", options.Metrics.Select(metric => metric.Name)));
        }

        foreach (ITrainingCallback callback in options.Callbacks)
        {
            yield return new Fact("Callback", Text(callback));
        }
    }

    /// <summary>What a callback says of itself; where it says nothing, its name.</summary>
    private static string Text(ITrainingCallback callback) =>
        callback.ToString() is { Length: > 0 } text && text != callback.GetType().ToString() ? text : callback.GetType().Name;

    private static IEnumerable<Fact> Data(TrainingRun run)
    {
        yield return new Fact("Training", Size(run.Train));
        yield return new Fact("Steps", $"{Figures.Count(run.Batches)} an epoch");
        yield return new Fact("Validation", run.Validation is { } validation ? Size(validation) : "none");
        if (run.Options.ValidationFraction > 0)
        {
            yield return new Fact("Set apart", $"{Figures.Percent(run.Options.ValidationFraction)} of the rows, for validation");
        }

        static string Size(Dataset data)
        {
            string answers = data.IsUnlabelled ? "without labels" : data.HasLabels ? "with labels" : $"with {Figures.Count(data.TargetSize, "target")}";
            return $"{Figures.Count(data.Count, "row")} of {Figures.Count(data.InputSize, "feature")}, {answers}";
        }
    }

    private static IEnumerable<Fact> Machine(TrainingRun run)
    {
        yield return new Fact("System", RuntimeInformation.OSDescription);
        yield return new Fact("Processor", $"{RuntimeInformation.ProcessArchitecture}, {Figures.Count(Environment.ProcessorCount, "logical processor")}");
        yield return new Fact("Instructions", Instructions());
        yield return new Fact("Threads of a step", Figures.Count(run.Network.Memory.Team.Threads));
        yield return new Fact(".NET", RuntimeInformation.FrameworkDescription);
        yield return new Fact("GraphGen", typeof(NetworkInfo).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? Figures.None);
    }

    /// <summary>The instruction set that the network's code takes, by the same questions.</summary>
    private static string Instructions() =>
        Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2 and FMA" : "128-bit vectors";
}
