using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How well a network of binary cross-entropy with several outputs answers each of its questions. <see cref="Evaluation.Predictions"/> are
/// probabilities of yes; from <see cref="Threshold"/> on an output is predicted as yes. A target of one half or more is a yes. A prediction of NaN is
/// neither yes nor no, and wrong.
/// </summary>
public sealed class MultiLabelEvaluation : Evaluation
{
    private readonly GroundTruth _truth;
    private readonly ClassCounts _counts;

    internal MultiLabelEvaluation(NetworkInfo info, Dataset data, float[] predictions, EvaluationSummary summary)
        : base(info, predictions, summary)
    {
        _truth = GroundTruth.Of(info, data);
        _counts = new ClassCounts(_truth).Count(predictions);
    }

    private MultiLabelEvaluation(MultiLabelEvaluation other, float threshold)
        : base(other)
    {
        Threshold = threshold;
        _truth = other._truth;
        _counts = new ClassCounts(_truth).Count(Predictions, threshold);
    }

    /// <summary>From which probability on an output is predicted as yes; 0.5 unless <see cref="At"/> says otherwise.</summary>
    public float Threshold { get; } = RightPredictions.Threshold;

    /// <summary>The share of right predictions among all outputs of all rows, in [0, 1]: one minus scikit-learn's hamming_loss.</summary>
    public float Accuracy => (float)((double)RightOutputs() / ((long)Count * OutputSize));

    /// <summary>The share of rows whose outputs are all right, in [0, 1]: what scikit-learn calls the accuracy of several labels.</summary>
    public float SubsetAccuracy => (float)((double)RightRows() / Count);

    /// <summary>The same predictions judged at another threshold: a higher one for more precision, a lower one for more recall.</summary>
    /// <param name="threshold">From which probability on an output is predicted as yes, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside [0, 1] or NaN.</exception>
    public MultiLabelEvaluation At(float threshold) => new(this, MetricGuard.Threshold(threshold, nameof(threshold)));

    /// <summary>Precision, <c>right / predicted</c>, averaged over the outputs: see <see cref="Metric.Precision(Average)"/>.</summary>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double Precision(Average average = Average.Macro) => Score(ClassScore.Precision, average);

    /// <summary>Precision, <c>right / predicted</c>: how many of the rows that an output said yes to are so; 0 if it never did.</summary>
    /// <param name="output">The output, from 0 to <see cref="Evaluation.OutputSize"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public double Precision(int output) => Score(ClassScore.Precision, output);

    /// <summary>Recall, <c>right / actual</c>, averaged over the outputs: see <see cref="Metric.Recall(Average)"/>.</summary>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double Recall(Average average = Average.Macro) => Score(ClassScore.Recall, average);

    /// <summary>Recall, <c>right / actual</c>: how many of the rows that are yes an output found; 0 if there are none.</summary>
    /// <param name="output">The output, from 0 to <see cref="Evaluation.OutputSize"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public double Recall(int output) => Score(ClassScore.Recall, output);

    /// <summary>F1, the harmonic mean of precision and recall, averaged over the outputs: see <see cref="Metric.F1(Average)"/>.</summary>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double F1(Average average = Average.Macro) => Score(ClassScore.F1, average);

    /// <summary>F1 of an output, <c>2 right / (predicted + actual)</c>; 0 if nothing is yes nor was predicted so.</summary>
    /// <param name="output">The output, from 0 to <see cref="Evaluation.OutputSize"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public double F1(int output) => Score(ClassScore.F1, output);

    /// <summary>The rows that are yes at an output.</summary>
    /// <param name="output">The output, from 0 to <see cref="Evaluation.OutputSize"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public int RowsOf(int output) => _counts.Actual(Checked(output));

    /// <summary>
    /// The area under the receiver operating characteristic, averaged over the outputs: see <see cref="Metric.RocAuc(Average)"/>. Does not
    /// depend on the threshold. Sorts the rows by every output.
    /// </summary>
    /// <param name="average">How.</param>
    /// <returns>An area in [0, 1]. Outputs without an area are left out; NaN if none has one, or where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double RocAuc(Average average = Average.Macro) =>
        new RocArea(_truth, MetricGuard.Defined(average, nameof(average)) == Average.Micro).OfAll(Predictions, average);

    /// <summary>
    /// The area under the receiver operating characteristic of an output. Does not depend on the threshold. Sorts the rows.
    /// </summary>
    /// <param name="output">The output, from 0 to <see cref="Evaluation.OutputSize"/> - 1.</param>
    /// <returns>An area in [0, 1]; NaN where all rows are yes, or all are no, or where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public double RocAuc(int output) => new RocArea(_truth, isMicro: false).Of(Predictions, Checked(output));

    /// <summary>
    /// How far the probability of the likelier answer is from the share of right ones, the mean over the outputs: see
    /// <see cref="Metric.ExpectedCalibrationError"/>. Does not depend on the threshold.
    /// </summary>
    /// <param name="bins">Bins of equal width, at least 1.</param>
    /// <returns>An error in [0, 1]; NaN where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public double ExpectedCalibrationError(int bins = CalibrationError.DefaultBins) =>
        new CalibrationError(_truth, MetricGuard.AtLeastOne(bins, nameof(bins))).Of(Predictions);

    /// <summary>The same text as <see cref="Evaluation.ToString()"/>, with names for the outputs.</summary>
    /// <param name="outputNames">A name for each output.</param>
    /// <exception cref="ArgumentNullException"><paramref name="outputNames"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer names than outputs.</exception>
    public string ToString(IReadOnlyList<string> outputNames)
    {
        MetricGuard.Names(outputNames, OutputSize, nameof(outputNames));
        var text = new StringBuilder();
        WriteHeadline(text);
        WriteTables(text, outputNames);
        return text.ToString();
    }

    private protected override string Headline() =>
        Invariant($", accuracy {Accuracy:P2} of outputs and {SubsetAccuracy:P2} of rows at threshold {Threshold}");

    private protected override void WriteTables(StringBuilder text) => WriteTables(text, NumberedNames());

    private void WriteTables(StringBuilder text, IReadOnlyList<string> outputNames)
    {
        text.Append('\n');
        ScoreTable.Write(text, "output", outputNames, _counts, Average.Micro, Average.Macro, Average.Weighted);
    }

    private double Score(ClassScore score, Average average) => _counts.Score(score, MetricGuard.Defined(average, nameof(average)));

    private double Score(ClassScore score, int output) => _counts.Score(score, Checked(output));

    private int Checked(int output) => MetricGuard.Index(output, OutputSize, nameof(output));

    private long RightOutputs()
    {
        long right = 0;
        for (int output = 0; output < OutputSize; output++)
        {
            right += (long)_counts.Right(output) + _counts.RightlyDenied(output);
        }

        return right;
    }

    private int RightRows()
    {
        int right = 0;
        for (int row = 0; row < Count; row++)
        {
            right += IsRight(row) ? 1 : 0;
        }

        return right;
    }

    private bool IsRight(int row)
    {
        ReadOnlySpan<float> probabilities = Predictions.Slice(row * OutputSize, OutputSize);
        for (int output = 0; output < probabilities.Length; output++)
        {
            if (!RightPredictions.IsRight(probabilities[output], _truth.Holds(row, output), Threshold))
            {
                return false;
            }
        }

        return true;
    }
}
