using Microsoft.CodeAnalysis;

namespace GraphGen.Model;

/// <summary>Finds the places that rules name in the source of one type with features or labels.</summary>
public sealed class RecordPlaceFinder
{
    private readonly INamedTypeSymbol type;
    private readonly CancellationToken cancellation;
    private readonly PlaceFinder places;

    /// <summary>Prepares to find places in the declarations of <paramref name="type"/>.</summary>
    public RecordPlaceFinder(INamedTypeSymbol type, CancellationToken cancellation)
    {
        this.type = type;
        this.cancellation = cancellation;
        places = new PlaceFinder(type, cancellation);
    }

    /// <summary>Where <paramref name="place"/> lies. Attributes are counted through <see cref="RecordDeclaration.Members"/>.</summary>
    public Location Find(Place place) => place is Place.OnAttribute(var index, var argument)
        ? RecordAttribute.In(type, SourceParts.Of(type, cancellation), cancellation)[index].LocationOf(argument)
        : places.Find(place);
}
