namespace GraphGen.Model;

/// <summary>The type of a member that holds a feature or a label.</summary>
/// <param name="Kind">What values it has.</param>
/// <param name="Type">The type as messages write it, such as <c>float?</c>.</param>
/// <param name="IsNullable">Whether it is a <see cref="Nullable{T}"/>.</param>
public sealed record ValueFacts(ValueKind Kind, string Type, bool IsNullable)
{
    /// <summary>The enum; null for all else.</summary>
    public EnumFacts? Enum { get; init; }

    /// <summary>The array, list or memory; null for all else.</summary>
    public VectorFacts? Vector { get; init; }

    /// <summary>Whether null or NaN may stand for a missing value.</summary>
    public bool MayBeMissing => IsNullable || Kind is ValueKind.Real or ValueKind.Vector;
}

/// <summary>The kinds of values.</summary>
public enum ValueKind
{
    /// <summary><c>float</c>, <c>double</c>, <c>decimal</c> or <c>Half</c>.</summary>
    Real,

    /// <summary>Whole numbers that a <c>long</c> can hold.</summary>
    Integer,

    /// <summary>Whole numbers that a <c>long</c> may be too small for.</summary>
    WideInteger,

    /// <summary><c>bool</c>.</summary>
    Truth,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>Several numbers.</summary>
    Vector,

    /// <summary>An array of more than one dimension.</summary>
    Matrix,

    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>char</c>.</summary>
    Character,

    /// <summary>A date, a time or a duration.</summary>
    Time,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>An enum.</summary>
/// <param name="Type">Its full name as source text.</param>
/// <param name="IsFlags">Whether several of its values hold at once.</param>
/// <param name="Values">Its values in numeric order, the first name of each.</param>
public sealed record EnumFacts(string Type, bool IsFlags, EquatableArray<EnumValue> Values);

/// <summary>A value of an enum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">The value as source text that names it.</param>
public sealed record EnumValue(string Name, string Expression);

/// <summary>An array, a list or memory.</summary>
/// <param name="Element">What its elements are.</param>
/// <param name="ElementType">Their full type as source text.</param>
/// <param name="IsListInterface">Whether its elements can only be reached through <see cref="IReadOnlyList{T}"/>.</param>
public sealed record VectorFacts(ValueKind Element, string ElementType, bool IsListInterface)
{
    /// <summary>Whether the elements are numbers.</summary>
    public bool IsNumeric => Element is ValueKind.Real or ValueKind.Integer or ValueKind.WideInteger;
}
