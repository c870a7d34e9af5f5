using System.Globalization;
using System.Text;

namespace GraphGen.Benchmarks.Generation;

/// <summary>A declaration with ten dense layers, as source text, whose fifth layer changes its width from edit to edit.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Widths">Units of its layers.</param>
internal sealed record TenLayers(string Name, IReadOnlyList<int> Widths)
{
    private const int EditedLayer = 4;

    /// <summary>Ten layers of one shape, so that they share their kernels.</summary>
    public static readonly TenLayers Equal = new("ten layers of equal shape", [.. Enumerable.Repeat(64, 10)]);

    /// <summary>Ten layers of ten shapes.</summary>
    public static readonly TenLayers Different = new(
        "ten layers of different shapes", [.. Enumerable.Range(0, 10).Select(layer => 210 - (20 * layer))]);

    /// <summary>The width of the edited layer after so many edits.</summary>
    public int EditedWidth(int edit) => Widths[EditedLayer] + edit;

    /// <summary>The text after so many edits; 0 is the declaration itself.</summary>
    public string Source(int edit, string className = "Edited")
    {
        var text = new StringBuilder("using GraphGen;\n\n[Input(64)]\n");
        for (int layer = 0; layer < Widths.Count; layer++)
        {
            int width = layer == EditedLayer ? EditedWidth(edit) : Widths[layer];
            text.Append(CultureInfo.InvariantCulture, $"[Dense({width}{(layer == Widths.Count - 1 ? "" : ", Act.Relu")})]\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"[SoftmaxCrossEntropy]\n[Nag]\npublic partial class {className};\n").ToString();
    }
}
