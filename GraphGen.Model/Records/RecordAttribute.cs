using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>A <c>[Feature]</c> or <c>[Label]</c> as the compiler knows it.</summary>
/// <param name="IsLabel">Which of the two.</param>
/// <param name="Part">The index of the partial declaration that it stands in.</param>
/// <param name="Owner">The property, field or parameter that it belongs to.</param>
/// <param name="Data">What the compiler bound.</param>
/// <param name="Syntax">What the user wrote.</param>
public readonly record struct RecordAttribute(bool IsLabel, int Part, ISymbol Owner, AttributeData Data, AttributeSyntax Syntax)
{
    /// <summary>The full metadata name of <c>[Feature]</c>, which marks a member, and by it a record.</summary>
    public const string Marker = AttributeKinds.Namespace + "." + FeatureName;

    private const string FeatureName = "FeatureAttribute";
    private const string LabelName = "LabelAttribute";

    /// <summary>Whether a member of <paramref name="type"/> carries one of both: a cheap look before the reading.</summary>
    public static bool IsIn(INamedTypeSymbol type) =>
        Owners(type).Any(owner => owner.GetAttributes().Any(data => IsLabelAttribute(data) is not null));

    /// <summary>
    /// The first owner of a <c>[Feature]</c> in <paramref name="type"/>, in the compiler's order: it stands for the type, whose other
    /// features need not be looked at, too.
    /// </summary>
    public static ISymbol? FirstFeature(INamedTypeSymbol type) =>
        Owners(type).FirstOrDefault(owner => owner.GetAttributes().Any(data => IsLabelAttribute(data) == false));

    /// <summary>
    /// The attributes of <paramref name="type"/>, declaration by declaration and in source order within each: a place's attribute index counts
    /// through this list.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="parts">Its declarations, from <see cref="SourceParts.Of"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IReadOnlyList<RecordAttribute> In(
        INamedTypeSymbol type, IReadOnlyList<TypeDeclarationSyntax> parts, CancellationToken cancellation)
    {
        var attributes = new List<RecordAttribute>();
        foreach (ISymbol owner in Owners(type))
        {
            foreach (AttributeData data in owner.GetAttributes())
            {
                if (IsLabelAttribute(data) is { } isLabel
                    && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                    && SourceParts.IndexOf(syntax, parts) is { } part)
                {
                    attributes.Add(new RecordAttribute(isLabel, part, owner, data, syntax));
                }
            }
        }

        return attributes.OrderBy(attribute => attribute.Part).ThenBy(attribute => attribute.Syntax.SpanStart).ToArray();
    }

    /// <summary>The place of a property that the attribute sets, or of the whole attribute where the source does not spell it.</summary>
    /// <param name="argument">The property, as spelled in the attribute type; null for the attribute.</param>
    public Location LocationOf(string? argument)
    {
        AttributeArgumentSyntax? found = Syntax.ArgumentList?.Arguments
            .FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == argument);
        return found?.GetLocation() ?? Syntax.GetLocation();
    }

    /// <summary>Whatever may carry an attribute in the type itself: its properties, its fields, and the parameters of its methods.</summary>
    private static IEnumerable<ISymbol> Owners(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            switch (member)
            {
                case IFieldSymbol:
                    yield return member;
                    break;
                case IPropertySymbol property:
                    yield return property;
                    foreach (IParameterSymbol index in property.Parameters)
                    {
                        yield return index;
                    }

                    break;
                case IMethodSymbol { AssociatedSymbol: null } method:
                    foreach (IParameterSymbol parameter in method.Parameters)
                    {
                        yield return parameter;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether the attribute is <c>[Label]</c> rather than <c>[Feature]</c>; null where it is neither.</summary>
    private static bool? IsLabelAttribute(AttributeData data) =>
        data.AttributeClass is
        {
            Name: FeatureName or LabelName,
            Arity: 0,
            ContainingType: null,
            ContainingNamespace: { Name: AttributeKinds.Namespace, ContainingNamespace.IsGlobalNamespace: true },
        } attribute
            ? attribute.Name == LabelName
            : null;
}
