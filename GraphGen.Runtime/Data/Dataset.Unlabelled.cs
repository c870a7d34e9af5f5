using GraphGen.Execution;

namespace GraphGen;

/// <content>Rows without labels or targets.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// Examples without labels or targets, for networks that reconstruct their inputs (see <see cref="ReconstructionAttribute"/>). As targets they
    /// have the inputs, which are not copied.
    /// </summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major. Not copied: leave the array alone afterwards.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <exception cref="ArgumentException">There is no row, or a row is incomplete.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputSize"/> is below 1.</exception>
    public Dataset(float[] inputs, int inputSize)
        : this(new ArrayStorage(inputs ?? throw new ArgumentNullException(nameof(inputs))), inputSize)
    {
    }

    private Dataset(ArrayStorage inputs, int inputSize)
        : this(inputs, inputSize, inputs, inputSize)
    {
    }

    /// <summary>The same rows with codes in the place of their inputs; labels, targets and weights stay.</summary>
    /// <param name="codes">The codes, row by row; not copied.</param>
    /// <param name="size">Numbers in a code.</param>
    internal Dataset WithCodes(float[] codes, int size) =>
        new(this) { InputRows = new RowWindow(new ArrayStorage(codes), 0, size, Count), InputScaling = null, Features = null };

    /// <summary>The data as a network learns them: a reconstruction has the inputs as its targets, whatever labels or targets there are.</summary>
    /// <param name="network">The network.</param>
    internal Dataset For(NetworkInfo network) =>
        network.IsReconstruction ? new Dataset(this) { TargetRows = InputRows, TargetScaling = InputScaling, AllLabels = [], FirstLabel = 0 } : this;
}
