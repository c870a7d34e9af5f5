using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>
/// A dense layer that takes the batch normalisations beside it into its weights and biases, for emitted code that sets up a predictor.
/// The formulas and their source stand at <see cref="Predictor"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FoldedDense
{
    private readonly Arena _network;
    private readonly int _weight;
    private readonly int? _bias;
    private readonly ColumnAffine _inFront;
    private readonly ColumnAffine _behind;
    private readonly int _inputs;
    private readonly int _units;
    private readonly bool _isTransposed;

    /// <summary>A layer as it stands in a network.</summary>
    /// <param name="network">The network's parameters.</param>
    /// <param name="weight">Where the weights begin, a matrix in <see cref="ColumnBlocks"/>.</param>
    /// <param name="bias">Where the biases begin; null for a layer without.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Outputs of the layer.</param>
    /// <param name="isTransposed">Whether the weights lie as <c>[units, inputs]</c>.</param>
    public FoldedDense(Arena network, int weight, int? bias, int inputs, int units, bool isTransposed = false)
    {
        _isTransposed = isTransposed;
        _network = network;
        _weight = weight;
        _bias = bias;
        _inputs = inputs;
        _units = units;
        _inFront = new ColumnAffine(inputs);
        _behind = new ColumnAffine(units);
    }

    /// <summary>Takes in a batch normalisation of the layer's inputs; of several in a row, the one that comes first, first.</summary>
    /// <param name="gamma">Where gamma begins.</param>
    /// <param name="beta">Where beta begins.</param>
    /// <param name="mean">Where the moving mean begins.</param>
    /// <param name="variance">Where the moving variance begins.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public FoldedDense InFront(int gamma, int beta, int mean, int variance, double epsilon) =>
        Append(_inFront, _inputs, gamma, beta, mean, variance, epsilon);

    /// <summary>Takes in a batch normalisation of the layer's sums; of several in a row, the one that comes first, first.</summary>
    /// <inheritdoc cref="InFront"/>
    public FoldedDense Behind(int gamma, int beta, int mean, int variance, double epsilon) =>
        Append(_behind, _units, gamma, beta, mean, variance, epsilon);

    /// <summary>Writes the folded layer into the parameters of a predictor, as <c>[inputs, units]</c>. Padding stays as it is.</summary>
    /// <param name="predictor">The predictor's parameters.</param>
    /// <param name="weight">Where the weights begin there.</param>
    /// <param name="bias">Where the biases begin there.</param>
    public void CopyTo(Arena predictor, int weight, int bias)
    {
        ReadOnlySpan<float> source = _network.Span[_weight..];
        Span<float> destination = predictor.Span[weight..];
        int block = ColumnBlocks.Padded(_inputs) * ColumnBlocks.Width, otherBlock = ColumnBlocks.Padded(_units) * ColumnBlocks.Width;
        for (int unit = 0; unit < _units; unit++)
        {
            int first = (unit / ColumnBlocks.Width * block) + (unit % ColumnBlocks.Width);
            double sum = _bias is { } own ? _network.Span[own + unit] : 0;
            for (int input = 0; input < _inputs; input++)
            {
                int at = first + (input * ColumnBlocks.Width);
                double value = source[_isTransposed ? (input / ColumnBlocks.Width * otherBlock) + (unit * ColumnBlocks.Width) + (input % ColumnBlocks.Width) : at];
                destination[at] = (float)(_inFront.Scale(input) * value * _behind.Scale(unit));
                sum += _inFront.Shift(input) * value;
            }

            predictor.Span[bias + unit] = (float)((sum * _behind.Scale(unit)) + _behind.Shift(unit));
        }
    }

    private FoldedDense Append(ColumnAffine map, int columns, int gamma, int beta, int mean, int variance, double epsilon)
    {
        map.Append(Vector(gamma), Vector(beta), Vector(mean), Vector(variance), epsilon);
        return this;

        ReadOnlySpan<float> Vector(int offset) => _network.Span.Slice(offset, columns);
    }
}
