using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>One of GraphGen's attributes as the compiler knows it, for finding the place of an argument in the source.</summary>
/// <param name="Kind">Which attribute.</param>
/// <param name="Part">The index of the partial declaration that it stands on.</param>
/// <param name="Data">What the compiler bound.</param>
/// <param name="Syntax">What the user wrote.</param>
public readonly record struct DeclaredAttribute(AttributeKind Kind, int Part, AttributeData Data, AttributeSyntax Syntax)
{
    /// <summary>Whether <paramref name="type"/> carries any of GraphGen's attributes: a cheap look before the reading.</summary>
    public static bool IsOn(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return false;
        }

        foreach (AttributeData data in type.GetAttributes())
        {
            if (KindOf(data) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// GraphGen's attributes on <paramref name="type"/>, declaration by declaration and in source order within each:
    /// a place's attribute index counts through this list.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <param name="parts">Its declarations, from <see cref="SourceParts.Of"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IReadOnlyList<DeclaredAttribute> On(
        INamedTypeSymbol type, IReadOnlyList<TypeDeclarationSyntax> parts, CancellationToken cancellation)
    {
        var attributes = new List<DeclaredAttribute>();
        foreach (AttributeData data in type.GetAttributes())
        {
            if (KindOf(data) is { } kind
                && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                && SourceParts.IndexOf(syntax, parts) is { } part)
            {
                attributes.Add(new DeclaredAttribute(kind, part, data, syntax));
            }
        }

        return attributes.OrderBy(attribute => attribute.Part).ThenBy(attribute => attribute.Syntax.SpanStart).ToArray();
    }

    /// <summary>
    /// The place of <paramref name="argument"/>, or the whole attribute where the source does not spell that argument.
    /// </summary>
    /// <param name="argument">A constructor's parameter or a property, as spelled in the attribute type; null for the attribute.</param>
    public Location LocationOf(string? argument) =>
        argument is not null && Find(argument) is { } found ? found.GetLocation() : Syntax.GetLocation();

    /// <summary>
    /// The constructor's parameter or the property that the argument written at <paramref name="position"/> sets; null for one too many.
    /// </summary>
    public string? NameOf(int position)
    {
        AttributeArgumentSyntax argument = Syntax.ArgumentList!.Arguments[position];
        return (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText
            ?? (position < Data.AttributeConstructor?.Parameters.Length ? Data.AttributeConstructor.Parameters[position].Name : null);
    }

    private AttributeArgumentSyntax? Find(string argument)
    {
        for (int position = 0; position < Syntax.ArgumentList?.Arguments.Count; position++)
        {
            if (NameOf(position) == argument)
            {
                return Syntax.ArgumentList.Arguments[position];
            }
        }

        return null;
    }

    private static AttributeKind? KindOf(AttributeData data) =>
        data.AttributeClass is { Arity: 0, ContainingType: null, ContainingNamespace: { Name: AttributeKinds.Namespace } space } attribute
        && space.ContainingNamespace.IsGlobalNamespace
        && attribute.TypeKind == TypeKind.Class
        && AttributeKinds.TryParse(attribute.Name, out AttributeKind kind)
            ? kind
            : null;
}
