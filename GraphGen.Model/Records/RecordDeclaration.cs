using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>
/// What stands in the source of one type with <c>[Feature]</c> or <c>[Label]</c> members: nothing judged, nothing filled in. Value-equal and
/// free of compiler objects, so that the rules over it are pure functions.
/// </summary>
/// <param name="Namespace">The type's namespace, keywords escaped; empty for the global one.</param>
/// <param name="ContainingTypes">The types around it, outermost first.</param>
/// <param name="Type">The type itself.</param>
/// <param name="IsRefStruct">Whether its objects live on the stack alone.</param>
/// <param name="BoundBase">The name of a base class that has features or labels, too; null where there is none.</param>
/// <param name="Parts">Whether each of its partial declarations says <c>partial</c>.</param>
/// <param name="TakenNames">Its members that are called like one that GraphGen may emit, inherited ones included.</param>
/// <param name="Members">The members with an attribute, declaration by declaration and in source order within each.</param>
/// <param name="IsIncomplete">
/// True where the compiler could not bind an attribute, an argument or a member's type, or misses a name: it has said so itself, and what can
/// be read is not what was meant.
/// </param>
public sealed record RecordDeclaration(
    string Namespace,
    EquatableArray<TypeFacts> ContainingTypes,
    TypeFacts Type,
    bool IsRefStruct,
    string? BoundBase,
    EquatableArray<bool> Parts,
    EquatableArray<MemberFacts> TakenNames,
    EquatableArray<RecordMember> Members,
    bool IsIncomplete)
{
    /// <summary>The version of C# that the type is compiled as; the latest where it is not from source.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>The type's name where the first of its members stands: the place of what concerns the type as a whole.</summary>
    public Place RecordPlace => new Place.OnClass(Members.Count > 0 ? Members[0].Part : 0);

    /// <summary>The features in order, as indices into <see cref="Members"/>.</summary>
    public IEnumerable<int> FeatureIndices => Enumerable.Range(0, Members.Count).Where(index => !Members[index].IsLabel);

    /// <summary>The labels in order, as indices into <see cref="Members"/>.</summary>
    public IEnumerable<int> LabelIndices => Enumerable.Range(0, Members.Count).Where(index => Members[index].IsLabel);
}

/// <summary>A member with <c>[Feature]</c> or <c>[Label]</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLabel">Which of the two.</param>
/// <param name="Part">The index of the partial declaration that the attribute stands in.</param>
/// <param name="Form">What kind of member it is.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c> and so on.</param>
/// <param name="Value">What it holds.</param>
public sealed record RecordMember(string Name, bool IsLabel, int Part, MemberForm Form, string Accessibility, ValueFacts Value)
{
    /// <summary>The attribute's <c>Length</c>; null where it says none.</summary>
    public int? Length { get; init; }

    /// <summary>The attribute's <c>Ordinal</c>.</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>The attribute's <c>Missing</c>; null where it says none.</summary>
    public double? Missing { get; init; }
}

/// <summary>The kinds of members that an attribute may stand on.</summary>
public enum MemberForm
{
    /// <summary>A property or a field that each object has, and that can be read.</summary>
    Readable,

    /// <summary>A static property or field, or a constant.</summary>
    Static,

    /// <summary>A property without a getter.</summary>
    WriteOnly,

    /// <summary>A property with parameters.</summary>
    Indexer,

    /// <summary>A property that implements an interface's under that one's name.</summary>
    ExplicitImplementation,

    /// <summary>A parameter that is no positional one of a record.</summary>
    Parameter,

    /// <summary>What the compiler makes behind a parameter or a property, by a target such as <c>property:</c>.</summary>
    Targeted,
}
