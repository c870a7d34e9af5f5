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
        ZooCard card = source.ReadCard(name);
        using Stream weights = OpenWeights(source, card);
        TNetwork network = TNetwork.Create(threads: threads);
        Read(weights, source.PlaceOf(name, card.Weights!.File), network);
        RequireSameNetwork(card, network.Info, source.PlaceOf(name, ModelSource.Card));
        return network;
    }

    /// <summary>Opens the weights that the card describes, and no others.</summary>
    private static Stream OpenWeights(ModelSource source, ZooCard card)
    {
        (string file, long bytes, string hash) = card.Weights!;
        string place = source.PlaceOf(card.Name, file);
        if (!source.Has(card.Name, file))
        {
            throw new ZooException(place, $"There is no '{place}', which the card of '{card.Name}' names. Copy the whole folder of the model again.");
        }

        Stream weights = source.Open(card.Name, file);
        try
        {
            if (weights.Length != bytes)
            {
                throw Changed(place, FormattableString.Invariant($"it has {weights.Length} bytes, but {bytes} were published"));
            }

            string found = Convert.ToHexStringLower(SHA256.HashData(weights));
            if (found != hash)
            {
                throw Changed(place, $"its SHA-256 is {found}, but that of what was published is {hash}");
            }

            weights.Position = 0;
            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
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
