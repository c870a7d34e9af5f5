using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphGen.Tests.Goldens;

namespace GraphGen.Tests.Adversarial;

/// <summary>What PyTorch made of a generator and a discriminator in five steps: the content of the file that <c>make_gan_golden.py</c> writes.</summary>
internal sealed record GanGolden
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required float GeneratorRate { get; init; }

    public required float DiscriminatorRate { get; init; }

    public required float RealTarget { get; init; }

    /// <summary>Real rows of a step, and generated ones.</summary>
    public required int Rows { get; init; }

    public required float[] Noise { get; init; }

    public required float[] Real { get; init; }

    public required Dictionary<string, GoldenTensor> GeneratorInitial { get; init; }

    public required Dictionary<string, GoldenTensor> DiscriminatorInitial { get; init; }

    public required float[] GeneratorLosses { get; init; }

    public required float[] DiscriminatorLosses { get; init; }

    public required Dictionary<string, GoldenTensor> GeneratorFinal { get; init; }

    public required Dictionary<string, GoldenTensor> DiscriminatorFinal { get; init; }

    public static GanGolden Read([CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Files", "Gan.json");
        return JsonSerializer.Deserialize<GanGolden>(File.ReadAllText(path), Options)!;
    }
}
