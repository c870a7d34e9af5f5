namespace GraphGen;

/// <content>Data sets from spans.</content>
public sealed partial class Dataset
{
    /// <summary>Examples for classification, copied out of memory that may change or vanish afterwards.</summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <param name="labels">One class index per row, from 0 on.</param>
    /// <exception cref="ArgumentException">There is no row, a row is incomplete, or the number of labels is not that of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputSize"/> or a label is out of its range.</exception>
    public static Dataset From(ReadOnlySpan<float> inputs, int inputSize, ReadOnlySpan<int> labels) =>
        new(inputs.ToArray(), inputSize, labels.ToArray());

    /// <summary>
    /// Examples for regression, or for classification into several classes at once, copied out of memory that may change or vanish afterwards.
    /// </summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <param name="targets"><c>[count, targetSize]</c>, row-major.</param>
    /// <param name="targetSize">Values to predict in a row, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, a row is incomplete, or the rows of targets are not as many as those of inputs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static Dataset From(ReadOnlySpan<float> inputs, int inputSize, ReadOnlySpan<float> targets, int targetSize) =>
        new(inputs.ToArray(), inputSize, targets.ToArray(), targetSize);
}
