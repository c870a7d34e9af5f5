namespace GraphGen.Model;

/// <summary>
/// GG4005: the first argument of an optimizer is no learning rate, as it is in other frameworks: here the rate is an argument of Fit and
/// TrainStep. Numbers far from where that hyperparameter lies give the mistake away.
/// </summary>
internal static class RateArgumentRule
{
    /// <summary>Decays and momenta up to here forget nearly all but the last gradient; rates seldom lie above.</summary>
    private const double HighestRate = 0.1;

    /// <summary>AdaGrad's epsilon only keeps from dividing by zero; rates seldom lie below.</summary>
    private const double LowestRate = 1e-3;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        if (network.OptimizerAttribute is not { } attribute)
        {
            yield break;
        }

        AttributeFacts optimizer = network.Declaration.Attributes[attribute];
        if (optimizer.Kind is AttributeKind.Sgd or AttributeKind.AdamW)
        {
            yield break;
        }

        (string Name, double Value) first = OptimizerArguments.Of(optimizer.Kind)[0];
        double value = optimizer.Value(first.Name, first.Value);
        if (first.Name == "epsilon" ? value >= LowestRate : value is > 0 and <= HighestRate)
        {
            yield return Found(attribute, optimizer, first.Name, value, first.Value);
        }
    }

    /// <summary>
    /// The repair leaves the argument out. There is none where another is changed, too: behind a rate all of them may stand one place too far.
    /// </summary>
    private static Problem Found(int attribute, AttributeFacts optimizer, string argument, double value, double usual)
    {
        var problem = Problem.Of(
            RuleIds.RateAsHyperparameter,
            new Place.OnAttribute(attribute, argument),
            argument,
            optimizer.Kind.ToString(),
            Text.Number(value),
            Text.Literal(usual));
        string text = OptimizerText.Of(optimizer.Kind, [], optimizer);
        return OptimizerArguments.Changed(optimizer).Count() == 1
            ? problem.MendedBy($"Use [{text}]", new Edit.ReplaceAttribute(attribute, text))
            : problem;
    }
}
