using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>Fills in what a declaration leaves unsaid: names, initialisers, defaults.</summary>
internal static class Completer
{
    /// <summary>The network that <paramref name="declaration"/>, in which no rule found an error, stands for.</summary>
    public static NetworkSpec Complete(Declaration declaration)
    {
        IReadOnlyList<LayerName> names = LayerName.Of(declaration);
        AttributeFacts[] layers = [.. declaration.LayerIndices.Select(index => declaration.Attributes[index])];
        return new NetworkSpec(
            declaration.Namespace,
            new(declaration.ContainingTypes.Select(Header)),
            declaration.Class.Name,
            declaration.Class.Accessibility,
            declaration.Find(AttributeKind.Input)!.Value("features", 0),
            new(layers.Select((_, position) => Layer(layers, position, names[position]))),
            Loss(declaration.Attributes.Single(attribute => attribute.Kind.IsLoss()).Kind),
            Optimizer(declaration.Attributes.SingleOrDefault(attribute => attribute.Kind.IsOptimizer())));
    }

    private static string Header(TypeFacts type) => $"partial {type.Keyword} {EscapeKeyword(type.Name)}";

    /// <summary>A name as source text. Contextual keywords are escaped, too: some of them may not name a type.</summary>
    private static string EscapeKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static LayerSpec Layer(AttributeFacts[] layers, int position, LayerName name)
    {
        AttributeFacts layer = layers[position];
        return layer.Kind switch
        {
            AttributeKind.Dense => Dense(layers, position, name),
            AttributeKind.Activation => new ActivationSpec(name.Member, name.Key, (Act)layer.Value("activation", 0)),
            AttributeKind.BatchNorm => new BatchNormSpec(
                name.Member,
                name.Key,
                layer.Value("Momentum", Defaults.BatchNormMomentum),
                layer.Value("Epsilon", Defaults.BatchNormEpsilon)),
            AttributeKind.Dropout => new DropoutSpec(name.Member, name.Key, layer.Value("rate", 0.0)),
            _ => throw new ArgumentException($"[{layer.Kind}] is no layer.", nameof(layers)),
        };
    }

    private static DenseSpec Dense(AttributeFacts[] layers, int position, LayerName name)
    {
        AttributeFacts layer = layers[position];
        var init = (Init)layer.Value("init", (int)Init.Auto);
        if (init == Init.Auto)
        {
            init = AutomaticInit.For(AutomaticInit.EffectiveActivation(layers, position));
        }

        return new DenseSpec(
            name.Member,
            name.Key,
            layer.Value("units", 0),
            init,
            Defaults.TakesScale(init) ? layer.Value("InitScale", Defaults.InitScale(init)) : 0,
            (Act)layer.Value("activation", (int)Act.Linear),
            layer.Value("Bias", Defaults.Bias),
            layer.Value("L2", 0.0),
            layer.Value("MaxNorm", 0.0),
            layer.Value("Frozen", false));
    }

    private static LossKind Loss(AttributeKind kind) => kind switch
    {
        AttributeKind.SoftmaxCrossEntropy => LossKind.SoftmaxCrossEntropy,
        AttributeKind.BinaryCrossEntropy => LossKind.BinaryCrossEntropy,
        AttributeKind.MeanSquaredError => LossKind.MeanSquaredError,
        _ => throw new ArgumentException($"[{kind}] is no loss.", nameof(kind)),
    };

    private static OptimizerSpec Optimizer(AttributeFacts? attribute) => attribute?.Kind switch
    {
        null or AttributeKind.Sgd => new SgdSpec(),
        AttributeKind.Momentum => new MomentumSpec(attribute.Value("momentum", 0.0), Nesterov: false),
        AttributeKind.Nag => new MomentumSpec(attribute.Value("momentum", 0.0), Nesterov: true),
        AttributeKind.Adam => new AdamSpec(attribute.Value("beta1", 0.0), attribute.Value("beta2", 0.0), attribute.Value("epsilon", 0.0)),
        _ => throw new ArgumentException($"[{attribute.Kind}] is no optimizer.", nameof(attribute)),
    };
}
