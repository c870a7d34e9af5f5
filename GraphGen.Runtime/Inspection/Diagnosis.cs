using static System.FormattableString;

namespace GraphGen;

/// <summary>Names the troubles that a network's statistics show.</summary>
internal static class Diagnosis
{
    /// <summary>One element for each trouble: those of the whole network, then those of the layers in their order.</summary>
    public static IReadOnlyList<string> Of(NetworkStatistics network)
    {
        List<string> problems = [];
        AddNonFinite(problems, network);
        AddGradients(problems, network);
        foreach (LayerStatistics layer in network.Layers)
        {
            if (layer.DeadUnits > NetworkStatistics.DeadUnitsLimit)
            {
                problems.Add(Invariant($"Dead units: {Percent(layer.DeadUnits)} of the units of '{layer.Name}' pass no gradient in any of {network.Rows} rows. Lower the learning rate, initialise by Init.He, or use an activation that leaks, such as Act.LeakyRelu or Act.Elu."));
            }

            if (layer.SaturatedShare > NetworkStatistics.SaturatedLimit)
            {
                problems.Add(Invariant($"Saturation: {Percent(layer.SaturatedShare)} of the outputs of '{layer.Name}' lie within 1% of an end of their range, where the slope is almost zero. Use smaller first weights (Init.Glorot), standardise the inputs, put [BatchNorm] before the activation, or use an unbounded activation such as Act.Relu."));
            }
        }

        return problems.AsReadOnly();
    }

    private static void AddNonFinite(List<string> problems, NetworkStatistics network)
    {
        foreach (LayerStatistics layer in network.Layers)
        {
            TensorStatistics[] tensors = [.. layer.Parameters.Select(parameter => parameter.Values), layer.Outputs];
            if (tensors.FirstOrDefault(tensor => tensor.NonFiniteShare > 0) is { } tensor)
            {
                string what = ReferenceEquals(tensor, layer.Outputs) ? "outputs" : "parameters";
                problems.Add(Invariant($"Not finite: {Percent(tensor.NonFiniteShare)} of the {what} of '{layer.Name}' are NaN or infinite, the first from the input on. Load or construct the network anew and train it with a smaller learning rate or with [ClipGradientNorm]."));
                return;
            }
        }
    }

    private static void AddGradients(List<string> problems, NetworkStatistics network)
    {
        if (network.Layers.Count == 0 || !(network.Layers[^1].Gradients.StandardDeviation is var last and > 0))
        {
            return;
        }

        LayerStatistics weakest = network.Layers.MinBy(Deviation)!, strongest = network.Layers.MaxBy(Deviation)!;
        if (Deviation(weakest) < NetworkStatistics.VanishingRatio * last)
        {
            problems.Add(Invariant($"Vanishing gradients: their deviation is {Deviation(weakest):G3} at the outputs of '{weakest.Name}', {Deviation(weakest) / last:G2} times that at the network's outputs. Initialise as the activation needs it (Init.Auto), use [BatchNorm], or replace a sigmoid or tanh by Act.Relu, Act.Elu or Act.Selu."));
        }

        if (Deviation(strongest) > NetworkStatistics.ExplodingRatio * last)
        {
            problems.Add(Invariant($"Exploding gradients: their deviation is {Deviation(strongest):G3} at the outputs of '{strongest.Name}', {Deviation(strongest) / last:G2} times that at the network's outputs. Use smaller first weights (Init.Auto), [BatchNorm] or [ClipGradientNorm]."));
        }
    }

    private static float Deviation(LayerStatistics layer) => layer.Gradients.StandardDeviation;

    private static string Percent(float share) => Invariant($"{100 * share:G3}%");
}
