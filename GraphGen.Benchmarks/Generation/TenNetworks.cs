namespace GraphGen.Benchmarks.Generation;

/// <summary>A project of ten networks of ten layers, each in a file of its own, and a program that uses them.</summary>
internal static class TenNetworks
{
    /// <summary>How many networks there are; the file behind theirs is the program.</summary>
    public const int Count = 10;

    /// <summary>The text of every file.</summary>
    public static IReadOnlyList<string> Sources =>
        [.. Enumerable.Range(0, Count).Select(network => Declaration(network).Source(0, NameOf(network))), Program];

    /// <summary>The text of the program.</summary>
    public static string Program => """
        public static class Program
        {
            public static int Sizes()
            {
                int sum = 0;
                return sum;
            }
        }

        """;

    /// <summary>The class of a network.</summary>
    public static string NameOf(int network) => FormattableString.Invariant($"Network{network + 1}");

    /// <summary>The layers of a network, whose names and widths no other one has.</summary>
    private static TenLayers Declaration(int network) =>
        new(NameOf(network), [.. (network % 2 == 0 ? TenLayers.Equal : TenLayers.Different).Widths.Select(width => width + network)]);
}
