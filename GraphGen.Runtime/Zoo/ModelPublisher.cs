using System.Security.Cryptography;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Writes a model. The weights' file is named after its content, and the card names the file: so the card, which is replaced in one go, is what
/// makes the model another one, and a process that is killed in between leaves the old model.
/// </summary>
internal static class ModelPublisher
{
    private const int NamedLetters = 16;

    /// <summary>Writes a network with its card.</summary>
    /// <returns>The card that was written.</returns>
    /// <exception cref="ZooException">There is another model of that name.</exception>
    /// <exception cref="OutputFileException">A file cannot be written.</exception>
    public static ZooCard Save(INetwork network, string folder, ZooCard card)
    {
        string model = Path.Combine(folder, card.Name), path = Path.Combine(model, ModelSource.Card);
        OutputFile.Try(model, () => Directory.CreateDirectory(model));
        AtomicFile.Probe(path);
        ZooCard? old = ReadOld(path, card.Name);
        RequireSameNetwork(old, network.Info, model);

        byte[] weights = WeightsOf(network);
        string hash = Convert.ToHexStringLower(SHA256.HashData(weights));
        card = card with
        {
            Declaration = card.Declaration.ReplaceLineEndings("\n").TrimEnd('\n'),
            Training = card.Training with { Version = typeof(Zoo).Assembly.GetName().Version!.ToString(fieldCount: 3) },
            Network = network.Info.Name,
            Fingerprint = network.Info.Fingerprint,
            ParameterCount = network.Info.ParameterCount,
            Weights = new ZooWeights($"weights-{hash[..NamedLetters]}.safetensors", weights.LongLength, hash),
        };
        AtomicFile.Write(Path.Combine(model, card.Weights.File), file => file.Write(weights));
        AtomicFile.Write(path, file => CardText.Write(card, file));
        if (old is not null && old.Weights!.File != card.Weights.File)
        {
            Discard(Path.Combine(model, old.Weights.File));
        }

        return card;
    }

    private static ZooCard? ReadOld(string path, string name)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using FileStream file = CheckpointFile.Open(path);
        return CardReader.Read(file, path, name);
    }

    private static void RequireSameNetwork(ZooCard? old, NetworkInfo info, string model)
    {
        if (old is not null && old.Fingerprint != info.Fingerprint)
        {
            throw new ZooException(
                model,
                $"'{model}' holds another network: {old.Network} with the fingerprint {old.Fingerprint}, where {info.Name} has {info.Fingerprint}. "
                + "Publish under another name, or delete the folder first.");
        }
    }

    private static byte[] WeightsOf(INetwork network)
    {
        using var content = new MemoryStream();
        using var claim = network.Memory.BeginCopy();
        CheckpointFile.Save(content, network);
        return content.ToArray();
    }

    /// <summary>Deletes what no card names any more. Where another program reads it, it stays, and harms nobody.</summary>
    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
