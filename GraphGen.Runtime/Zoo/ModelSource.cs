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
        RequirePart(name);
        string place = PlaceOf(name, Card);
        using Stream card = Open(name, Card) ?? throw new ZooException(
            place, $"There is no '{place}': without its card this is no model, or only a part of one. Copy the whole folder of the model, or publish it with Zoo.Save.");
        return CardReader.Read(card, place, name);
    }

    /// <summary>What a file of a model is called in messages.</summary>
    public abstract string PlaceOf(string name, string file);

    /// <summary>Opens a file of a model that there is; null where it has no such file.</summary>
    public abstract Stream? Open(string name, string file);

    /// <summary>Whether a model that there is has a file.</summary>
    protected abstract bool Has(string name, string file);

    /// <summary>The names of all that could be a model.</summary>
    protected abstract IEnumerable<string> Parts();

    /// <summary>What to do where there are no models.</summary>
    protected abstract string Remedy { get; }

    /// <summary>Looks a name up among those that there are, so that one which is a path leads nowhere.</summary>
    private void RequirePart(string name)
    {
        if (!Parts().Contains(name, StringComparer.Ordinal))
        {
            IReadOnlyList<string> known = Names;
            throw new ZooException(Place, $"'{Place}': {KnownNames.Missing("model", name, known)}{(known.Count == 0 ? " " + Remedy : "")}");
        }
    }
}
