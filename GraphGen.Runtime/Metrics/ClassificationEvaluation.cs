using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How well a network of softmax cross-entropy tells classes apart. <see cref="Evaluation.Predictions"/> are probabilities of the classes.
/// </summary>
/// <remarks>
/// A class is a number from 0 to <see cref="Evaluation.OutputSize"/> - 1, and a row's predicted class the first of its most probable ones. A row with
/// a prediction of NaN has none, and is wrong.
/// </remarks>
public sealed class ClassificationEvaluation : Evaluation
{
    /// <summary>Beyond this many classes the text leaves out the confusion matrix.</summary>
    private const int MostShownClasses = 20;

    private readonly GroundTruth _truth;
    private readonly ClassCounts _counts;

    internal ClassificationEvaluation(NetworkInfo info, Dataset data, float[] predictions, EvaluationSummary summary)
        : base(info, predictions, summary)
    {
        Accuracy = summary.Accuracy;
        _truth = GroundTruth.Of(info, data);
        _counts = new ClassCounts(_truth).Count(predictions);
    }

    /// <summary>The share of rows whose predicted class is their label, in [0, 1].</summary>
    public float Accuracy { get; }

    /// <summary>How often each class was taken for each. Rows without a predicted class are in no column. Counted when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">The square of the number of classes is more than an array holds.</exception>
    public ConfusionMatrix ConfusionMatrix => field ??= CountConfusions();

    /// <summary>The predicted class of a row: the most probable one, of equally probable ones the first.</summary>
    /// <param name="row">From 0 to <see cref="Evaluation.Count"/> - 1.</param>
    /// <returns>The class; -1 where a prediction of the row is NaN, so that there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int PredictedClass(int row) =>
        RightPredictions.ClassOf(Predictions.Slice(MetricGuard.Index(row, Count, nameof(row)) * OutputSize, OutputSize));

    /// <summary>
    /// The share of rows whose label is among the k most probable classes, in [0, 1]. Of equally probable classes the one of the lower
    /// number comes first, so that k = 1 is the <see cref="Accuracy"/>.
    /// </summary>
    /// <param name="k">From 1 to the number of classes, where everything is right.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of its range.</exception>
    public double TopK(int k) => TopKAccuracy.Of(Predictions, _truth.Labels, OutputSize, MetricGuard.AtMost(k, OutputSize, nameof(k)));

    /// <summary>Precision, <c>right / predicted</c>, averaged over the classes: see <see cref="Metric.Precision(Average)"/>.</summary>
    /// <param name="average">How. The micro average is the accuracy.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double Precision(Average average = Average.Macro) => Score(ClassScore.Precision, average);

    /// <summary>Precision, <c>right / predicted</c>: how many of the rows that were said to be of a class are; 0 if none was.</summary>
    /// <param name="classIndex">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int classIndex) => Score(ClassScore.Precision, classIndex);

    /// <summary>Recall, <c>right / actual</c>, averaged over the classes: see <see cref="Metric.Recall(Average)"/>.</summary>
    /// <param name="average">How. The micro average is the accuracy.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double Recall(Average average = Average.Macro) => Score(ClassScore.Recall, average);

    /// <summary>Recall, <c>right / actual</c>: how many of the rows of a class were found; 0 if there are none.</summary>
    /// <param name="classIndex">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int classIndex) => Score(ClassScore.Recall, classIndex);

    /// <summary>F1, the harmonic mean of precision and recall, averaged over the classes: see <see cref="Metric.F1(Average)"/>.</summary>
    /// <param name="average">How. The micro average is the accuracy.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double F1(Average average = Average.Macro) => Score(ClassScore.F1, average);

    /// <summary>F1 of a class, <c>2 right / (predicted + actual)</c>; 0 if it neither occurs nor was predicted.</summary>
    /// <param name="classIndex">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int classIndex) => Score(ClassScore.F1, classIndex);

    /// <summary>
    /// The rows whose label is a class: what scikit-learn calls its support. The sum of its row of the <see cref="ConfusionMatrix"/>, unless predictions
    /// are NaN.
    /// </summary>
    /// <param name="classIndex">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int RowsOf(int classIndex) => _counts.Actual(Checked(classIndex));

    /// <summary>
    /// The area under the receiver operating characteristic, each class against the rest, averaged: see
    /// <see cref="Metric.RocAuc(Average)"/>. Sorts the rows by the probability of every class.
    /// </summary>
    /// <param name="average">How.</param>
    /// <returns>An area in [0, 1]. Classes without an area are left out; NaN if none has one, or where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public double RocAuc(Average average = Average.Macro) =>
        new RocArea(_truth, MetricGuard.Defined(average, nameof(average)) == Average.Micro).OfAll(Predictions, average);

    /// <summary>
    /// The area under the receiver operating characteristic of a class against the rest. Sorts the rows by its probability.
    /// </summary>
    /// <param name="classIndex">The class.</param>
    /// <returns>An area in [0, 1]; NaN where all rows are of the class, or none, or where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double RocAuc(int classIndex) => new RocArea(_truth, isMicro: false).Of(Predictions, Checked(classIndex));

    /// <summary>
    /// How far the probability of the predicted class is from the share of right predictions: see
    /// <see cref="Metric.ExpectedCalibrationError"/>.
    /// </summary>
    /// <param name="bins">Bins of equal width, at least 1.</param>
    /// <returns>An error in [0, 1]; NaN where a prediction is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public double ExpectedCalibrationError(int bins = CalibrationError.DefaultBins) =>
        new CalibrationError(_truth, MetricGuard.AtLeastOne(bins, nameof(bins))).Of(Predictions);

    /// <summary>The same text as <see cref="Evaluation.ToString()"/>, with names for the classes.</summary>
    /// <param name="classNames">A name for each class.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classNames"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        MetricGuard.Names(classNames, OutputSize, nameof(classNames));
        var text = new StringBuilder();
        WriteHeadline(text);
        WriteTables(text, classNames);
        return text.ToString();
    }

    private protected override string Headline() =>
        Invariant($", accuracy {Accuracy:P2}, expected calibration error {ScoreTable.Number(ExpectedCalibrationError())}");

    private protected override void WriteTables(StringBuilder text) => WriteTables(text, NumberedNames());

    private void WriteTables(StringBuilder text, IReadOnlyList<string> classNames)
    {
        text.Append('\n');
        ScoreTable.Write(text, "class", classNames, _counts, Average.Macro, Average.Weighted);
        if (OutputSize <= MostShownClasses)
        {
            text.Append('\n').Append(ConfusionMatrix.ToString(classNames));
        }
    }

    private double Score(ClassScore score, Average average) => _counts.Score(score, MetricGuard.Defined(average, nameof(average)));

    private double Score(ClassScore score, int classIndex) => _counts.Score(score, Checked(classIndex));

    private int Checked(int classIndex) => MetricGuard.Index(classIndex, OutputSize, nameof(classIndex));

    private ConfusionMatrix CountConfusions()
    {
        if ((long)OutputSize * OutputSize > Array.MaxLength)
        {
            throw new InvalidOperationException(Invariant(
                $"A confusion matrix of {OutputSize} classes is more than an array holds: ask for precision and recall instead."));
        }

        int[] counts = new int[OutputSize * OutputSize];
        for (int row = 0; row < Count; row++)
        {
            int predicted = PredictedClass(row);
            if (predicted != RightPredictions.NoClass)
            {
                counts[(_truth.Labels[row] * OutputSize) + predicted]++;
            }
        }

        return new ConfusionMatrix(OutputSize, counts);
    }
}
