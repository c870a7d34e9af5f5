using System.Globalization;
using System.Text.Json;

namespace GraphGen;

/// <summary>An object in a card. What is missing or of another kind is refused with its place, such as <c>data.rows</c>.</summary>
internal sealed class CardObject
{
    private readonly JsonElement _element;
    private readonly string _place;
    private readonly string _prefix;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <param name="element">The object.</param>
    /// <param name="place">What the file is called in messages.</param>
    /// <param name="prefix">What stands in front of its keys in messages; empty for the card itself.</param>
    /// <exception cref="ZooException">It is no object, or has a key twice.</exception>
    public CardObject(JsonElement element, string place, string prefix = "")
    {
        _element = element;
        _place = place;
        _prefix = prefix;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Invalid(prefix.Length == 0 ? "it is no JSON object" : $"'{prefix.TrimEnd('.')}' is no object");
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!_keys.Add(property.Name))
            {
                throw Invalid($"'{prefix}{property.Name}' is there twice");
            }
        }
    }

    /// <summary>What is wrong with a card, with what to do.</summary>
    public static ZooException Invalid(string place, string what, Exception? cause = null) =>
        new(place, $"'{place}' is no sound card: {what}. Mend it, copy the model again, or publish it with Zoo.Save.", cause);

    /// <summary>What is wrong with the card that this is in.</summary>
    public ZooException Invalid(string what) => Invalid(_place, what);

    /// <summary>Text that is more than blanks.</summary>
    public string Text(string key)
    {
        string text = TextOf(Require(key), key);
        return string.IsNullOrWhiteSpace(text) ? throw Invalid($"'{_prefix}{key}' is empty") : text;
    }

    /// <summary>Lines of text.</summary>
    public string[] Texts(string key) => [.. Items(key).Select((item, index) => TextOf(item, Item(key, index)))];

    /// <summary>A finite number.</summary>
    public double Number(string key) => Require(key) is { ValueKind: JsonValueKind.Number } element && double.IsFinite(element.GetDouble())
        ? element.GetDouble()
        : throw Wrong(key, "a finite number");

    /// <summary>A whole number within bounds.</summary>
    public long Whole(string key, long least, long most = long.MaxValue) =>
        Require(key) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt64(out long number) && number >= least && number <= most
            ? number
            : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary>A seed.</summary>
    public ulong Seed(string key) => Require(key) is { ValueKind: JsonValueKind.Number } element && element.TryGetUInt64(out ulong number)
        ? number
        : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {ulong.MaxValue}"));

    /// <summary>An object within.</summary>
    public CardObject Object(string key) => new(Require(key), _place, $"{_prefix}{key}.");

    /// <summary>The objects of a list, at least one.</summary>
    public CardObject[] Objects(string key)
    {
        CardObject[] objects = [.. Items(key).Select((item, index) => new CardObject(item, _place, $"{_prefix}{Item(key, index)}."))];
        return objects.Length > 0 ? objects : throw Invalid($"'{_prefix}{key}' is empty");
    }

    private static string Item(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");

    private IEnumerable<JsonElement> Items(string key) => Require(key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Wrong(key, "a list");

    private string TextOf(JsonElement element, string key) => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong(key, "text");

    private JsonElement Require(string key) => _element.TryGetProperty(key, out JsonElement element)
        ? element
        : throw Invalid($"'{_prefix}{key}' is missing{(KnownNames.Nearest(key, _keys) is { } nearest ? $"; '{_prefix}{nearest}' may be meant for it" : "")}");

    private ZooException Wrong(string key, string needed) => Invalid($"'{_prefix}{key}' is not {needed}");
}
