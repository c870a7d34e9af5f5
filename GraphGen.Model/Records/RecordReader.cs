using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>Reads what stands in the source of a type with features or labels.</summary>
public static class RecordReader
{
    /// <summary>Reads <paramref name="type"/> over all its partial declarations.</summary>
    /// <param name="type">A type with <c>[Feature]</c> or <c>[Label]</c> in it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static RecordDeclaration Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        IReadOnlyList<TypeDeclarationSyntax> parts = SourceParts.Of(type, cancellation);
        IReadOnlyList<RecordAttribute> attributes = RecordAttribute.In(type, parts, cancellation);
        IEnumerable<INamedTypeSymbol> around = DeclarationReader.ContainingTypes(type);
        return new RecordDeclaration(
            DeclarationReader.NamespaceOf(type),
            new(around.Reverse().Select(outer => DeclarationReader.ReadType(outer, SourceParts.Of(outer, cancellation)))),
            DeclarationReader.ReadType(type, parts),
            type.IsRefLikeType,
            DeclarationReader.BaseTypes(type).FirstOrDefault(RecordAttribute.IsIn)?.Name,
            new(parts.Select(DeclarationReader.IsPartial)),
            new(DeclarationReader.ReadMembers(type).Where(member => RecordMembers.MayBeEmitted(member.Name))),
            new(attributes.Select(ReadMember)),
            around.Prepend(type).Any(named => !SyntaxFacts.IsValidIdentifier(named.Name)) || attributes.Any(IsIncomplete))
        {
            Language = parts.Count > 0 ? ((CSharpParseOptions)parts[0].SyntaxTree.Options).LanguageVersion : LanguageVersion.Latest,
        };
    }

    private static RecordMember ReadMember(RecordAttribute attribute)
    {
        ISymbol owner = Readable(attribute.Owner) ?? attribute.Owner;
        return new RecordMember(
            (owner as IFieldSymbol)?.AssociatedSymbol?.Name ?? owner.Name,
            attribute.IsLabel,
            attribute.Part,
            FormOf(attribute.Owner, owner),
            SyntaxFacts.GetText(owner.DeclaredAccessibility),
            ValueReader.Read(TypeOf(owner)))
        {
            Length = Argument<int>(attribute, "Length"),
            IsOrdinal = Argument<bool>(attribute, "Ordinal") ?? false,
            Missing = Argument<double>(attribute, "Missing"),
        };
    }

    /// <summary>What holds the value of a record's positional parameter: the property or field of its name. Null for all other parameters.</summary>
    private static ISymbol? Readable(ISymbol owner) =>
        owner is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type } method }
        && method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax)
            ? type.GetMembers(owner.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol)
            : null;

    /// <param name="marked">What the attribute belongs to.</param>
    /// <param name="owner">What holds the value.</param>
    private static MemberForm FormOf(ISymbol marked, ISymbol owner) => owner switch
    {
        IParameterSymbol => MemberForm.Parameter,
        { IsStatic: true } => MemberForm.Static,
        _ when marked.IsImplicitlyDeclared || IsPositional(marked) => MemberForm.Targeted,
        IPropertySymbol { IsIndexer: true } => MemberForm.Indexer,
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } => MemberForm.ExplicitImplementation,
        IPropertySymbol { GetMethod: null } => MemberForm.WriteOnly,
        _ => MemberForm.Readable,
    };

    /// <summary>Whether the compiler makes the property of a parameter, so that an attribute gets there by a target alone.</summary>
    private static bool IsPositional(ISymbol marked) =>
        marked is IPropertySymbol && marked.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax);

    private static ITypeSymbol TypeOf(ISymbol owner) => owner switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => ((IParameterSymbol)owner).Type,
    };

    private static T? Argument<T>(RecordAttribute attribute, string name)
        where T : struct =>
        attribute.Data.NamedArguments.Where(pair => pair.Key == name).Select(pair => pair.Value.Value as T?).FirstOrDefault();

    /// <summary>
    /// Half-typed arguments arrive as no constructor, as constants of no kind, or not at all; a type that is no type yet arrives as an error.
    /// </summary>
    private static bool IsIncomplete(RecordAttribute attribute)
    {
        AttributeData data = attribute.Data;
        int written = attribute.Syntax.ArgumentList?.Arguments.Count ?? 0;
        return data.AttributeConstructor is null
            || data.NamedArguments.Length != written
            || data.NamedArguments.Select(pair => pair.Key).Distinct().Count() != written
            || data.NamedArguments.Any(pair => pair.Value.Kind == TypedConstantKind.Error)
            || attribute.Owner.Name.Length == 0
            || attribute.Owner.GetAttributes().Count(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, data.AttributeClass)) > 1
            || ValueReader.IsUnresolved(TypeOf(attribute.Owner));
    }
}
