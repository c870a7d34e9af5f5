using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Layers and optimizers in words, as they were declared, for summaries and doc comments.</summary>
internal static class Descriptions
{
    public static string Of(LayerSpec layer) => layer switch
    {
        DenseSpec dense => Dense(dense),
        ActivationSpec activation => $"Activation({activation.Activation})",
        BatchNormSpec batchNorm => $"BatchNorm(momentum {Number(batchNorm.Momentum)}, epsilon {Number(batchNorm.Epsilon)}){(batchNorm.Frozen ? ", frozen" : "")}",
        DropoutSpec dropout => $"Dropout({Number(dropout.Rate)})",
        AlphaDropoutSpec dropout => $"AlphaDropout({Number(dropout.Rate)})",
        GaussianNoiseSpec noise => $"GaussianNoise({Number(noise.Deviation)})",
        ActivityRegularizationSpec activity => $"ActivityRegularization({Number(activity.L1)})",
        SparsitySpec sparsity => $"Sparsity(target {Number(sparsity.Target)}, weight {Number(sparsity.Weight)})",
        _ => layer.Name,
    };

    /// <summary>A layer with its shape and costs, as a sentence.</summary>
    public static string Of(LayerCosts costs)
    {
        var parts = new List<string> { $"{Count(costs.Inputs)} to {Count(costs.Outputs)} features" };
        Add(costs.Parameters, "parameters");
        Add(costs.MovingStatistics, "moving statistics");
        Add(costs.FlopsPerRow, "FLOPs per row");
        Add(costs.ActivationBytesPerRow, "bytes of activations per row in training");
        return $"{Of(costs.Layer)}: {string.Join(", ", parts)}.";

        void Add(long count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{Count(count)} {what}");
            }
        }

        static string Count(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string Of(LossSpec loss) => loss switch
    {
        { LabelSmoothing: > 0 } => $"{loss.Kind}(label smoothing {Number(loss.LabelSmoothing)})",
        { IsReconstruction: true, Kind: LossKind.BinaryCrossEntropy } => "Reconstruction(CrossEntropy)",
        { IsReconstruction: true } => "Reconstruction(SquaredError)",
        { Kind: LossKind.Huber } => $"Huber({Number(loss.Delta)})",
        _ => loss.Kind.ToString(),
    };

    /// <summary>The loss as a member of the library's <c>LossFunction</c>.</summary>
    public static string FunctionOf(LossSpec loss) => loss switch
    {
        { IsReconstruction: true, Kind: LossKind.BinaryCrossEntropy } => "ReconstructionCrossEntropy",
        { IsReconstruction: true } => "Reconstruction",
        _ => loss.Kind.ToString(),
    };

    public static string Of(OptimizerSpec optimizer)
    {
        var numbers = new List<string>(optimizer switch
        {
            SgdSpec => [],
            MomentumSpec momentum => [$"momentum {Number(momentum.Beta)}"],
            AdaGradSpec adaGrad => [Epsilon(adaGrad.Epsilon)],
            RmsPropSpec rmsProp => [$"beta {Number(rmsProp.Beta)}", Epsilon(rmsProp.Epsilon)],
            AdamSpec adam => [.. Betas(adam.Beta1, adam.Beta2), Epsilon(adam.Epsilon)],
            AdaMaxSpec adaMax => [.. Betas(adaMax.Beta1, adaMax.Beta2), Epsilon(adaMax.Epsilon)],
            NadamSpec nadam => [.. Betas(nadam.Beta1, nadam.Beta2), Epsilon(nadam.Epsilon), $"momentum decay {Number(nadam.MomentumDecay)}"],
            _ => throw new InvalidOperationException($"No words for {optimizer}."),
        });
        if (optimizer.WeightDecay > 0)
        {
            numbers.Add($"weight decay {Number(optimizer.WeightDecay)}{(optimizer.DecaysVectors ? " on biases, too" : "")}");
        }

        string name = optimizer switch
        {
            MomentumSpec { Nesterov: true } => "Nag",
            AdamSpec { WeightDecay: > 0 } => "AdamW",
            _ => optimizer.GetType().Name.Replace("Spec", ""),
        };
        return name + (numbers.Count > 0 ? $"({string.Join(", ", numbers)})" : "");
    }

    /// <summary>What the declaration says of training besides loss and optimizer, one fact an element.</summary>
    public static IEnumerable<string> Training(NetworkSpec network)
    {
        if (network.ClipNorm > 0)
        {
            yield return $"gradients scaled to a common norm of at most {Number(network.ClipNorm)}";
        }

        if (network.ClipValue > 0)
        {
            yield return $"gradients clipped to ±{Number(network.ClipValue)}";
        }

        if (network.AccumulatedBatches > 1)
        {
            yield return $"gradients averaged over {Literal.Int(network.AccumulatedBatches)} mini-batches a step";
        }

        if (network.AverageDecay > 0)
        {
            yield return $"weights averaged with a decay of {Number(network.AverageDecay)}";
        }

        if (network.HasSampleWeights)
        {
            yield return "rows weighted in the loss";
        }
    }

    private static string Epsilon(double epsilon) => $"epsilon {Number(epsilon)}";

    private static IEnumerable<string> Betas(double beta1, double beta2) => [$"beta1 {Number(beta1)}", $"beta2 {Number(beta2)}"];

    private static string Dense(DenseSpec dense)
    {
        string init = dense.Init + (dense.FanMode == FanMode.Auto ? "" : $" on fan-{dense.FanMode.ToString().ToLowerInvariant()}") + (dense.Gain == 1 ? "" : $" gain {Number(dense.Gain)}");
        string text = $"Dense({Literal.Int(dense.Units)}, {(dense.TiedTo is null ? init : $"tied to {dense.TiedTo}")}, {dense.Activation})";
        text += dense.Bias ? "" : " without bias";
        text += dense.L1 > 0 ? $", L1 {Number(dense.L1)}" : "";
        text += dense.L2 > 0 ? $", L2 {Number(dense.L2)}" : "";
        text += dense is { IsPenalized: true, PenalizesBias: true } ? " on biases, too" : "";
        text += dense.RateMultiplier == 1 ? "" : $", rate × {Number(dense.RateMultiplier)}";
        text += dense.MaxNorm > 0 ? $", max-norm {Number(dense.MaxNorm)}" : "";
        return text + (dense.Frozen ? ", frozen" : "");
    }

    private static string Number(double number) => Literal.Double(number).TrimEnd('d');
}
