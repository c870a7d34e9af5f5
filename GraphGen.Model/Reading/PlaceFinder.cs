using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>Finds the places that rules name in the source of one class.</summary>
public sealed class PlaceFinder
{
    private readonly INamedTypeSymbol type;
    private readonly CancellationToken cancellation;
    private readonly IReadOnlyList<TypeDeclarationSyntax> parts;
    private IReadOnlyList<DeclaredAttribute>? attributes;

    /// <summary>Prepares to find places in the declarations of <paramref name="type"/>.</summary>
    public PlaceFinder(INamedTypeSymbol type, CancellationToken cancellation)
    {
        this.type = type;
        this.cancellation = cancellation;
        parts = SourceParts.Of(type, cancellation);
    }

    /// <summary>Where <paramref name="place"/> lies.</summary>
    public Location Find(Place place) => place switch
    {
        Place.OnClass(var part) => parts[part].Identifier.GetLocation(),
        Place.OnContainingType(var index) => FindContainingType(index),
        Place.OnAttribute(var index, var argument) => Attributes[index].LocationOf(argument),
        Place.OnConstructor(var index) => WrittenLocation(DeclarationReader.WrittenConstructors(type).ElementAt(index)),
        Place.OnMember(var name, var types) => WrittenLocation(type.GetMembers(name).First(member => IsMeant(member, types))),
        _ => throw new ArgumentException($"No way to find a {place.GetType().Name} is known.", nameof(place)),
    };

    private IReadOnlyList<DeclaredAttribute> Attributes => attributes ??= DeclaredAttribute.On(type, parts, cancellation);

    /// <summary>The declaration that stands around the class's first part. Ancestors come innermost first.</summary>
    private Location FindContainingType(int index) =>
        parts[0].Ancestors().OfType<TypeDeclarationSyntax>().Reverse().ElementAt(index).Identifier.GetLocation();

    private static bool IsMeant(ISymbol member, string? parameterTypes) =>
        SourceParts.IsWritten(member)
        && (parameterTypes is null || (member is IMethodSymbol { Arity: 0 } method && DeclarationReader.ParameterTypes(method) == parameterTypes));

    private static Location WrittenLocation(ISymbol symbol) => symbol.Locations.First(location => location.IsInSource);
}
