using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>
/// What stands in the source of one class that carries GraphGen's attributes: nothing judged, nothing filled in.
/// Value-equal and free of compiler objects, so that the rules over it are pure functions.
/// </summary>
/// <param name="Namespace">The class's namespace, keywords escaped; empty for the global one.</param>
/// <param name="ContainingTypes">The types around the class, outermost first.</param>
/// <param name="Class">The class itself.</param>
/// <param name="Base">What it derives from.</param>
/// <param name="Parts">Its partial declarations as the user wrote them.</param>
/// <param name="Constructors">The instance constructors that the user wrote in its body.</param>
/// <param name="Members">The members that the user wrote or that the class inherits, but for those of <see cref="object"/>.</param>
/// <param name="Attributes">
/// GraphGen's attributes over all partial declarations, in source order within each, and behind them those that <c>[Rbm]</c> implies.
/// </param>
/// <param name="IsIncomplete">
/// True where the compiler could not bind an attribute or an argument, refuses a repeated attribute, or misses a class's name:
/// it has said so itself, and what can be read is not what was meant.
/// </param>
/// <param name="UnboundNames">The names that dotted arguments of such attributes begin with: <c>Init</c> for <c>Init.He</c>.</param>
public sealed record Declaration(
    string Namespace,
    EquatableArray<TypeFacts> ContainingTypes,
    TypeFacts Class,
    BaseFacts Base,
    EquatableArray<PartFacts> Parts,
    EquatableArray<ConstructorFacts> Constructors,
    EquatableArray<MemberFacts> Members,
    EquatableArray<AttributeFacts> Attributes,
    bool IsIncomplete,
    EquatableArray<string> UnboundNames)
{
    /// <summary>The version of C# that the class is compiled as; the latest where the class is not from source.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>The layers in order, as indices into <see cref="Attributes"/>.</summary>
    public IEnumerable<int> LayerIndices => IndicesWhere(AttributeKinds.IsLayer);

    /// <summary>The class's name where <c>[Input]</c> stands: the place of what concerns the network as a whole.</summary>
    public Place NetworkPlace => new Place.OnClass(Find(AttributeKind.Input)?.Part ?? 0);

    /// <summary>Whether the class carries an attribute of this kind.</summary>
    public bool Has(AttributeKind kind) => Find(kind) is not null;

    /// <summary>The first attribute of this kind, or null.</summary>
    public AttributeFacts? Find(AttributeKind kind) => Attributes.FirstOrDefault(attribute => attribute.Kind == kind);

    /// <summary>The attribute in the source that says what another one says: itself, or the <c>[Rbm]</c> that implies it.</summary>
    /// <param name="attribute">Counted through <see cref="Attributes"/>, as the result is.</param>
    public int Written(int attribute) => Attributes[attribute].IsImplied ? IndicesWhere(kind => kind == AttributeKind.Rbm).First() : attribute;

    /// <summary>The attributes of the kinds that <paramref name="predicate"/> accepts, as indices into <see cref="Attributes"/>.</summary>
    public IEnumerable<int> IndicesWhere(Func<AttributeKind, bool> predicate)
    {
        for (int index = 0; index < Attributes.Count; index++)
        {
            if (predicate(Attributes[index].Kind))
            {
                yield return index;
            }
        }
    }
}

/// <summary>A type as its declaration describes it.</summary>
/// <param name="Name">The name, without escapes and type parameters.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c> and so on.</param>
/// <param name="IsPartial">Whether every declaration says <c>partial</c>.</param>
/// <param name="IsGeneric">Whether it has type parameters of its own.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsAbstract">Whether it is an abstract class.</param>
/// <param name="IsFileLocal">Whether only its own file sees it.</param>
public sealed record TypeFacts(
    string Name, string Keyword, string Accessibility, bool IsPartial, bool IsGeneric, bool IsStatic, bool IsAbstract, bool IsFileLocal);

/// <summary>The base class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HasDefaultConstructor">Whether a derived class can call a constructor of it without arguments.</param>
/// <param name="IsNetwork">Whether it, or a class it derives from, is a network itself.</param>
public sealed record BaseFacts(string Name, bool HasDefaultConstructor, bool IsNetwork);

/// <summary>One partial declaration of the class.</summary>
/// <param name="IsPartial">Whether it says <c>partial</c>.</param>
/// <param name="HasPrimaryConstructor">Whether parameters follow the class's name.</param>
public sealed record PartFacts(bool IsPartial, bool HasPrimaryConstructor);

/// <summary>An instance constructor in the class's body.</summary>
/// <param name="ParameterTypes">The types of its parameters, separated by commas, such as <c>ulong, int</c>.</param>
/// <param name="ChainsToThis">Whether it calls another constructor of the class by <c>: this(...)</c>.</param>
public sealed record ConstructorFacts(string ParameterTypes, bool ChainsToThis);

/// <summary>A member that the user wrote or that the class inherits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMethod">Whether it is a method: others of its name may stand beside it.</param>
/// <param name="DeclaringType">The name of the type that declares it.</param>
/// <param name="IsInherited">Whether a base class declares it.</param>
public sealed record MemberFacts(string Name, bool IsMethod, string DeclaringType, bool IsInherited)
{
    /// <summary>
    /// The types of its parameters with their full names, such as <c>string, bool</c>; <c>ref</c> stands for every way by reference, between
    /// which overloads cannot tell. Null for generic methods and all that GraphGen emits no method of that name beside.
    /// </summary>
    public string? ParameterTypes { get; init; }
}

/// <summary>One attribute of GraphGen's.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Part">The index of the partial declaration that it stands on.</param>
/// <param name="Arguments">Its constructor's arguments, with the defaults of those left out, and the properties that it sets.</param>
public sealed record AttributeFacts(AttributeKind Kind, int Part, EquatableArray<ArgumentFacts> Arguments)
{
    /// <summary>Whether it stands nowhere, but follows from another one.</summary>
    public bool IsImplied { get; init; }

    /// <summary>
    /// Whether <paramref name="argument"/> is given: a parameter of the constructor that was chosen, be it by its default, or a property
    /// that is set.
    /// </summary>
    public bool Says(string argument) => Arguments.Any(candidate => candidate.Name == argument);

    /// <summary>The value given for <paramref name="argument"/>, or <paramref name="otherwise"/> where none is.</summary>
    /// <param name="argument">A constructor's parameter or a property, as spelled in the attribute type.</param>
    /// <param name="otherwise">What the attribute type itself holds when nothing is said.</param>
    public T Value<T>(string argument, T otherwise)
    {
        foreach (ArgumentFacts candidate in Arguments)
        {
            if (candidate.Name == argument && candidate.Value is T value)
            {
                return value;
            }
        }

        return otherwise;
    }
}

/// <summary>One argument of an attribute.</summary>
/// <param name="Name">The constructor's parameter or the property, as spelled in the attribute type.</param>
/// <param name="Value">A number, truth value or string; the number behind an enum's member; null for a null string.</param>
public sealed record ArgumentFacts(string Name, object? Value);
