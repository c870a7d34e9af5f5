using GraphGen.Execution;

namespace GraphGen;

/// <summary>Checks cards, those that are to be published as those that were read: what is written can be read again, and what is read could have been written.</summary>
internal static class CardGuard
{
    /// <summary>Checks everything that its publisher says.</summary>
    /// <exception cref="ArgumentException">Something is missing or out of its range.</exception>
    public static void Require(ZooCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (FaultOf(card) is { } fault)
        {
            throw Guard.Invalid(nameof(card), fault.Problem, fault.Remedy);
        }
    }

    /// <summary>The first thing that is missing or out of its range; null where all is well.</summary>
    public static CardFault? FaultOf(ZooCard card) =>
        FaultOf(card.Name)
        ?? Text(card.Task, nameof(card.Task), "what the network does, in a sentence")
        ?? Text(card.License, nameof(card.License), "the licence of the weights, such as 'MIT'")
        ?? Text(card.Declaration, nameof(card.Declaration), "the source text of the class")
        ?? Present(card.Data, nameof(card.Data)) ?? FaultOf(card.Data)
        ?? Present(card.Training, nameof(card.Training)) ?? FaultOf(card.Training)
        ?? Present(card.Metrics, nameof(card.Metrics)) ?? FaultOf(card.Metrics);

    private static CardFault? FaultOf(string name) => ModelName.IsAllowed(name)
        ? null
        : new($"A model cannot be called '{name}'", $"choose {ModelName.Rule}, such as 'digit-classifier'");

    private static CardFault? FaultOf(ZooData data) =>
        Text(data.Name, "Data.Name", "what the data set is called")
        ?? Text(data.Source, "Data.Source", "who made the data and where they are to be had")
        ?? Text(data.Preparation, "Data.Preparation", "what a row must look like")
        ?? Text(data.License, "Data.License", "the licence of the data")
        ?? (data.Rows < 1 ? new CardFault($"Data.Rows is {data.Rows}", $"give the number of rows that the network was trained on") : null);

    private static CardFault? FaultOf(ZooTraining training) =>
        Text(training.Command, "Training.Command", "the command that trains the network")
        ?? Text(training.Reproducibility, "Training.Reproducibility", "what comes out when it is trained again")
        ?? (training.Epochs < 0 ? new CardFault($"Training.Epochs is {training.Epochs}", $"give the number of passes over the data") : null);

    private static CardFault? FaultOf(IReadOnlyList<ZooMetric> metrics)
    {
        if (metrics.Count == 0)
        {
            return new($"Metrics is empty", $"say how good the network is, by at least one measure");
        }

        var known = new HashSet<(string Name, string MeasuredOn)>();
        return metrics.Select((metric, index) => FaultOf(metric, FormattableString.Invariant($"Metrics[{index}]"), known)).FirstOrDefault(fault => fault is not null);
    }

    private static CardFault? FaultOf(ZooMetric metric, string place, HashSet<(string Name, string MeasuredOn)> known) =>
        Present(metric, place)
        ?? Text(metric.Name, place + ".Name", "what was measured")
        ?? Text(metric.MeasuredOn, place + ".MeasuredOn", "on which rows")
        ?? (double.IsFinite(metric.Value) ? null : new CardFault($"{place}.Value is {metric.Value}", $"give what was measured, a finite number"))
        ?? (known.Add((metric.Name, metric.MeasuredOn)) ? null : new CardFault($"{place} is '{metric.Name}' on the same rows a second time", $"leave it out"));

    private static CardFault? Present(object? value, string what) => value is null ? new($"{what} is null", $"give it") : null;

    private static CardFault? Text(string? text, string what, string wanted) => string.IsNullOrWhiteSpace(text) ? new($"{what} is empty", $"say {wanted}") : null;
}
