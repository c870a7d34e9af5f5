using System.Security.Cryptography;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>Makes a network of a model. It is handed out only when everything has turned out right.</summary>
internal static class ModelLoader
{
    /// <summary>Creates a network with the weights of a model.</summary>
    /// <exception cref="ZooException">There is no such model, or something about it is missing or damaged.</exception>
    /// <exception cref="CheckpointMismatchException">It is that of another network.</exception>
    public static TNetwork Load<TNetwork>(ModelSource source, string name, int threads)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (ZooCard card, Stream file) = Open(source, name);
        using Stream weights = file;
        string place = source.PlaceOf(name, card.Weights!.File);
        RequirePublished(weights, card.Weights, place);
        TNetwork network = TNetwork.Create(threads: threads);
        Read(weights, place, network);
        RequireSameNetwork(card, network.Info, source.PlaceOf(name, ModelSource.Card));
        return network;
    }

    /// <summary>
    /// Opens the weights that the card names. Whoever replaces a model deletes the old weights when the new card is there: where they are gone, that one counts.
    /// </summary>
    private static (ZooCard Card, Stream Weights) Open(ModelSource source, string name)
    {
        ZooCard card = source.ReadCard(name);
        while (true)
        {
            if (source.Open(name, card.Weights!.File) is { } weights)
            {
                return (card, weights);
            }

            ZooCard now = source.ReadCard(name);
            if (now.Weights == card.Weights)
            {
                string place = source.PlaceOf(name, card.Weights.File);
                throw new ZooException(place, $"There is no '{place}', which the card of '{name}' names. Copy the whole folder of the model again.");
            }

            card = now;
        }
    }

    /// <summary>Compares weights with what the card says of them.</summary>
    private static void RequirePublished(Stream weights, ZooWeights published, string place)
    {
        if (weights.Length != published.Bytes)
        {
            throw Changed(place, FormattableString.Invariant($"it has {weights.Length} bytes, but {published.Bytes} were published"));
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(weights));
        if (hash != published.Sha256)
        {
            throw Changed(place, $"its SHA-256 is {hash}, but that of what was published is {published.Sha256}");
        }

        weights.Position = 0;
    }

    private static void Read(Stream weights, string place, INetwork network)
    {
        try
        {
            CheckpointFile.Load(weights, place, network);
        }
        catch (CheckpointMismatchException mismatch)
        {
            throw new CheckpointMismatchException(
                place, mismatch.Differences, $"Declare {network.Info.Name} as the model was: ZooCard.Declaration has the source text. Zoo.List gives the card.");
        }
    }

    /// <summary>Files of other tools say nothing of their architecture: there the card alone does.</summary>
    private static void RequireSameNetwork(ZooCard card, NetworkInfo info, string place)
    {
        if (card.Fingerprint != info.Fingerprint)
        {
            throw CardObject.Invalid(
                place, $"'{CardText.Fingerprint}' is {card.Fingerprint}, but that of {info.Name} is {info.Fingerprint}, although its parameters have the same shapes");
        }

        if (card.ParameterCount != info.ParameterCount)
        {
            throw CardObject.Invalid(
                place, FormattableString.Invariant($"'{CardText.Parameters}' is {card.ParameterCount}, but {info.Name} has {info.ParameterCount}, and the weights fit it"));
        }
    }

    private static ZooException Changed(string place, string what) =>
        new(place, $"'{place}' is not the file that the card describes: {what}. Copy the whole folder of the model again, or publish it with Zoo.Save.");
}
