using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GraphGen.Tests.Schedules;

/// <summary>Learning rates that PyTorch computed: the content of the file that <c>make_schedule_goldens.py</c> wrote.</summary>
/// <param name="Losses">The losses of the epochs that the performance curves were told.</param>
/// <param name="Curves">The rate of each step, by the curve's name.</param>
internal sealed record ScheduleCurves(double[] Losses, Dictionary<string, double[]> Curves)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static ScheduleCurves Read([CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Files", "Curves.json");
        return JsonSerializer.Deserialize<ScheduleCurves>(File.ReadAllText(path), Options)
            ?? throw new InvalidDataException($"'{path}' holds null: run make_schedule_goldens.py again.");
    }
}
