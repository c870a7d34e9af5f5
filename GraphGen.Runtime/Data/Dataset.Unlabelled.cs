namespace GraphGen;

/// <content>Rows without labels or targets.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// Examples without labels or targets, for networks that learn the inputs themselves (see <see cref="ReconstructionAttribute"/> and
    /// <see cref="RbmAttribute"/>); others refuse them.
    /// </summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major. Not copied: leave the array alone afterwards.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <exception cref="ArgumentException">There is no row, or a row is incomplete.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputSize"/> is below 1.</exception>
    public Dataset(float[] inputs, int inputSize)
    {
        var storage = new ArrayStorage(inputs ?? throw new ArgumentNullException(nameof(inputs)));
        InputRows = new RowWindow(storage, 0, inputSize, RowsOf(storage, inputSize));
        IsUnlabelled = true;
    }

    /// <summary>Whether the rows have neither labels nor targets. As targets they then show the inputs, whatever becomes of these.</summary>
    public bool IsUnlabelled { get; private init; }

    /// <summary>The same rows with codes in the place of their inputs; labels, targets and weights stay.</summary>
    /// <param name="codes">The codes, row by row; not copied.</param>
    /// <param name="size">Numbers in a code.</param>
    internal Dataset WithCodes(float[] codes, int size) =>
        new(this) { InputRows = new RowWindow(new ArrayStorage(codes), 0, size, Count), InputScaling = null };

    /// <summary>The data as a network learns them: for a reconstruction without the labels or targets that there may be.</summary>
    /// <param name="network">The network.</param>
    internal Dataset For(NetworkInfo network) => network.IsReconstruction && !IsUnlabelled ? new Dataset(this) { IsUnlabelled = true } : this;
}
