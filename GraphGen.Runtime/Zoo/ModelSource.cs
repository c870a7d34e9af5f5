namespace GraphGen;

/// <summary>Where models are: each has a name, a card and weights.</summary>
internal abstract class ModelSource
{
    /// <summary>The name of every model's card.</summary>
    public const string Card = "card.json";

    /// <summary>What it is called in messages.</summary>
    public abstract string Place { get; }

    /// <summary>The models that have a card, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. Parts().Where(name => Has(name, Card)).Order(StringComparer.Ordinal)];

    /// <summary>Reads the card of a model.</summary>
    /// <exception cref="ZooException">There is no such model, or its card is missing or unsound.</exception>
    public ZooCard ReadCard(string name)
    {
        Require(name);
        using Stream card = Open(name, Card);
        return CardReader.Read(card, PlaceOf(name, Card), name);
    }

    /// <summary>What a file of a model is called in messages.</summary>
    public abstract string PlaceOf(string name, string file);

    /// <summary>Whether a model that there is has a file.</summary>
    public abstract bool Has(string name, string file);

    /// <summary>Opens a file that there is.</summary>
    public abstract Stream Open(string name, string file);

    /// <summary>The names of all that could be a model.</summary>
    protected abstract IEnumerable<string> Parts();

    /// <summary>What to do where there are no models.</summary>
    protected abstract string Remedy { get; }

    /// <summary>Looks a name up among those that there are, so that one which is a path leads nowhere.</summary>
    private void Require(string name)
    {
        if (!Parts().Contains(name, StringComparer.Ordinal))
        {
            string problem = KnownNames.Missing("model", name, Names);
            throw new ZooException(Place, Names.Count > 0 ? $"{Place}: {problem}" : $"{Place}: {problem} {Remedy}");
        }

        if (!Has(name, Card))
        {
            string place = PlaceOf(name, Card);
            throw new ZooException(
                place, $"There is no '{place}': without its card this is no model, or only a part of one. Copy the whole folder of the model, or publish it with Zoo.Save.");
        }
    }
}
