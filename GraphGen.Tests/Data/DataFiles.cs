using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GraphGen.Tests.Data;

/// <summary>The files that <c>make_data_goldens.py</c> wrote.</summary>
internal static class DataFiles
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string PathOf(string name) => Path.Combine(Folder(), name);

    public static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(PathOf(name)), Options)
        ?? throw new InvalidDataException($"'{name}' holds null: run make_data_goldens.py again.");

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Files");
}
