using System.Security.Cryptography;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Writes a model. The weights' file is named after its content, and the card names the file: so the card, which is replaced in one go, is what
/// makes the model another one, and a process that is killed in between leaves the old model.
/// </summary>
internal static class ModelPublisher
{
    // Held while a model is written: who clears away weights without a card must not find those whose card another one is about to write.
    private const string Turn = ".publishing";

    /// <summary>Writes a network with its card.</summary>
    /// <returns>The card that was written.</returns>
    /// <exception cref="ZooException">There is another model of that name.</exception>
    /// <exception cref="OutputFileException">A file cannot be written, or somebody else is publishing the model.</exception>
    /// <exception cref="IOException">The card that is there cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The card that is there must not be read.</exception>
    public static ZooCard Save(INetwork network, string folder, ZooCard card)
    {
        string model = Path.Combine(folder, card.Name), path = Path.Combine(model, ModelSource.Card);
        using FileStream turn = Begin(model);
        AtomicFile.Probe(path);
        RequireSameNetwork(ReadOld(path, card.Name), network.Info, model);

        card = card with
        {
            Declaration = card.Declaration.ReplaceLineEndings("\n").TrimEnd('\n'),
            Training = card.Training with { Version = typeof(Zoo).Assembly.GetName().Version!.ToString(fieldCount: 3) },
            Network = network.Info.Name,
            Fingerprint = network.Info.Fingerprint,
            ParameterCount = network.Info.ParameterCount,
            Weights = WriteWeights(network, model, path),
        };
        AtomicFile.Write(path, file => CardText.Write(card, file));
        DiscardOthers(model, card.Weights.File);
        return card;
    }

    /// <summary>Creates the folder where there is none, and keeps other publishers out of it.</summary>
    private static FileStream Begin(string model)
    {
        FileStream? turn = null;
        OutputFile.Try(model, () =>
        {
            Directory.CreateDirectory(model);
            turn = new FileStream(Path.Combine(model, Turn), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        });
        return turn!;
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

    /// <summary>Writes the weights beside the card. They are read once more to know their hash, since they begin with what is written last: their checksum.</summary>
    private static ZooWeights WriteWeights(INetwork network, string model, string card)
    {
        ZooWeights? weights = null;
        AtomicFile.WriteNamed(card, file =>
        {
            using (network.Memory.BeginCopy())
            {
                CheckpointFile.Save(file, network);
            }

            file.Position = 0;
            string hash = Convert.ToHexStringLower(SHA256.HashData(file));
            weights = new ZooWeights(ModelName.OfWeights(hash), file.Length, hash);
            return Path.Combine(model, weights.File);
        });
        return weights!;
    }

    /// <summary>
    /// Deletes the weights that were published before, those of killed publishers, too, and nothing else. Where another program reads them, they stay, and harm nobody.
    /// </summary>
    private static void DiscardOthers(string model, string published)
    {
        OnlyTry(() =>
        {
            foreach (string path in Directory.GetFiles(model))
            {
                if (Path.GetFileName(path) is var file && file != published && ModelName.IsOfWeights(file))
                {
                    OnlyTry(() => File.Delete(path));
                }
            }
        });
    }

    private static void OnlyTry(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
