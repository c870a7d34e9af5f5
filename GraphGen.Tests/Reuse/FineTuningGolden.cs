using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphGen.Tests.Goldens;

namespace GraphGen.Tests.Reuse;

/// <summary>What PyTorch made of a network in three stages: the content of the file that <c>make_fine_tuning_golden.py</c> writes.</summary>
internal sealed record FineTuningGolden
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required float LearningRate { get; init; }

    public required float[] Inputs { get; init; }

    public required int[] Labels { get; init; }

    public required Dictionary<string, GoldenTensor> Initial { get; init; }

    public required StageGolden Stage1 { get; init; }

    public required StageGolden Stage2 { get; init; }

    public required StageGolden Stage3 { get; init; }

    public static FineTuningGolden Read([CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Files", "FineTuning.json");
        return JsonSerializer.Deserialize<FineTuningGolden>(File.ReadAllText(path), Options)!;
    }
}

/// <summary>One stage: what it trained, the loss before each step, and the parameters after the last.</summary>
internal sealed record StageGolden(
    string[] Trained, int Epochs, float RateFactor, float LayerRateFactor, float[] Losses, Dictionary<string, GoldenTensor> Parameters);
