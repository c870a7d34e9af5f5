using static System.FormattableString;

namespace GraphGen;

/// <content>What metrics there are.</content>
public abstract partial class Metric
{
    /// <summary>
    /// The share of right predictions, in [0, 1]: rows whose most probable class is the label (softmax cross-entropy; of equally probable
    /// ones the first counts), or outputs on the target's side of one half (binary cross-entropy). A prediction of NaN is never right.
    /// </summary>
    public static Metric Accuracy { get; } = new AccuracyMetric();

    /// <summary>
    /// The mean of (y - t)² over rows and outputs: as scikit-learn's mean_squared_error. For regressions, whatever their loss.
    /// </summary>
    public static Metric MeanSquaredError { get; } = new RegressionMetric(RegressionFigure.MeanSquaredError);

    /// <summary>
    /// The square root of <see cref="MeanSquaredError"/>, of the mean over all outputs: it has the targets' unit. For regressions.
    /// </summary>
    public static Metric RootMeanSquaredError { get; } = new RegressionMetric(RegressionFigure.RootMeanSquaredError);

    /// <summary>The mean of |y - t| over rows and outputs: it has the targets' unit and bears outliers. For regressions.</summary>
    public static Metric MeanAbsoluteError { get; } = new RegressionMetric(RegressionFigure.MeanAbsoluteError);

    /// <summary>
    /// The coefficient of determination, <c>1 - Σ(y - t)² / Σ(t - mean of t)²</c>, averaged over the outputs: 1 is perfect, 0 as good as
    /// always predicting the mean, below 0 worse (Draper and Smith, "Applied Regression Analysis", 1998; scikit-learn's r2_score). An
    /// output whose targets are all equal counts 1 if predicted exactly, otherwise 0. NaN for a single row. For regressions.
    /// </summary>
    public static Metric R2 { get; } = new RegressionMetric(RegressionFigure.R2);

    /// <summary>
    /// The share of rows whose label is among the k most probable classes, in [0, 1]. Of equally probable classes the one of the lower
    /// number comes first, so that k = 1 is the <see cref="Accuracy"/>. For softmax cross-entropy.
    /// </summary>
    /// <param name="k">How many classes may be named, from 1 to the number of classes, where everything is right.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static Metric TopK(int k) => new TopKMetric(MetricGuard.AtLeastOne(k, nameof(k)));

    /// <summary>
    /// Precision, <c>right / predicted</c>: how many of the rows that were said to be of a class are; 0 where the class was never
    /// predicted. For softmax cross-entropy, where the most probable class is predicted, and for binary cross-entropy, where an output says
    /// yes from one half on.
    /// </summary>
    /// <param name="average">How the classes, or outputs, become one number; with one output that one's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public static Metric Precision(Average average = Average.Macro) => Score(ClassScore.Precision, average);

    /// <summary>
    /// The precision of one class of a softmax, or of one output of a binary cross-entropy: see <see cref="Precision(Average)"/>.
    /// </summary>
    /// <param name="classIndex">The class or output, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Metric Precision(int classIndex) => Score(ClassScore.Precision, classIndex);

    /// <summary>
    /// Recall, <c>right / actual</c>: how many of the rows of a class were found; 0 where the class does not occur. For softmax and binary
    /// cross-entropy, as <see cref="Precision(Average)"/>.
    /// </summary>
    /// <param name="average">How the classes, or outputs, become one number; with one output that one's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public static Metric Recall(Average average = Average.Macro) => Score(ClassScore.Recall, average);

    /// <summary>
    /// The recall of one class of a softmax, or of one output of a binary cross-entropy: see <see cref="Recall(Average)"/>.
    /// </summary>
    /// <param name="classIndex">The class or output, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Metric Recall(int classIndex) => Score(ClassScore.Recall, classIndex);

    /// <summary>
    /// F1, the harmonic mean of precision and recall, <c>2 right / (predicted + actual)</c> (van Rijsbergen, "Information Retrieval", 1979,
    /// with both weighted alike); 0 where a class neither occurs nor is predicted. For softmax and binary cross-entropy, as
    /// <see cref="Precision(Average)"/>.
    /// </summary>
    /// <param name="average">
    /// How the classes, or outputs, become one number: averages the scores of the classes; with one output that one's.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public static Metric F1(Average average = Average.Macro) => Score(ClassScore.F1, average);

    /// <summary>The F1 of one class of a softmax, or of one output of a binary cross-entropy: see <see cref="F1(Average)"/>.</summary>
    /// <param name="classIndex">The class or output, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Metric F1(int classIndex) => Score(ClassScore.F1, classIndex);

    /// <summary>
    /// The area under the receiver operating characteristic: the probability that a row of the class gets a higher probability of it than a
    /// row of another, equal ones counting one half (Hanley and McNeil, 1982; Fawcett, "An introduction to ROC analysis", 2006). 1 is
    /// perfect, 0.5 is chance. For softmax cross-entropy each class against the rest, for binary cross-entropy each output. Classes that
    /// all rows belong to, or none, have no area and are left out; NaN where none is left, or where a prediction is NaN.
    /// </summary>
    /// <param name="average">How the classes, or outputs, become one number; with one output that one's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such average.</exception>
    public static Metric RocAuc(Average average = Average.Macro) =>
        new RocAucMetric(MetricGuard.Defined(average, nameof(average)), classIndex: null);

    /// <summary>
    /// The area under the receiver operating characteristic of one class of a softmax, or of one output of a binary cross-entropy: see
    /// <see cref="RocAuc(Average)"/>.
    /// </summary>
    /// <param name="classIndex">The class or output, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Metric RocAuc(int classIndex) => new RocAucMetric(default, MetricGuard.NotNegative(classIndex, nameof(classIndex)));

    /// <summary>
    /// How far probabilities are from what they promise, <c>Σ_b (rows in b / rows) |accuracy in b - mean confidence in b|</c>, in [0, 1], 0
    /// being best: the rows are sorted into bins b of equal width by the confidence, the probability of what is predicted (Naeini, Cooper
    /// and Hauskrecht, 2015; Guo et al., "On calibration of modern neural networks", 2017, equation 3). For softmax cross-entropy; for
    /// binary cross-entropy the mean over the outputs, each with the probability of the likelier answer as its confidence. NaN where a
    /// prediction is NaN.
    /// </summary>
    /// <param name="bins">Bins in (0, 1], at least 1; each holds its upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static Metric ExpectedCalibrationError(int bins = CalibrationError.DefaultBins) =>
        new CalibrationMetric(MetricGuard.AtLeastOne(bins, nameof(bins)));

    /// <summary>A metric of one's own, for any network that the function understands.</summary>
    /// <param name="name">Its name in histories and logs.</param>
    /// <param name="isHigherBetter">Whether a higher value is better.</param>
    /// <param name="function">The value for all predictions of a data set; called after each epoch, so it should allocate nothing.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Metric Of(string name, bool isHigherBetter, MetricFunction function)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(function);
        return new FunctionMetric(name, isHigherBetter, function);
    }

    /// <summary>The end of a name: which class, or which average of all.</summary>
    internal static string Suffix(Average average, int? classIndex) =>
        classIndex is { } index ? Invariant($"class{index}") : average.ToString().ToLowerInvariant();

    private static ClassScoreMetric Score(ClassScore score, Average average) =>
        new(score, MetricGuard.Defined(average, nameof(average)), classIndex: null);

    private static ClassScoreMetric Score(ClassScore score, int classIndex) =>
        new(score, default, MetricGuard.NotNegative(classIndex, nameof(classIndex)));
}
