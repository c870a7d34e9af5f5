using System.Globalization;
using System.Numerics;
using System.Text;

namespace GraphGen;

/// <summary>Shapes in messages: <c>[784, 300]</c>.</summary>
internal static class ShapeText
{
    public static string Of<T>(ReadOnlySpan<T> shape)
        where T : IBinaryInteger<T>
    {
        var text = new StringBuilder("[");
        for (int dimension = 0; dimension < shape.Length; dimension++)
        {
            text.Append(dimension == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{shape[dimension]}");
        }

        return text.Append(']').ToString();
    }

    public static string Of(int[] shape) => Of<int>(shape.AsSpan());
}
