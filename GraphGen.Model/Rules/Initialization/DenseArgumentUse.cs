namespace GraphGen.Model;

/// <summary>One argument of a dense layer that somebody may say, and whether the layer heeds it.</summary>
/// <param name="Name">The constructor's parameter or the property.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Unheeded">Why the layer does not heed it; null where it does.</param>
internal readonly record struct DenseArgumentUse(string Name, ArgumentSource Source, string? Unheeded)
{
    private const string Frozen = "the layer is frozen";

    /// <summary>All arguments of the dense layer at <paramref name="position"/>.</summary>
    public static IEnumerable<DenseArgumentUse> Of(DeclaredNetwork network, int position)
    {
        DenseArguments said = network.Arguments(position);
        DenseSpec dense = network.Dense(position);
        Init init = said.Init.Value;
        string? frozen = dense.Frozen ? Frozen : null;
        yield return new("init", said.Init.Source, null);
        yield return new("activation", said.Activation.Kind.Source, null);
        yield return new("Bias", said.Bias.Source, null);
        yield return new("Alpha", said.Activation.Alpha.Source, UnlessTaken(said.Activation.TakesAlpha, said));
        yield return new("UpperAlpha", said.Activation.UpperAlpha.Source, UnlessTaken(said.Activation.TakesUpperAlpha, said));
        yield return new("InitScale", said.InitScale.Source, BuiltIn.TakesScale(init) ? null : $"Init.{init} takes none");
        yield return new("FanMode", said.FanMode.Source, InitialVariance.TakesFan(init) ? null : $"Init.{init} divides by no fan");
        yield return new("Gain", said.Gain.Source, init is Init.Zeros or Init.Constant ? $"Init.{init} draws nothing to multiply" : null);
        yield return new("L1", said.L1.Source, frozen);
        yield return new("L2", said.L2.Source, frozen);
        yield return new("MaxNorm", said.MaxNorm.Source, frozen);
        yield return new("PenalizeBias", said.PenalizeBias.Source, frozen
            ?? (!dense.IsPenalized ? "the layer has neither L1 nor L2" : dense.Bias ? null : "the layer has no bias"));
        yield return new("RateMultiplier", ArgumentSource.Layer, frozen);
    }

    private static string? UnlessTaken(bool isTaken, DenseArguments said) => isTaken ? null : $"Act.{said.Activation.Kind.Value} takes none";
}
