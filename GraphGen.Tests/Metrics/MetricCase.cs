using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using GraphGen.Execution;

namespace GraphGen.Tests.Metrics;

/// <summary>Predictions and what scikit-learn says of them: a case of the file that <c>make_metric_goldens.py</c> wrote.</summary>
/// <param name="Loss">The loss of a network with such predictions.</param>
/// <param name="Outputs">Values in a row.</param>
/// <param name="Predictions">The predictions, row by row.</param>
/// <param name="Labels">The labels; null where there are targets.</param>
/// <param name="Targets">The targets; null where there are labels.</param>
/// <param name="Figures">The value of each metric by its name; null for NaN.</param>
/// <param name="Confusion">The confusion matrix, row by row; of classes only.</param>
/// <param name="Thresholds">What changes at other thresholds; of binary outputs only.</param>
/// <param name="Each">The figures of each output; of regressions only.</param>
internal sealed record MetricCase(
    LossFunction Loss,
    int Outputs,
    float[] Predictions,
    int[]? Labels,
    float[]? Targets,
    Dictionary<string, double?> Figures,
    int[]? Confusion,
    MetricCase.AtThreshold[]? Thresholds,
    Dictionary<string, double>[]? Each)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyDictionary<string, MetricCase> All { get; } = Read();

    public int Rows => Predictions.Length / Outputs;

    public NetworkInfo Info() => new("Judged", 1, Outputs, Loss, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));

    public Dataset Data() => Labels is null ? new(new float[Rows], 1, Targets!, Outputs) : new(new float[Rows], 1, Labels);

    public ClassificationEvaluation Classification() => new(Info(), Data(), Predictions, Summary());

    public BinaryEvaluation Binary() => new(Info(), Data(), Predictions, Summary());

    public MultiLabelEvaluation MultiLabel() => new(Info(), Data(), Predictions, Summary());

    public RegressionEvaluation Regression() => new(Info(), Data(), Predictions, Summary());

    public double Compute(Metric metric) => metric.Start(Info(), Data()).Compute(Predictions);

    private EvaluationSummary Summary() =>
        new(0.25f, Evaluator.Accuracy(Info(), RightPredictions.Count(Info(), Data(), Predictions), Rows));

    private static Dictionary<string, MetricCase> Read([CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Files", "Metrics.json");
        return JsonSerializer.Deserialize<Dictionary<string, MetricCase>>(File.ReadAllText(path), Options)
            ?? throw new InvalidDataException($"'{path}' holds null: run make_metric_goldens.py again.");
    }

    /// <summary>The figures at a threshold.</summary>
    /// <param name="Threshold">The threshold.</param>
    /// <param name="Figures">The value of each metric by its name.</param>
    internal sealed record AtThreshold(float Threshold, Dictionary<string, double> Figures);
}
