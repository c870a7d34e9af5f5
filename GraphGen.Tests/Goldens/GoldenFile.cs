using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GraphGen.Tests.Goldens;

/// <summary>What PyTorch computed for one network: the content of one file that <c>make_goldens.py</c> wrote.</summary>
internal sealed record GoldenFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Name { get; init; }

    /// <summary>The class in <c>GoldenNetworks.cs</c>; several goldens may run one declaration on different numbers.</summary>
    public required string Declaration { get; init; }

    public required ulong Seed { get; init; }

    public required float LearningRate { get; init; }

    public required int Rows { get; init; }

    /// <summary>Names of the parameters of layers declared frozen.</summary>
    public required string[] Frozen { get; init; }

    public required float[] Inputs { get; init; }

    /// <summary>Null where the loss takes <see cref="Targets"/>.</summary>
    public int[]? Labels { get; init; }

    /// <summary>Null where the loss takes <see cref="Labels"/>.</summary>
    public float[]? Targets { get; init; }

    /// <summary>How much each row counts; null where the declaration has no <c>[SampleWeights]</c>.</summary>
    public float[]? Weights { get; init; }

    /// <summary>How <see cref="Rows"/> are split into the mini-batches of one step; null where the step takes all rows at once.</summary>
    public int[]? BatchRows { get; init; }

    public required OrderedDictionary<string, GoldenTensor> Initial { get; init; }

    /// <summary>The training-mode loss with <see cref="Initial"/>, penalties included; of the first mini-batch where a step takes several.</summary>
    public required float Loss { get; init; }

    /// <summary>The gradient for each parameter that is trained: the mean over the mini-batches of a step.</summary>
    public required OrderedDictionary<string, GoldenTensor> Gradients { get; init; }

    public required float[] PredictionBefore { get; init; }

    /// <summary>The loss of each mini-batch before its optimizer step; every step takes the same ones.</summary>
    public required float[] StepLosses { get; init; }

    public required OrderedDictionary<string, GoldenTensor> Final { get; init; }

    public required float[] PredictionAfter { get; init; }

    /// <summary>The moving averages beside <see cref="Final"/>; null where none are declared.</summary>
    public OrderedDictionary<string, GoldenTensor>? Averages { get; init; }

    /// <summary>What <see cref="Averages"/> predict in the place of the trained parameters.</summary>
    public float[]? PredictionOfAverages { get; init; }

    /// <summary>The losses of the steps that follow <see cref="StepLosses"/>, to the fiftieth; null where training ends before.</summary>
    public float[]? LaterStepLosses { get; init; }

    /// <summary>The parameters after <see cref="LaterStepLosses"/>.</summary>
    public OrderedDictionary<string, GoldenTensor>? LaterFinal { get; init; }

    /// <summary>The names of the goldens whose steps take one batch of rows that count alike, in ordinal order.</summary>
    public static IEnumerable<string> Names() => AllNames().Where(name => Read(name) is { Weights: null, BatchRows: null });

    /// <summary>The names of all goldens, in ordinal order.</summary>
    public static IEnumerable<string> AllNames() => Directory
        .EnumerateFiles(Folder(), "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => name != DropoutMaskFile.FileName)
        .Order(StringComparer.Ordinal);

    public static GoldenFile Read(string name) => Read<GoldenFile>(name);

    /// <summary>Reads any of the JSON files that lie beside this source file.</summary>
    public static T Read<T>(string name)
    {
        string path = Path.Combine(Folder(), name + ".json");
        return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)
            ?? throw new InvalidDataException($"'{path}' holds null: run make_goldens.py again.");
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Files");
}

/// <summary>A tensor in row-major order.</summary>
internal sealed record GoldenTensor(int[] Shape, float[] Values);
