using System.Security.Cryptography;

namespace GraphGen.Tests.ModelZoo;

/// <summary>A trained network, and what its publisher says of it.</summary>
internal static class Published
{
    public const string Name = "weather";

    public static readonly Dataset Rows = new(
        [.. Enumerable.Range(0, 4 * 24).Select(index => MathF.Sin(index * index))], inputSize: 4, [.. Enumerable.Range(0, 24).Select(row => row % 3)]);

    public static ZooCard Card => new()
    {
        Name = Name,
        Task = "Tells tomorrow's weather.",
        License = "MIT",
        Data = new ZooData("Sines", "made by \"sin\" <of> squares", 24, "four numbers in [-1, 1], größer is later", "CC0"),
        Metrics = [new ZooMetric("accuracy", 0.875, "the training rows"), new ZooMetric("loss", 1e-7, "the training rows")],
        Training = new ZooTraining("dotnet test", ulong.MaxValue, 3, "the same bits"),
        Declaration = "[Input(4)]\r\npublic partial class Weather;\r\n",
    };

    public static Weather Train(int seed = 1)
    {
        var network = new Weather(seed);
        network.Fit(Rows.Standardize().Data, new FitOptions { Epochs = 3, BatchSize = 8, LearningRate = 0.01f });
        return network;
    }

    /// <summary>Replaces text of a card, which must be in it.</summary>
    public static void EditCard(string folder, string old, string replacement)
    {
        string path = CardPath(folder), text = File.ReadAllText(path);
        File.WriteAllText(path, text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, replacement, StringComparison.Ordinal) : throw new ArgumentException($"No '{old}' in {text}"));
    }

    public static string CardPath(string folder) => Path.Combine(folder, Name, "card.json");

    public static string WeightsPath(string folder) => Directory.GetFiles(Path.Combine(folder, Name), "weights-*.safetensors").Single();

    /// <summary>Puts other weights into the place of those that were published, and their length and hash onto the card.</summary>
    public static void ReplaceWeights(string folder, byte[] weights)
    {
        string path = WeightsPath(folder);
        byte[] old = File.ReadAllBytes(path);
        File.WriteAllBytes(path, weights);
        EditCard(folder, $"\"bytes\": {old.Length}", $"\"bytes\": {weights.Length}");
        EditCard(folder, Hash(old), Hash(weights));
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
