namespace GraphGen.Model;

/// <summary>Asks those who may say what a layer's argument is, one after the other: the layer, then <c>[Defaults]</c>.</summary>
/// <param name="layer">The layer.</param>
/// <param name="defaults">The defaults that reach it; null for none.</param>
internal sealed class ArgumentResolver(StackedLayer layer, DefaultsFacts? defaults)
{
    /// <summary>The value of <paramref name="argument"/>.</summary>
    /// <param name="argument">A constructor's parameter or a property, as spelled in the attribute types.</param>
    /// <param name="builtIn">What it is where nobody says anything.</param>
    /// <param name="unsaid">A value that counts as none.</param>
    public Resolved<T> Resolve<T>(string argument, T builtIn, T? unsaid = default)
        where T : struct
    {
        return Says(layer.Facts) ? new(Value(layer.Facts), ArgumentSource.Layer, layer.Attribute)
            : defaults is not null && Says(defaults.Facts) ? new(Value(defaults.Facts), ArgumentSource.Defaults, defaults.Attribute)
            : new(builtIn, ArgumentSource.BuiltIn, null);

        T Value(AttributeFacts speaker) => speaker.Value(argument, builtIn);
        bool Says(AttributeFacts speaker) => speaker.Says(argument) && !(unsaid is { } none && none.Equals(Value(speaker)));
    }
}
