namespace GraphGen.Model;

/// <summary>GG2013: an argument that changes nothing where it stands. Saying what holds anyway is no mistake.</summary>
internal static class ArgumentWithoutEffectRule
{
    /// <summary>What attribute types hold where nothing is said. Slopes and scales hold nothing that one could say.</summary>
    private static readonly Dictionary<string, object> BuiltInValues = new(StringComparer.Ordinal)
    {
        ["init"] = (int)Init.Auto,
        ["activation"] = (int)Act.Linear,
        ["FanMode"] = (int)FanMode.Auto,
        ["Gain"] = BuiltIn.Gain,
        ["L1"] = 0.0,
        ["L2"] = 0.0,
        ["MaxNorm"] = 0.0,
        ["PenalizeBias"] = false,
        ["Bias"] = BuiltIn.Bias,
        ["RateMultiplier"] = BuiltIn.RateMultiplier,
    };

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        DenseArgumentUse[] uses = [.. network.DensePositions.SelectMany(position => DenseArgumentUse.Of(network, position))];
        return Layers(network).Concat(Defaults(network, uses)).Concat(Training(network))
            .OrderBy(problem => ((Place.OnAttribute)problem.Place).Index);
    }

    private static IEnumerable<Problem> Layers(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.Layers.Count)
        where network.Layers[position] is DenseSpec or ActivationSpec
        let attribute = network.AttributeOf(position)
        from use in network.Layers[position] is DenseSpec ? DenseArgumentUse.Of(network, position) : Slopes((ActivationSpec)network.Layers[position])
        where use is { Source: ArgumentSource.Layer, Unheeded: not null } && IsSaid(network.Declaration.Attributes[attribute], use.Name)
        select Removable(network, attribute, use.Name, use.Unheeded!);

    private static IEnumerable<DenseArgumentUse> Slopes(ActivationSpec layer)
    {
        string none = $"Act.{layer.Activation.Kind} takes none";
        yield return new("Alpha", ArgumentSource.Layer, layer.Activation.HasAlpha ? null : none);
        yield return new("UpperAlpha", ArgumentSource.Layer, layer.Activation.Kind == Act.RRelu ? null : none);
    }

    private static IEnumerable<Problem> Defaults(DeclaredNetwork network, DenseArgumentUse[] uses)
    {
        if (network.Defaults is not { } defaults)
        {
            return [];
        }

        var heeded = new HashSet<string>(
            uses.Where(use => use is { Source: ArgumentSource.Defaults, Unheeded: null }).Select(use => use.Name), StringComparer.Ordinal);
        return from argument in defaults.Facts.Arguments
               where IsSaid(defaults.Facts, argument.Name) && !heeded.Contains(argument.Name)
               select Removable(network, defaults.Attribute, argument.Name, "no layer takes it from there");
    }

    private static IEnumerable<Problem> Training(DeclaredNetwork network)
    {
        if (network.OptimizerAttribute is { } optimizer
            && network.Declaration.Attributes[optimizer].Value("DecayBiases", false)
            && network.Network.Optimizer.WeightDecay == 0)
        {
            yield return Removable(network, optimizer, "DecayBiases", "there is no weight decay");
        }

        foreach (int index in network.Declaration.IndicesWhere(kind => kind == AttributeKind.AccumulateGradients))
        {
            if (network.Network.AccumulatedBatches == 1)
            {
                yield return Removable(network, index, "batches", "every step takes one mini-batch anyway");
            }
        }
    }

    private static bool IsSaid(AttributeFacts attribute, string argument) => attribute.Arguments.Any(candidate =>
        candidate.Name == argument && !(BuiltInValues.TryGetValue(argument, out object? builtIn) && builtIn.Equals(candidate.Value)));

    private static Problem Removable(DeclaredNetwork network, int attribute, string argument, string reason)
    {
        AttributeFacts facts = network.Declaration.Attributes[attribute];
        bool isAll = facts.Arguments.Count == 1 && facts.Kind is AttributeKind.Defaults or AttributeKind.AccumulateGradients;
        return Problem.Of(RuleIds.ArgumentWithoutEffect, new Place.OnAttribute(attribute, argument), argument, facts.Kind.ToString(), reason)
            .MendedBy(
                isAll ? $"Remove [{facts.Kind}]" : $"Remove {argument}",
                isAll ? new Edit.RemoveAttribute(attribute) : new Edit.RemoveArgument(attribute, argument));
    }
}
