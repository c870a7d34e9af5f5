using System.Text.Encodings.Web;
using System.Text.Json;

namespace GraphGen;

/// <summary>Writes cards, and knows what everything in them is called.</summary>
internal static class CardText
{
    /// <summary>The number of this format; a later one will have a higher number.</summary>
    public const int Version = 1;

    public const string Format = "format";
    public const string Name = "name";
    public const string Task = "task";
    public const string License = "license";
    public const string Network = "network";
    public const string Fingerprint = "fingerprint";
    public const string Parameters = "parameters";
    public const string Weights = "weights";
    public const string File = "file";
    public const string Bytes = "bytes";
    public const string Sha256 = "sha256";
    public const string Data = "data";
    public const string Source = "source";
    public const string Rows = "rows";
    public const string Preparation = "preparation";
    public const string Metrics = "metrics";
    public const string Value = "value";
    public const string MeasuredOn = "measured_on";
    public const string Training = "training";
    public const string Command = "command";
    public const string Seed = "seed";
    public const string Epochs = "epochs";
    public const string Reproducibility = "reproducibility";
    public const string GraphGen = "graphgen";
    public const string Declaration = "declaration";

    // People read it: what only web pages need to have escaped, such as the angle brackets of a type, stays as it is.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a card that is complete.</summary>
    public static void Write(ZooCard card, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber(Format, Version);
            json.WriteString(Name, card.Name);
            json.WriteString(Task, card.Task);
            json.WriteString(License, card.License);
            WriteData(json, card.Data);
            WriteMetrics(json, card.Metrics);
            WriteTraining(json, card.Training);
            json.WriteString(Network, card.Network);
            json.WriteString(Fingerprint, card.Fingerprint);
            json.WriteNumber(Parameters, card.ParameterCount);
            WriteWeights(json, card.Weights!);
            WriteDeclaration(json, card.Declaration);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void WriteData(Utf8JsonWriter json, ZooData data)
    {
        json.WriteStartObject(Data);
        json.WriteString(Name, data.Name);
        json.WriteString(Source, data.Source);
        json.WriteNumber(Rows, data.Rows);
        json.WriteString(Preparation, data.Preparation);
        json.WriteString(License, data.License);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, IReadOnlyList<ZooMetric> metrics)
    {
        json.WriteStartArray(Metrics);
        foreach (ZooMetric metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString(Name, metric.Name);
            json.WriteNumber(Value, metric.Value);
            json.WriteString(MeasuredOn, metric.MeasuredOn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTraining(Utf8JsonWriter json, ZooTraining training)
    {
        json.WriteStartObject(Training);
        json.WriteString(Command, training.Command);
        json.WriteNumber(Seed, training.Seed);
        json.WriteNumber(Epochs, training.Epochs);
        json.WriteString(Reproducibility, training.Reproducibility);
        json.WriteString(GraphGen, training.Version);
        json.WriteEndObject();
    }

    private static void WriteWeights(Utf8JsonWriter json, ZooWeights weights)
    {
        json.WriteStartObject(Weights);
        json.WriteString(File, weights.File);
        json.WriteNumber(Bytes, weights.Bytes);
        json.WriteString(Sha256, weights.Sha256);
        json.WriteEndObject();
    }

    /// <summary>Line by line, so that it can be read in the file, too.</summary>
    private static void WriteDeclaration(Utf8JsonWriter json, string declaration)
    {
        json.WriteStartArray(Declaration);
        foreach (string line in declaration.Split('\n'))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
