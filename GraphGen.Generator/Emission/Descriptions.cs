using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Layers and optimizers in words, as they were declared, for summaries and doc comments.</summary>
internal static class Descriptions
{
    public static string Of(LayerSpec layer) => layer switch
    {
        DenseSpec dense => Dense(dense),
        ActivationSpec activation => $"Activation({activation.Activation})",
        BatchNormSpec batchNorm => $"BatchNorm(momentum {Number(batchNorm.Momentum)}, epsilon {Number(batchNorm.Epsilon)})",
        DropoutSpec dropout => $"Dropout({Number(dropout.Rate)})",
        _ => layer.Name,
    };

    public static string Of(OptimizerSpec optimizer) => optimizer switch
    {
        SgdSpec => "Sgd",
        MomentumSpec momentum => $"{(momentum.Nesterov ? "Nag" : "Momentum")}(momentum {Number(momentum.Beta)})",
        AdamSpec adam => $"Adam(beta1 {Number(adam.Beta1)}, beta2 {Number(adam.Beta2)}, epsilon {Number(adam.Epsilon)})",
        _ => optimizer.ToString(),
    };

    public static string Kind(LayerSpec layer) => layer.GetType().Name.Replace("Spec", "");

    private static string Dense(DenseSpec dense)
    {
        string text = $"Dense({Literal.Int(dense.Units)}, {dense.Init}, {dense.Activation})";
        text += dense.Bias ? "" : " without bias";
        text += dense.L2 > 0 ? $", L2 {Number(dense.L2)}" : "";
        text += dense.MaxNorm > 0 ? $", max-norm {Number(dense.MaxNorm)}" : "";
        return text + (dense.Frozen ? ", frozen" : "");
    }

    private static string Number(double number) => Literal.Double(number).TrimEnd('d');
}
