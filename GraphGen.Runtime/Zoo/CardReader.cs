using System.Text.Json;

namespace GraphGen;

/// <summary>Reads cards and checks everything in them, so that one that was written by hand is either sound or refused with the place of its fault.</summary>
internal static class CardReader
{
    private const int HashLetters = 64;

    /// <summary>Reads a card.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="place">What it is called in messages.</param>
    /// <param name="model">The name of the folder that it is in, which the card must bear.</param>
    /// <exception cref="ZooException">It is no sound card, or that of another model.</exception>
    public static ZooCard Read(Stream stream, string place, string model)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            ZooCard card = Read(new CardObject(document.RootElement, place));
            return card.Name == model ? card : throw CardObject.Invalid(
                place, $"'{CardText.Name}' is '{card.Name}', but its folder is called '{model}'; folders are not renamed, but published under another name");
        }
        catch (JsonException exception)
        {
            throw CardObject.Invalid(place, $"it is not valid JSON. {exception.Message.TrimEnd('.')}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // JsonElement reports text that is not valid Unicode in this way; the kinds of all values are checked before use.
            throw CardObject.Invalid(place, "it is not valid Unicode", exception);
        }
    }

    private static ZooCard Read(CardObject card)
    {
        long format = card.Whole(CardText.Format, least: 1);
        if (format != CardText.Version)
        {
            throw card.Invalid($"'{CardText.Format}' is {format}, but this version of GraphGen knows {CardText.Version} alone: take a later one, or publish the model anew");
        }

        var read = new ZooCard
        {
            Name = card.Text(CardText.Name),
            Task = card.Text(CardText.Task),
            License = card.Text(CardText.License),
            Data = ReadData(card.Object(CardText.Data)),
            Metrics = Array.AsReadOnly(card.Objects(CardText.Metrics).Select(ReadMetric).ToArray()),
            Training = ReadTraining(card.Object(CardText.Training)),
            Network = card.Text(CardText.Network),
            Fingerprint = card.Text(CardText.Fingerprint),
            ParameterCount = card.Whole(CardText.Parameters, least: 1),
            Weights = ReadWeights(card.Object(CardText.Weights)),
            Declaration = string.Join('\n', card.Texts(CardText.Declaration)),
        };
        return CardGuard.FaultOf(read) is { } fault ? throw card.Invalid(Within(fault)) : read;
    }

    /// <summary>A fault in the middle of a sentence, which is also where keys begin with a small letter.</summary>
    private static string Within(CardFault fault)
    {
        string text = FormattableString.Invariant($"{FormattableString.Invariant(fault.Problem)}: {FormattableString.Invariant(fault.Remedy)}");
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static ZooData ReadData(CardObject data) => new(
        data.Text(CardText.Name), data.Text(CardText.Source), data.Whole(CardText.Rows, least: 1), data.Text(CardText.Preparation), data.Text(CardText.License));

    private static ZooMetric ReadMetric(CardObject metric) => new(
        metric.Text(CardText.Name), metric.Number(CardText.Value), metric.Text(CardText.MeasuredOn));

    private static ZooTraining ReadTraining(CardObject training) => new(
        training.Text(CardText.Command),
        training.Seed(CardText.Seed),
        (int)training.Whole(CardText.Epochs, least: 0, most: int.MaxValue),
        training.Text(CardText.Reproducibility))
    {
        Version = training.Text(CardText.GraphGen),
    };

    private static ZooWeights ReadWeights(CardObject weights)
    {
        string file = weights.Text(CardText.File), hash = weights.Text(CardText.Sha256);
        if (!ModelName.IsFile(file))
        {
            throw weights.Invalid($"'weights.file' is '{file}', but the name of a file beside the card is needed, without a path, and one that every system allows");
        }

        return hash.Length == HashLetters && hash.All(char.IsAsciiHexDigitLower)
            ? new ZooWeights(file, weights.Whole(CardText.Bytes, least: 1), hash)
            : throw weights.Invalid($"'weights.sha256' is '{hash}', but {HashLetters} hexadecimal digits in lower case are needed");
    }
}
