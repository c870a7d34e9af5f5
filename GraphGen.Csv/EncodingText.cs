using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Encodings as text: a JSON object.</summary>
internal static class EncodingText
{
    private const int Version = 1;

    public static string Of(CsvEncoding encoding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("delimiter", encoding.Format.Delimiter?.ToString());
            json.WriteBoolean("header", encoding.Format.HasHeader);
            json.WriteString("comment", encoding.Format.Comment?.ToString());
            json.WriteStartArray("columns");
            foreach (CsvColumn column in encoding.Columns)
            {
                Write(json, column);
            }

            json.WriteEndArray();
            json.WriteStartArray("predicted");
            foreach (PredictedColumn column in encoding.Predicted)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                Write(json, "missing_texts", column.MissingTexts.Order(StringComparer.Ordinal));
                json.WriteBoolean("drops", column.Drops);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, "classes", encoding.ClassSet);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static CsvEncoding Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return EncodingOf(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            throw new FormatException($"The text is no encoding of a table: pass what CsvEncoding.ToText returned. {exception.Message}", exception);
        }
    }

    private static void Write(Utf8JsonWriter json, CsvColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("kind", column.Kind.ToString());
        Write(json, "categories", column.CategorySet);
        Write(json, "missing_texts", column.MissingTexts.Order(StringComparer.Ordinal));
        json.WriteString("missing", column.Missing.Treatment.ToString());
        json.WriteString("constant", column.Missing.Text);
        json.WriteBoolean("indicates", column.Missing.HasIndicator);
        json.WriteString("fill", column.Fill);
        json.WriteBoolean("has_indicator", column.HasIndicator);
        json.WriteString("unknown", column.Unknown.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, CategorySet? categories)
    {
        if (categories is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteBoolean("numbers", categories.AreNumbers);
        Write(json, "names", categories.Names);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static CsvEncoding EncodingOf(JsonElement json)
    {
        int version = json.GetProperty("version").GetInt32();
        if (version != Version)
        {
            throw new FormatException(Invariant($"Its version is {version}, but {Version} is what this library reads."));
        }

        var format = new CsvFormat(Character(json, "delimiter"), json.GetProperty("header").GetBoolean(), Character(json, "comment"));
        CsvColumn[] columns = [.. json.GetProperty("columns").EnumerateArray().Select(ColumnOf)];
        PredictedColumn[] predicted = [.. json.GetProperty("predicted").EnumerateArray().Select(PredictedOf)];
        CategorySet? classes = Categories(json, "classes");
        return columns.Length > 0 && (classes is null ? predicted.Length > 0 : predicted.Length == 1)
            ? new CsvEncoding(format, columns, predicted, classes)
            : throw new FormatException("A column is missing in it.");
    }

    private static CsvColumn ColumnOf(JsonElement json) => new(
        Text(json, "name"),
        Enum.Parse<CsvColumnKind>(Text(json, "kind")),
        Categories(json, "categories"),
        Texts(json, "missing_texts").ToFrozenSet(StringComparer.Ordinal),
        MissingValues.Of(
            Enum.Parse<MissingTreatment>(Text(json, "missing")), json.GetProperty("constant").GetString(), json.GetProperty("indicates").GetBoolean()),
        json.GetProperty("fill").GetString(),
        json.GetProperty("has_indicator").GetBoolean(),
        Enum.Parse<UnknownCategories>(Text(json, "unknown")));

    private static PredictedColumn PredictedOf(JsonElement json) =>
        new(Text(json, "name"), Texts(json, "missing_texts").ToFrozenSet(StringComparer.Ordinal), json.GetProperty("drops").GetBoolean());

    private static CategorySet? Categories(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } set
        ? CategorySet.Stored(Texts(set, "names"), set.GetProperty("numbers").GetBoolean())
        : null;

    private static char? Character(JsonElement json, string name) => json.GetProperty(name).GetString() is { } text ? char.Parse(text) : null;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"Its '{name}' is null.");

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException($"A text of its '{name}' is null."))];
}
