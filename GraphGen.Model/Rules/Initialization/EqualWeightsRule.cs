namespace GraphGen.Model;

/// <summary>GG2004: a hidden layer of several units that all start with the same weights.</summary>
internal static class EqualWeightsRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in network.HiddenPositions
        where Concerns(network, position)
        group position by PlaceOf(network, position) into positions
        select ProblemOf(network, positions.Key, [.. positions]);

    /// <summary>
    /// Whether the dense layer at <paramref name="position"/> is such a one. The output may start at zero, and frozen weights come from a file.
    /// </summary>
    public static bool Concerns(DeclaredNetwork network, int position)
    {
        DenseSpec dense = network.Dense(position);
        return position != network.OutputPosition
            && dense is { Units: > 1, Frozen: false }
            && (IsOneNumber(dense.Init) || (BuiltIn.TakesScale(dense.Init) && dense.InitScale == 0));
    }

    private static bool IsOneNumber(Init init) => init is Init.Zeros or Init.Constant;

    private static Place PlaceOf(DeclaredNetwork network, int position)
    {
        DenseArguments said = network.Arguments(position);
        return IsOneNumber(said.Init.Value) ? network.At(position, "init", said.Init) : network.At(position, "InitScale", said.InitScale);
    }

    private static Problem ProblemOf(DeclaredNetwork network, Place place, int[] positions)
    {
        DenseSpec dense = network.Dense(positions[0]);
        string cause = IsOneNumber(dense.Init) ? $"Init.{dense.Init}" : $"Init.{dense.Init} with InitScale 0";
        return Problem.Of(RuleIds.EqualInitialWeights, place, Text.Count(dense.Units), dense.Name, cause)
            .MendedBy(AutomaticWeights.Title, AutomaticWeights.For(network, positions));
    }
}
