using System.Globalization;
using System.Text;
using GraphGen.Model;

namespace GraphGen.Tests.Randomized;

using Act = GraphGen.Model.Act;
using FanMode = GraphGen.Model.FanMode;

/// <summary>Writes a network as the attributes that declare it.</summary>
internal static class DeclarationText
{
    /// <summary>The declaration, one attribute a line, with a class called <see cref="NetworkSpec.Name"/>.</summary>
    public static string Of(NetworkSpec network)
    {
        var text = new StringBuilder();
        IEnumerable<string> structure = network.Boltzmann is { } machine
            ? [Machine(network, machine)]
            : network.Layers.Select(Layer).Prepend(FormattableString.Invariant($"Input({network.InputSize})")).Append(Loss(network.Loss));
        foreach (string attribute in structure.Append(Optimizer(network.Optimizer)).Concat(Training(network)))
        {
            text.Append('[').Append(attribute).Append("]\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{network.Accessibility} partial class {network.Name};\n").ToString();
    }

    private static string Machine(NetworkSpec network, BoltzmannSpec machine) =>
        FormattableString.Invariant($"Rbm({network.InputSize}, {((DenseSpec)network.Layers[0]).Units}, Visible = VisibleUnits.{machine.Visible}, Steps = {machine.Steps}, PersistentChains = {machine.PersistentChains})");

    private static string Layer(LayerSpec layer) => layer switch
    {
        DenseSpec dense => $"Dense({string.Join(", ", Arguments(dense))})",
        ActivationSpec activation => $"Activation({string.Join(", ", Slopes(activation.Activation).Prepend($"Act.{activation.Activation.Kind}"))})",
        BatchNormSpec batchNorm => $"BatchNorm(Momentum = {Number(batchNorm.Momentum)}, Epsilon = {Number(batchNorm.Epsilon)}{(batchNorm.Frozen ? ", Frozen = true" : "")})",
        DropoutSpec dropout => $"Dropout({Number(dropout.Rate)})",
        AlphaDropoutSpec dropout => $"AlphaDropout({Number(dropout.Rate)})",
        GaussianNoiseSpec noise => $"GaussianNoise({Number(noise.Deviation)})",
        ActivityRegularizationSpec activity => $"ActivityRegularization({Number(activity.L1)})",
        SparsitySpec sparsity => $"Sparsity({Number(sparsity.Target)}, {Number(sparsity.Weight)})",
        _ => throw new ArgumentException($"No attribute for {layer}: add one here.", nameof(layer)),
    };

    private static IEnumerable<string> Arguments(DenseSpec dense)
    {
        yield return dense.Units.ToString(CultureInfo.InvariantCulture);
        if (dense.TiedTo is null)
        {
            yield return $"Init.{dense.Init}";
        }

        if (dense.Activation.Kind != Act.Linear)
        {
            yield return $"Act.{dense.Activation.Kind}";
        }

        IEnumerable<(bool IsSet, string Text)> properties =
        [
            (!dense.Bias, "Bias = false"),
            (dense.L1 > 0, $"L1 = {Number(dense.L1)}"),
            (dense.L2 > 0, $"L2 = {Number(dense.L2)}"),
            (dense.PenalizesBias, "PenalizeBias = true"),
            (dense.MaxNorm > 0, $"MaxNorm = {Number(dense.MaxNorm)}"),
            (dense.FanMode != FanMode.Auto, $"FanMode = FanMode.{dense.FanMode}"),
            (dense.Gain != 1, $"Gain = {Number(dense.Gain)}"),
            (dense.RateMultiplier != 1, $"RateMultiplier = {Number(dense.RateMultiplier)}"),
            (dense.Frozen, "Frozen = true"),
            (dense.TiedTo is not null, $"TiedTo = \"{dense.TiedTo}\""),
        ];
        foreach (string text in properties.Where(property => property.IsSet).Select(property => property.Text).Concat(Slopes(dense.Activation)))
        {
            yield return text;
        }
    }

    private static IEnumerable<string> Slopes(ActivationFunction function)
    {
        ActivationFunction usual = function.Kind;
        if (function.Alpha != usual.Alpha)
        {
            yield return $"Alpha = {Number(function.Alpha)}";
        }

        if (function.UpperAlpha != usual.UpperAlpha)
        {
            yield return $"UpperAlpha = {Number(function.UpperAlpha)}";
        }
    }

    private static string Loss(LossSpec loss) => loss switch
    {
        { IsReconstruction: true } => $"Reconstruction(ReconstructionLoss.{(loss.Kind == LossKind.BinaryCrossEntropy ? "CrossEntropy" : "SquaredError")})",
        { LabelSmoothing: > 0 } => $"{loss.Kind}(LabelSmoothing = {Number(loss.LabelSmoothing)})",
        { Kind: LossKind.Huber } => $"Huber({Number(loss.Delta)})",
        _ => loss.Kind.ToString(),
    };

    private static string Optimizer(OptimizerSpec optimizer)
    {
        (string name, double[] numbers) = optimizer switch
        {
            SgdSpec => ("Sgd", Array.Empty<double>()),
            MomentumSpec momentum => (momentum.Nesterov ? "Nag" : "Momentum", [momentum.Beta]),
            AdaGradSpec adaGrad => ("AdaGrad", [adaGrad.Epsilon]),
            RmsPropSpec rmsProp => ("RmsProp", [rmsProp.Beta, rmsProp.Epsilon]),
            AdamSpec adam => ("Adam", [adam.Beta1, adam.Beta2, adam.Epsilon]),
            AdaMaxSpec adaMax => ("AdaMax", [adaMax.Beta1, adaMax.Beta2, adaMax.Epsilon]),
            NadamSpec nadam => ("Nadam", [nadam.Beta1, nadam.Beta2, nadam.Epsilon, nadam.MomentumDecay]),
            _ => throw new ArgumentException($"No attribute for {optimizer}: add one here.", nameof(optimizer)),
        };
        List<string> arguments = numbers.Select(Number).ToList();
        if (optimizer.WeightDecay > 0)
        {
            arguments.Add($"WeightDecay = {Number(optimizer.WeightDecay)}");
        }

        if (optimizer.DecaysVectors)
        {
            arguments.Add("DecayBiases = true");
        }

        return $"{name}({string.Join(", ", arguments)})";
    }

    private static IEnumerable<string> Training(NetworkSpec network)
    {
        (bool IsSet, string Text)[] attributes =
        [
            (network.ClipValue > 0, $"ClipGradientValue({Number(network.ClipValue)})"),
            (network.ClipNorm > 0, $"ClipGradientNorm({Number(network.ClipNorm)})"),
            (network.AccumulatedBatches > 1, $"AccumulateGradients({network.AccumulatedBatches.ToString(CultureInfo.InvariantCulture)})"),
            (network.AverageDecay > 0, $"AverageWeights({Number(network.AverageDecay)})"),
            (network.HasSampleWeights, "SampleWeights"),
            (network.HasInputGradients, "InputGradients"),
        ];
        return attributes.Where(attribute => attribute.IsSet).Select(attribute => attribute.Text);
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
