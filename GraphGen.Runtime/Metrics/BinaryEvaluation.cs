using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How well a network of binary cross-entropy with one output tells yes from no. <see cref="Evaluation.Predictions"/> are the probabilities
/// of yes; from <see cref="Threshold"/> on a row is predicted as yes. A label of 1, or a target of one half or more, is a yes. A prediction of NaN is
/// neither yes nor no: it is wrong, and none of the four counts has it.
/// </summary>
public sealed class BinaryEvaluation : Evaluation
{
    private readonly GroundTruth _truth;
    private readonly ClassCounts _counts;

    internal BinaryEvaluation(NetworkInfo info, Dataset data, float[] predictions, EvaluationSummary summary)
        : base(info, predictions, summary)
    {
        _truth = GroundTruth.Of(info, data);
        _counts = new ClassCounts(_truth).Count(predictions);
    }

    private BinaryEvaluation(BinaryEvaluation other, float threshold)
        : base(other)
    {
        Threshold = threshold;
        _truth = other._truth;
        _counts = new ClassCounts(_truth).Count(Predictions, threshold);
    }

    /// <summary>From which probability on a row is predicted as yes; 0.5 unless <see cref="At"/> says otherwise.</summary>
    public float Threshold { get; } = RightPredictions.Threshold;

    /// <summary>The share of right predictions, in [0, 1].</summary>
    public float Accuracy => (float)((TruePositives + (double)TrueNegatives) / Count);

    /// <summary>Rows that are yes and were predicted so.</summary>
    public int TruePositives => _counts.Right(0);

    /// <summary>Rows that are no and were predicted as yes.</summary>
    public int FalsePositives => _counts.Predicted(0) - TruePositives;

    /// <summary>Rows that are yes and were predicted as no.</summary>
    public int FalseNegatives => _counts.Denied(0) - TrueNegatives;

    /// <summary>Rows that are no and were predicted so.</summary>
    public int TrueNegatives => _counts.RightlyDenied(0);

    /// <summary>The four counts as a matrix: class 0 is no, class 1 is yes.</summary>
    public ConfusionMatrix ConfusionMatrix =>
        field ??= new ConfusionMatrix(2, [TrueNegatives, FalsePositives, FalseNegatives, TruePositives]);

    /// <summary>How many of the rows that were predicted as yes are; 0 if none was.</summary>
    public double Precision => _counts.Score(ClassScore.Precision, 0);

    /// <summary>How many of the rows that are yes were found, the true positive rate; 0 if there are none.</summary>
    public double Recall => _counts.Score(ClassScore.Recall, 0);

    /// <summary>The harmonic mean of precision and recall; 0 if nothing is yes nor was predicted so.</summary>
    public double F1 => _counts.Score(ClassScore.F1, 0);

    /// <summary>The same predictions judged at another threshold: a higher one for more precision, a lower one for more recall.</summary>
    /// <param name="threshold">From which probability on a row is predicted as yes, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside [0, 1] or NaN.</exception>
    public BinaryEvaluation At(float threshold) => new(this, MetricGuard.Threshold(threshold, nameof(threshold)));

    /// <summary>
    /// The area under the receiver operating characteristic: see <see cref="Metric.RocAuc(Average)"/>. Does not depend on the threshold.
    /// Sorts the rows.
    /// </summary>
    /// <returns>An area in [0, 1]; NaN where all rows are yes, or all are no, or where a prediction is NaN.</returns>
    public double RocAuc() => new RocArea(_truth, isMicro: false).Of(Predictions, 0);

    /// <summary>
    /// How far the probability of the likelier answer is from the share of right ones: see <see cref="Metric.ExpectedCalibrationError"/>.
    /// Does not depend on the threshold.
    /// </summary>
    /// <param name="bins">Bins of equal width, at least 1.</param>
    /// <returns>An error in [0, 1]; NaN where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public double ExpectedCalibrationError(int bins = CalibrationError.DefaultBins) =>
        new CalibrationError(_truth, MetricGuard.AtLeastOne(bins, nameof(bins))).Of(Predictions);

    private protected override string Headline() => Invariant($", accuracy {Accuracy:P2} at threshold {Threshold}");

    private protected override void WriteTables(StringBuilder text)
    {
        var table = new TextTable(false, true);
        table.Add("precision", ScoreTable.Number(Precision));
        table.Add("recall", ScoreTable.Number(Recall));
        table.Add("F1", ScoreTable.Number(F1));
        table.Add("ROC AUC", ScoreTable.Number(RocAuc()));
        table.Add("expected calibration error", ScoreTable.Number(ExpectedCalibrationError()));
        text.Append('\n');
        table.WriteTo(text);
        text.Append('\n').Append(ConfusionMatrix.ToString(["no", "yes"]));
    }
}
