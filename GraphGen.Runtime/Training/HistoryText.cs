using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GraphGen;

/// <summary>Writes and reads the record of a fit, the same in every culture and without losing a bit.</summary>
internal static class HistoryText
{
    /// <summary>A header, then a line for each epoch. Columns that no epoch has a value for are left out.</summary>
    public static string Csv(History history)
    {
        IReadOnlyList<EpochRecord> epochs = history.Epochs;
        List<(string Name, Func<EpochRecord, IFormattable?> Value)> columns =
        [
            ("epoch", epoch => epoch.Epoch),
            ("loss", epoch => epoch.Loss),
            ("accuracy", epoch => Known(epoch.Accuracy)),
            ("validation_loss", epoch => epoch.ValidationLoss),
            ("validation_accuracy", epoch => Known(epoch.ValidationAccuracy)),
            ("learning_rate", epoch => epoch.LearningRate),
            ("seconds", epoch => epoch.Seconds),
            ("samples_per_second", epoch => epoch.SamplesPerSecond),
        ];
        columns.RemoveAll(column => epochs.Count > 0 && epochs.All(epoch => column.Value(epoch) is null));

        // The accuracy may be a metric besides.
        foreach (string name in epochs.SelectMany(epoch => epoch.Metrics.Keys).Distinct().Where(name => columns.TrueForAll(column => column.Name != "validation_" + name)).ToArray())
        {
            columns.Add(("validation_" + name, epoch => epoch.Metrics.TryGetValue(name, out double value) ? value : null));
        }

        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(column => Quoted(column.Name))).Append('\n');
        foreach (EpochRecord epoch in epochs)
        {
            text.AppendJoin(',', columns.Select(column => column.Value(epoch)?.ToString(null, CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>An object with the epochs and how the fit ended.</summary>
    public static void WriteJson(History history, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("ending", history.Ending.ToString());
        json.WriteString("ending_reason", history.EndingReason);
        WriteOptional(json, "best_epoch", history.BestEpoch);
        WriteEpochs(json, history.Epochs);
        json.WriteEndObject();
    }

    /// <summary>A property <c>epochs</c>, an array of objects.</summary>
    public static void WriteEpochs(Utf8JsonWriter json, IReadOnlyList<EpochRecord> epochs)
    {
        json.WriteStartArray("epochs");
        foreach (EpochRecord epoch in epochs)
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", epoch.Epoch);
            json.WriteNumber("loss", epoch.Loss);
            WriteOptional(json, "accuracy", epoch.Accuracy);
            WriteOptional(json, "validation_loss", epoch.ValidationLoss);
            WriteOptional(json, "validation_accuracy", epoch.ValidationAccuracy);
            json.WriteNumber("learning_rate", epoch.LearningRate);
            json.WriteNumber("seconds", epoch.Seconds);
            json.WriteNumber("samples_per_second", epoch.SamplesPerSecond);
            json.WriteStartObject("metrics");
            foreach ((string name, double value) in epoch.Metrics)
            {
                WriteOptional(json, name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteEpochs"/> wrote.</summary>
    /// <param name="root">The object with the property.</param>
    public static IEnumerable<EpochRecord> ReadEpochs(JsonElement root)
    {
        foreach (JsonElement epoch in root.GetProperty("epochs").EnumerateArray())
        {
            float? validationLoss = Single(epoch, "validation_loss");
            var metrics = new OrderedDictionary<string, double>(StringComparer.Ordinal);
            foreach (JsonProperty metric in epoch.GetProperty("metrics").EnumerateObject())
            {
                metrics.Add(metric.Name, Double(metric.Value));
            }

            yield return new EpochRecord(
                epoch.GetProperty("epoch").GetInt32(),
                epoch.GetProperty("loss").GetSingle(),
                Single(epoch, "accuracy") ?? float.NaN,
                validationLoss,
                validationLoss is null ? null : Single(epoch, "validation_accuracy") ?? float.NaN,
                epoch.GetProperty("seconds").GetDouble(),
                epoch.GetProperty("samples_per_second").GetDouble(),
                epoch.GetProperty("learning_rate").GetSingle())
            {
                Metrics = new ReadOnlyDictionary<string, double>(metrics),
            };
        }
    }

    /// <summary>A number that may be missing; JSON has none that is not finite, so infinities become text.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, IFormattable? value)
    {
        json.WritePropertyName(name);
        if (value is null or float.NaN or double.NaN)
        {
            json.WriteNullValue();
        }
        else if (value is double.PositiveInfinity or double.NegativeInfinity)
        {
            json.WriteStringValue(value.ToString(format: null, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteRawValue(value.ToString(format: null, CultureInfo.InvariantCulture));
        }
    }

    private static double Double(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => double.Parse(number.GetString()!, CultureInfo.InvariantCulture),
        _ => number.GetDouble(),
    };

    private static float? Known(float? value) => value is { } known && !float.IsNaN(known) ? known : null;

    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny("\",\n\r") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    private static float? Single(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetSingle() : null;
}
