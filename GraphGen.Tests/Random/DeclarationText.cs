using System.Globalization;
using System.Text;
using GraphGen.Model;

namespace GraphGen.Tests.Randomized;

using Act = GraphGen.Model.Act;

/// <summary>Writes a network as the attributes that declare it.</summary>
internal static class DeclarationText
{
    /// <summary>The declaration, one attribute a line, with a class called <see cref="NetworkSpec.Name"/>.</summary>
    public static string Of(NetworkSpec network)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[Input({network.InputSize})]\n");
        foreach (LayerSpec layer in network.Layers)
        {
            text.Append('[').Append(Layer(layer)).Append("]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"[{network.Loss}]\n");
        text.Append('[').Append(Optimizer(network.Optimizer)).Append("]\n");
        return text.Append(CultureInfo.InvariantCulture, $"{network.Accessibility} partial class {network.Name};\n").ToString();
    }

    private static string Layer(LayerSpec layer) => layer switch
    {
        DenseSpec dense => $"Dense({string.Join(", ", Arguments(dense))})",
        ActivationSpec activation => $"Activation(Act.{activation.Activation})",
        BatchNormSpec batchNorm => $"BatchNorm(Momentum = {Number(batchNorm.Momentum)}, Epsilon = {Number(batchNorm.Epsilon)})",
        DropoutSpec dropout => $"Dropout({Number(dropout.Rate)})",
        _ => throw new ArgumentException($"No attribute for {layer}: add one here.", nameof(layer)),
    };

    private static IEnumerable<string> Arguments(DenseSpec dense)
    {
        yield return dense.Units.ToString(CultureInfo.InvariantCulture);
        yield return $"Init.{dense.Init}";
        if (dense.Activation != Act.Linear)
        {
            yield return $"Act.{dense.Activation}";
        }

        if (!dense.Bias)
        {
            yield return "Bias = false";
        }

        if (dense.L2 > 0)
        {
            yield return $"L2 = {Number(dense.L2)}";
        }

        if (dense.MaxNorm > 0)
        {
            yield return $"MaxNorm = {Number(dense.MaxNorm)}";
        }

        if (dense.Frozen)
        {
            yield return "Frozen = true";
        }
    }

    private static string Optimizer(OptimizerSpec optimizer) => optimizer switch
    {
        SgdSpec => "Sgd",
        MomentumSpec momentum => $"{(momentum.Nesterov ? "Nag" : "Momentum")}({Number(momentum.Beta)})",
        AdamSpec adam => $"Adam({Number(adam.Beta1)}, {Number(adam.Beta2)}, {Number(adam.Epsilon)})",
        _ => throw new ArgumentException($"No attribute for {optimizer}: add one here.", nameof(optimizer)),
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
