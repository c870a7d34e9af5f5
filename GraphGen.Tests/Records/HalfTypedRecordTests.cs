using GraphGen.Model;
using GraphGen.Numerics;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

/// <summary>Whatever stands in a record while it is typed, neither the rules nor the generator nor the analyzers throw.</summary>
public sealed class HalfTypedRecordTests
{
    private const string Everything =
        """
        (
            [Feature] float X, [Feature(Missing = -1)] double? Y, [Feature(Ordinal = true)] Kind Kind, [Feature] Kind? Other,
            [Feature(Length = 3, Missing = 0)] float[] Pixels, [Feature(Length = 2)] System.Collections.Generic.List<int> Counts, [Label] Kind Answer)
        {
            [Feature] public bool Flag { get; init; } [Feature] private readonly byte count = 1; [Feature] public float Sum => X + count;
            public void Method([Feature] int parameter) { } public enum Inner { A, B = A, C = -1 }
        }
        """;

    private static readonly string[] Replacements =
        ["", "(", ")", "[", "]", ",", "=", "?", "{", "}", ";", "static", "const", "ref", "string", "Kind", "Feature", "Label", "property:", "-1", "this", "dynamic", "int*", "<T>"];

    [Fact]
    public async Task Records_that_break_off_anywhere_are_judged_without_an_exception() =>
        await Judge(Enumerable.Range(0, Everything.Length / 4).Select(fourth => Everything[..(fourth * 4)]));

    [Fact]
    public async Task Records_with_other_tokens_in_them_are_judged_without_an_exception()
    {
        var random = new CounterRandom(seed: 3, stream: 0);
        string[] tokens = [.. SyntaxFactory.ParseTokens(Everything).Select(token => token.ToFullString())];
        int Next(int below) => random.NextInt(below);
        await Judge(Enumerable.Range(0, 200).Select(_ =>
        {
            string[] changed = [.. tokens];
            for (int change = Next(3); change >= 0; change--)
            {
                changed[Next(changed.Length)] = Replacements[Next(Replacements.Length)] + " ";
            }

            return string.Concat(changed);
        }));
    }

    private static async Task Judge(IEnumerable<string> declarations)
    {
        string[] sources = [.. declarations.Select((text, index) => $"partial record R{index}{text}")];
        CSharpCompilation compilation = TestCompilation.Create(["global using GraphGen; enum Kind { A, B }", .. sources]);
        int judged = 0;
        for (int index = 0; index < sources.Length; index++)
        {
            if (compilation.GetTypeByMetadataName($"R{index}") is { } type && RecordAttribute.IsIn(type))
            {
                Should.NotThrow(() => RecordValidator.Check(RecordReader.Read(type, CancellationToken.None)), sources[index]);
                judged++;
            }
        }

        judged.ShouldBeGreaterThan(sources.Length / 2);
        TestCompilation.Generate(compilation);
        await TestCompilation.AnalyzeAsync(compilation);
    }
}
