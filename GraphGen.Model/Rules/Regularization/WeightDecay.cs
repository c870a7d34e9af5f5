namespace GraphGen.Model;

/// <summary>Weight decay in the place of L2 penalties.</summary>
internal static class WeightDecay
{
    /// <summary>How <paramref name="optimizer"/>, Adam or one of its kin, is declared with weight decay in short, such as <c>AdamW(weightDecay: 0.01)</c>.</summary>
    public static string Of(AttributeFacts optimizer, double decay) => optimizer.Kind is AttributeKind.Adam or AttributeKind.AdamW
        ? $"AdamW(weightDecay: {Text.Literal(decay)})"
        : $"{optimizer.Kind}(WeightDecay = {Text.Literal(decay)})";

    /// <summary>What to do about a penalty, as the end of a sentence.</summary>
    public static string Advice(DeclaredNetwork network, double penalty) => network.Network.Optimizer.WeightDecay is > 0 and var decay
        ? $"remove it, since the optimizer decays weights by {Text.Literal(decay)} already"
        : $"use [{Of(network.Optimizer!, penalty)}]";

    /// <summary>
    /// Takes away all penalties and gives the optimizer their number, which is the same decay: the penalty's gradient is <c>L2 w</c>.
    /// An optimizer that decays weights already keeps its own number. Null where layers differ, biases are penalised, or the optimizer is the
    /// preset's.
    /// </summary>
    public static Repair? InsteadOfL2(DeclaredNetwork network)
    {
        int[] trained = [.. network.DensePositions.Where(position => !((DenseSpec)network.Layers[position]).Frozen)];
        if (network.Network.Optimizer.WeightDecay > 0)
        {
            return new Repair("Remove L2", new(Speakers(network).Select(WithoutL2)));
        }

        if (network.OptimizerAttribute is not { } optimizer || trained.Length == 0)
        {
            return null;
        }

        double decay = ((DenseSpec)network.Layers[trained[0]]).L2;
        return trained.All(position => network.Layers[position] is DenseSpec { PenalizesBias: false } dense && dense.L2 == decay)
            ? new Repair(
                $"Use [{Of(network.Declaration.Attributes[optimizer], decay)}]",
                new(Speakers(network).Select(WithoutL2).Append(WithDecay(network, optimizer, decay))))
            : null;
    }

    /// <summary>The attributes that give any layer an L2 penalty.</summary>
    private static IEnumerable<int> Speakers(DeclaredNetwork network) => network.DensePositions
        .Select(position => network.Arguments(position).L2)
        .Where(said => said.Value > 0)
        .Select(said => said.Attribute!.Value)
        .Distinct();

    private static Edit WithoutL2(int attribute) => new Edit.RemoveArgument(attribute, "L2");

    private static Edit WithDecay(DeclaredNetwork network, int optimizer, double decay)
    {
        AttributeFacts facts = network.Declaration.Attributes[optimizer];
        return facts.Kind switch
        {
            AttributeKind.Adam => new Edit.ReplaceAttribute(
                optimizer,
                OptimizerText.Of(AttributeKind.AdamW, [("weightDecay", decay), .. OptimizerArguments.Changed(facts)], facts)),
            AttributeKind.AdamW when !facts.Says("WeightDecay") => new Edit.SetArgument(optimizer, "weightDecay", Text.Literal(decay)),
            _ => new Edit.SetArgument(optimizer, "WeightDecay", Text.Literal(decay)),
        };
    }
}
