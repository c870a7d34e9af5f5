using GraphGen.Execution;

namespace GraphGen;

/// <summary>Checks a card that is to be published: what is written must be read again.</summary>
internal static class CardGuard
{
    /// <summary>Checks everything that its publisher says.</summary>
    /// <exception cref="ArgumentException">Something is missing or out of its range.</exception>
    public static void Require(ZooCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (!ModelName.IsAllowed(card.Name))
        {
            throw Guard.Invalid(nameof(card), $"A model cannot be called '{card.Name}'", $"choose {ModelName.Rule}, such as 'digit-classifier'");
        }

        Text(card.Task, nameof(card.Task), "what the network does, in a sentence");
        Text(card.License, nameof(card.License), "the licence of the weights, such as 'MIT'");
        Text(card.Declaration, nameof(card.Declaration), "the source text of the class");
        Require(card.Data);
        Require(card.Training);
        Require(card.Metrics);
    }

    private static void Require(ZooData data)
    {
        Present(data, nameof(ZooCard.Data));
        Text(data.Name, "Data.Name", "what the data set is called");
        Text(data.Source, "Data.Source", "who made the data and where they are to be had");
        Text(data.Preparation, "Data.Preparation", "what a row must look like");
        Text(data.License, "Data.License", "the licence of the data");
        if (data.Rows < 1)
        {
            throw Guard.Invalid("card", $"Data.Rows is {data.Rows}", $"give the number of rows that the network was trained on");
        }
    }

    private static void Require(ZooTraining training)
    {
        Present(training, nameof(ZooCard.Training));
        Text(training.Command, "Training.Command", "the command that trains the network");
        Text(training.Reproducibility, "Training.Reproducibility", "what comes out when it is trained again");
        if (training.Epochs < 0)
        {
            throw Guard.Invalid("card", $"Training.Epochs is {training.Epochs}", $"give the number of passes over the data");
        }
    }

    private static void Require(IReadOnlyList<ZooMetric> metrics)
    {
        Present(metrics, nameof(ZooCard.Metrics));
        if (metrics.Count == 0)
        {
            throw Guard.Invalid("card", $"Metrics is empty", $"say how good the network is, by at least one measure");
        }

        var known = new HashSet<(string Name, string MeasuredOn)>();
        for (int index = 0; index < metrics.Count; index++)
        {
            ZooMetric metric = metrics[index];
            string place = FormattableString.Invariant($"Metrics[{index}]");
            Present(metric, place);
            Text(metric.Name, place + ".Name", "what was measured");
            Text(metric.MeasuredOn, place + ".MeasuredOn", "on which rows");
            if (!double.IsFinite(metric.Value))
            {
                throw Guard.Invalid("card", $"{place}.Value is {metric.Value}", $"give what was measured, a finite number");
            }

            if (!known.Add((metric.Name, metric.MeasuredOn)))
            {
                throw Guard.Invalid("card", $"{place} is '{metric.Name}' on the same rows a second time", $"leave it out");
            }
        }
    }

    private static void Present(object? value, string what)
    {
        if (value is null)
        {
            throw Guard.Invalid("card", $"{what} is null", $"give it");
        }
    }

    private static void Text(string? text, string what, string wanted)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Guard.Invalid("card", $"{what} is empty", $"say {wanted}");
        }
    }
}
