namespace GraphGen.Model;

/// <summary>The value that an argument of a layer has in the end, and who says so.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Attribute">
/// The attribute that says so, counted through <see cref="Declaration.Attributes"/>; null for built-in values.
/// </param>
internal readonly record struct Resolved<T>(T Value, ArgumentSource Source, int? Attribute)
{
    /// <summary>The same statement in another type.</summary>
    public Resolved<TOther> As<TOther>(Func<T, TOther> convert) => new(convert(Value), Source, Attribute);
}

/// <summary>Who says what an argument is, the last word first.</summary>
internal enum ArgumentSource
{
    /// <summary>The layer's own attribute.</summary>
    Layer,

    /// <summary><c>[Defaults]</c>.</summary>
    Defaults,

    /// <summary><c>[Preset]</c>.</summary>
    Preset,

    /// <summary>Nobody: it is what the attribute type holds.</summary>
    BuiltIn,
}
