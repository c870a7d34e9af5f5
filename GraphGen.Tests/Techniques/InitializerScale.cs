using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GraphGen.Tests.Techniques;

/// <summary>How far PyTorch spreads a layer's weights: one entry of the file that <c>make_initializer_scales.py</c> wrote.</summary>
/// <param name="Init">The initialiser of normal weights; <c>Uniform</c> behind its name gives that of uniform ones.</param>
/// <param name="FanMode">The declared fan.</param>
/// <param name="FanIn">Connections into the layer.</param>
/// <param name="FanOut">Connections out of the layer.</param>
/// <param name="Gain">The declared gain.</param>
/// <param name="Deviation">The standard deviation of normal weights.</param>
/// <param name="Limit">The limit of uniform weights.</param>
internal sealed record InitializerScale(Init Init, FanMode FanMode, int FanIn, int FanOut, double Gain, double Deviation, double Limit)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<InitializerScale> ReadAll([CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Files", "InitializerScales.json");
        return JsonSerializer.Deserialize<InitializerScale[]>(File.ReadAllText(path), Options)!;
    }
}
