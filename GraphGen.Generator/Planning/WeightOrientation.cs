using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Which weight matrices lie as <c>[units, inputs]</c> instead of <c>[inputs, units]</c>. Vectors run along the second dimension, in
/// blocks of 16, so a gradient and the optimizer's step on it cost the first dimension times the blocks of the second: for 100
/// inputs and 10 units 100 vectors one way and 10 times 7 the other.
/// </summary>
internal static class WeightOrientation
{
    /// <summary>By how much the other way must be cheaper. Each layer but the first keeps a copy in the other orientation anyhow.</summary>
    private const double Worthwhile = 1.05;

    /// <summary>The same for the first layer, which keeps a copy only then, unless another layer is tied to it.</summary>
    private const double WorthwhileWithCopy = 1.5;

    /// <summary>The weights that lie the other way, and how they are then stored.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">Its parameters.</param>
    public static IReadOnlyDictionary<ParameterSpec, ParameterSpec> Transposed(NetworkSpec network, IReadOnlyList<ParameterSpec> parameters)
    {
        var transposed = new Dictionary<ParameterSpec, ParameterSpec>();
        double threshold = WorthwhileWithCopy;
        foreach (var dense in network.Layers.OfType<DenseSpec>().Where(dense => dense.TiedTo is null))
        {
            threshold = network.IsShared(dense) ? Worthwhile : threshold;
            var weight = parameters.Single(parameter => parameter.Layer == dense.Name && parameter.Role == ParameterRole.Weight);

            // A penalty and a limit on norms work down the columns of [inputs, units].
            if (!dense.IsPenalized && dense.MaxNorm == 0 && Vectors(weight.Shape.Rows, weight.Shape.Columns) > threshold * Vectors(weight.Shape.Columns, weight.Shape.Rows))
            {
                transposed.Add(weight, weight.Transposed());
            }

            threshold = Worthwhile;
        }

        return transposed;
    }

    private static double Vectors(int rows, int columns) => (double)rows * ColumnBlock.Count(columns);
}
