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
            json.WriteString("decimal", encoding.Format.Numbers.DecimalSeparator.ToString());
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
                Write(json, column.Missing);
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
        Write(json, column.MissingRule);
        json.WriteString("fill", column.Fill);
        json.WriteBoolean("has_indicator", column.HasIndicator);
        json.WriteString("unknown", column.Unknown.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MissingRule missing)
    {
        Write(json, "missing_texts", missing.Texts.Order(StringComparer.Ordinal));
        json.WriteString("missing", missing.Treatment.Kind.ToString());
        json.WriteString("constant", missing.Treatment.Text);
        json.WriteBoolean("indicates", missing.Treatment.HasIndicator);
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

        var format = CsvFormat.Of(new CsvOptions
        {
            Delimiter = Character(json, "delimiter"),
            DecimalSeparator = char.Parse(Text(json, "decimal")),
            HasHeader = json.GetProperty("header").GetBoolean(),
            Comment = Character(json, "comment"),
        });
        CsvColumn[] columns = [.. json.GetProperty("columns").EnumerateArray().Select(column => ColumnOf(column, format.Numbers))];
        PredictedColumn[] predicted = [.. json.GetProperty("predicted").EnumerateArray().Select(column => new PredictedColumn(Text(column, "name"), MissingOf(column), format.Numbers))];
        CategorySet? classes = Categories(json, "classes", format.Numbers);
        if (columns.Length == 0 || (classes is null ? predicted.Length == 0 : predicted.Length != 1))
        {
            throw new FormatException("A column is missing in it.");
        }

        string[] names = [.. columns.Select(column => column.Name), .. predicted.Select(column => column.Name)];
        return names.Distinct(CsvOptions.Names).Count() == names.Length
            ? new CsvEncoding(format, columns, predicted, classes)
            : throw new FormatException("It has a column twice.");
    }

    private static CsvColumn ColumnOf(JsonElement json, NumberFormat numbers)
    {
        CsvColumnKind kind = Name<CsvColumnKind>(json, "kind");
        CategorySet? categories = Categories(json, "categories", numbers);
        MissingRule missing = MissingOf(json);
        string? fill = json.GetProperty("fill").GetString();
        bool hasIndicator = json.GetProperty("has_indicator").GetBoolean();
        return (kind == CsvColumnKind.Number) == (categories is null) && (fill is not null || !hasIndicator)
            ? new CsvColumn(Text(json, "name"), kind, categories, numbers, missing, fill, hasIndicator, Name<UnknownCategories>(json, "unknown"))
            : throw new FormatException("The parts of a column contradict one another.");
    }

    private static MissingRule MissingOf(JsonElement json) => new(
        Texts(json, "missing_texts").ToFrozenSet(StringComparer.Ordinal),
        MissingValues.Of(Name<MissingTreatment>(json, "missing"), json.GetProperty("constant").GetString(), json.GetProperty("indicates").GetBoolean()));

    private static CategorySet? Categories(JsonElement json, string name, NumberFormat numbers)
    {
        if (json.GetProperty(name) is not { ValueKind: not JsonValueKind.Null } set)
        {
            return null;
        }

        string[] names = Texts(set, "names");
        return names.Length > 0
            ? CategorySet.Stored(names, set.GetProperty("numbers").GetBoolean(), numbers)
            : throw new FormatException($"Its '{name}' are none.");
    }

    private static T Name<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse(Text(json, name), out T value) && Enum.IsDefined(value) ? value : throw new FormatException($"Its '{name}' is none that there is.");

    private static char? Character(JsonElement json, string name) => json.GetProperty(name).GetString() is { } text ? char.Parse(text) : null;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"Its '{name}' is null.");

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException($"A text of its '{name}' is null."))];
}
