using System.Text;

namespace GraphGen;

/// <summary>
/// What is to be known of a published network before it is used: the file <c>card.json</c> beside its weights (Mitchell et al., "Model Cards for Model Reporting",
/// 2019). Its publisher says what it is, what it was trained on, how good it is, under which licence and how it was made; <see cref="Zoo.Save"/> fills in the rest.
/// </summary>
public sealed record ZooCard
{
    /// <summary>
    /// By what name it is loaded, and that of its folder: 1 to 64 lower-case letters of ASCII, digits and hyphens, the first and the last no hyphen, and no device of Windows, as
    /// <c>con</c>, <c>nul</c> and <c>com1</c> are.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Task { get; init; }

    /// <summary>Under which licence the weights may be used, such as <c>MIT</c>.</summary>
    public required string License { get; init; }

    /// <summary>What it was trained on.</summary>
    public required ZooData Data { get; init; }

    /// <summary>How good it is, at least one measure, each name once for each set of rows.</summary>
    public required IReadOnlyList<ZooMetric> Metrics { get; init; }

    /// <summary>How it was trained.</summary>
    public required ZooTraining Training { get; init; }

    /// <summary>
    /// The source text of the class with its attributes: who declares the same can load the weights. Lines end with <c>\n</c>.
    /// </summary>
    public required string Declaration { get; init; }

    /// <summary>The name of the class that was saved: filled in by <see cref="Zoo.Save"/>, empty before.</summary>
    public string Network { get; internal init; } = "";

    /// <summary>See <see cref="NetworkInfo.Fingerprint"/>: filled in by <see cref="Zoo.Save"/>, empty before.</summary>
    public string Fingerprint { get; internal init; } = "";

    /// <summary>See <see cref="NetworkInfo.ParameterCount"/>: filled in by <see cref="Zoo.Save"/>, 0 before.</summary>
    public long ParameterCount { get; internal init; }

    /// <summary>The file of the parameters: filled in by <see cref="Zoo.Save"/>; null before.</summary>
    public ZooWeights? Weights { get; internal init; }

    /// <summary>
    /// All but the declaration as a plain-text table, beneath a line with name and task. Lines end with <c>\n</c>, and nothing on a card breaks one or turns its direction: signs
    /// that are unseen become blanks. Numbers are written the same in every culture.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(OneLine.Of($"{Name}: {Task}")).Append('\n');
        var table = new TextTable(false, false);
        foreach (ZooMetric metric in Metrics)
        {
            Add(metric.Name, $"{metric.Value} on {metric.MeasuredOn}");
        }

        Add("data", $"{Data.Name}, {Data.Rows:N0} rows: {Data.Source}");
        Add("rows", $"{Data.Preparation}");
        Add("licences", $"weights: {License}; data: {Data.License}");
        Add("training", $"{Training.Command} (seed {Training.Seed}, {Training.Epochs} epochs, GraphGen {Training.Version})");
        Add("", $"{Training.Reproducibility}");
        Add("network", $"{Network}, {ParameterCount:N0} parameters, fingerprint {Fingerprint}");
        if (Weights is { } weights)
        {
            Add("weights", $"{weights.File}, {weights.Bytes:N0} bytes, SHA-256 {weights.Sha256}");
        }

        table.WriteTo(text);
        return text.ToString();

        void Add(string what, FormattableString fact) => table.Add("  " + OneLine.Of($"{what}"), OneLine.Of(fact));
    }
}
