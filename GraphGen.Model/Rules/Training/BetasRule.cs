namespace GraphGen.Model;

/// <summary>
/// GG4006: <c>beta1^2 &lt; sqrt(beta2)</c>, the condition under which Adam's convergence was argued (Kingma and Ba, 2015, theorem 4.1).
/// Decays that break it have mostly changed places.
/// </summary>
internal static class BetasRule
{
    private const double UsualBeta1 = 0.9;
    private const double UsualBeta2 = 0.999;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        (double beta1, double beta2) = network.Network.Optimizer switch
        {
            AdamSpec adam => (adam.Beta1, adam.Beta2),
            NadamSpec nadam => (nadam.Beta1, nadam.Beta2),
            _ => default,
        };
        if (network.OptimizerAttribute is not { } attribute || beta1 == 0 || IsSound(beta1, beta2))
        {
            yield break;
        }

        var problem = Problem.Of(
            RuleIds.DivergentBetas,
            new Place.OnAttribute(attribute, beta1 != UsualBeta1 ? "beta1" : "beta2"),
            network.Optimizer!.Kind.ToString(),
            Text.Number(beta1),
            Text.Number(beta2));
        yield return beta1 != UsualBeta1 && beta2 != UsualBeta2 && IsSound(beta2, beta1)
            ? problem.MendedBy(
                "Exchange beta1 and beta2",
                new Edit.SetArgument(attribute, "beta1", Text.Literal(beta2)),
                new Edit.SetArgument(attribute, "beta2", Text.Literal(beta1)))
            : problem;
    }

    private static bool IsSound(double beta1, double beta2) => beta1 * beta1 < Math.Sqrt(beta2);
}
