using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>What one layer is and costs, for <c>Info</c> and for what editors show.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">Features in a row of its input.</param>
/// <param name="Outputs">Features in a row of its output.</param>
/// <param name="Parameters">The number of its parameters, trained or frozen.</param>
/// <param name="MovingStatistics">The number of its moving means and variances.</param>
/// <param name="FlopsPerRow">Floating-point operations of a prediction of one row.</param>
/// <param name="ActivationBytesPerRow">Bytes that the forward pass of a training step keeps for a row.</param>
internal sealed record LayerCosts(
    LayerSpec Layer, int Inputs, int Outputs, long Parameters, long MovingStatistics, long FlopsPerRow, long ActivationBytesPerRow)
{
    /// <summary>The costs of every layer, in their order.</summary>
    public static IEnumerable<LayerCosts> Of(NetworkPlan plan)
    {
        int inputs = plan.Network.InputSize;
        foreach (LayerSpec layer in plan.Network.Layers)
        {
            int outputs = layer is DenseSpec dense ? dense.Units : inputs;
            yield return new LayerCosts(
                layer,
                inputs,
                outputs,
                Count(plan, layer, statistics: false),
                Count(plan, layer, statistics: true),
                layer is DenseSpec ? 2L * inputs * outputs : 0,
                4L * ColumnBlock.Width * plan.Training.ActivationBlocks(layer.Name));
            inputs = outputs;
        }
    }

    private static long Count(NetworkPlan plan, LayerSpec layer, bool statistics) => plan.Parameters.Parameters
        .Where(parameter => parameter.Layer == layer.Name && parameter.IsStatistic == statistics)
        .Sum(parameter => parameter.Length);
}
