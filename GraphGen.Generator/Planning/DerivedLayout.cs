using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// The arena of what is computed from parameters whenever they change: the transposed weights that the input gradients
/// multiply with, and the folded vectors of prediction. It starts with zeros, the bias of products that have none.
/// </summary>
internal sealed class DerivedLayout
{
    private readonly Dictionary<ParameterSpec, int> transposed = [];

    /// <param name="widest">Columns of the widest product.</param>
    public DerivedLayout(int widest) => Floats = Zeros = ColumnBlock.Padded(widest);

    /// <summary>An arena that begins with zeros enough for each product of a network.</summary>
    public static DerivedLayout For(NetworkSpec network) =>
        new(network.Layers.OfType<DenseSpec>().Select(dense => dense.Units).Concat([network.InputSize]).Max());

    /// <summary>Length of the zeros at its start.</summary>
    public int Zeros { get; }

    /// <summary>Length of the arena.</summary>
    public int Floats { get; private set; }

    /// <summary>The weights that have a transposed copy, and where it lies.</summary>
    public IReadOnlyDictionary<ParameterSpec, int> Transposed => transposed;

    public int Transpose(ParameterSpec weight)
    {
        if (!transposed.TryGetValue(weight, out int offset))
        {
            offset = Take(ParameterLayout.PaddedLength(weight.Shape));
            transposed.Add(weight, offset);
        }

        return offset;
    }

    public int Vector(int columns) => Take(ColumnBlock.Padded(columns));

    private int Take(int floats)
    {
        int offset = Floats;
        Floats += floats;
        return offset;
    }
}
