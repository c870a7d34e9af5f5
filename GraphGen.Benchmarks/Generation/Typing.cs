namespace GraphGen.Benchmarks.Generation;

/// <summary>Something that a user types into one file of <see cref="TenNetworks"/>.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="File">The file.</param>
/// <param name="Texts">Its text after each keystroke.</param>
internal sealed record Typing(string Name, int File, IReadOnlyList<string> Texts)
{
    private const string NewLayer = "[Dense(128, Act.Relu)]\n";

    /// <summary>
    /// What a user does around a network: another width; another name; a new layer, character by character; and, in the program, a statement
    /// that uses the network. Each is undone by the next, so that in the end every file is as it was.
    /// </summary>
    public static IReadOnlyList<Typing> Around(int network)
    {
        string source = TenNetworks.Sources[network], program = TenNetworks.Program;
        int lastLayer = source.LastIndexOf("[Dense(", StringComparison.Ordinal);
        int width = source.IndexOf("[Dense(", StringComparison.Ordinal) + "[Dense(".Length;
        int widthEnd = source.IndexOf(',', width);
        int name = source.LastIndexOf(';'), body = program.IndexOf("return", StringComparison.Ordinal);
        string[] layer = [.. Typed(source, lastLayer, NewLayer)];
        string[] digits = [.. Deleted(source, width, widthEnd), .. Typed(source.Remove(width, widthEnd - width), width, "128")];
        string[] names = [.. Typed(source, name, "Renamed")];
        string[] statement = [.. Typed(program, body, $"sum += {TenNetworks.NameOf(network)}.OutputSize;\n")];
        return
        [
            new("changing a width", network, digits),
            new("changing it back", network, Undone(source, digits)),
            new("renaming the class", network, names),
            new("naming it back", network, Undone(source, names)),
            new("typing a layer", network, layer),
            new("deleting it", network, Undone(source, layer)),
            new("typing elsewhere", TenNetworks.Count, statement),
            new("deleting that", TenNetworks.Count, Undone(program, statement)),
        ];
    }

    private static IEnumerable<string> Typed(string text, int position, string typed) =>
        Enumerable.Range(1, typed.Length).Select(length => text.Insert(position, typed[..length]));

    private static IEnumerable<string> Deleted(string text, int start, int end) =>
        Enumerable.Range(1, end - start).Select(length => text.Remove(end - length, length));

    /// <summary>The way back, one state at a time.</summary>
    private static string[] Undone(string text, string[] texts) => [.. texts.SkipLast(1).Reverse(), text];
}
