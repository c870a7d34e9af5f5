using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Where an autoencoder's prediction is cut in two. The code is what comes into the dense layer behind the one called <c>code</c>, or behind the
/// narrowest hidden one, the first of several: its outputs with whatever activation and normalisation stand behind it.
/// </summary>
/// <param name="Code">The code in the graph of prediction.</param>
/// <param name="Decoder">The segment that reads it: with it the decoder begins.</param>
/// <param name="EncodingLayers">The layers that make the code.</param>
internal sealed record CodeSplit(Value Code, Segment Decoder, IReadOnlyList<LayerSpec> EncodingLayers)
{
    private const string Name = "code";

    /// <summary>Numbers in a code.</summary>
    public int Size => Code.Shape.Columns;

    /// <summary>That of a network which reconstructs its inputs and has a hidden layer; else null.</summary>
    public static CodeSplit? Of(NetworkSpec network, GraphPlan inference)
    {
        var dense = network.Layers.OfType<DenseSpec>().ToList();
        var hidden = dense.Take(dense.Count - 1).ToList();
        if (!network.Loss.IsReconstruction || hidden.Count == 0)
        {
            return null;
        }

        var code = hidden.FirstOrDefault(layer => string.Equals(layer.Key, Name, StringComparison.OrdinalIgnoreCase)) ?? hidden.OrderBy(layer => layer.Units).First();
        var next = dense[dense.IndexOf(code) + 1];
        var decoder = inference.Segments.Single(segment => segment.Kind == SegmentKind.Product && segment.Layer == next.Name);
        return new CodeSplit(decoder.Anchor.Inputs[0], decoder, network.Layers.TakeWhile(layer => layer != next).ToList());
    }
}
