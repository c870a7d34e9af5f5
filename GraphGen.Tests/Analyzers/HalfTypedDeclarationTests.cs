using GraphGen.Model;
using GraphGen.Numerics;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>Whatever stands in a declaration while it is typed, neither the rules nor the analyzer throw.</summary>
public class HalfTypedDeclarationTests
{
    private const string Everything =
        """
        [Input(8)] [Preset(Preset.Classic)] [Defaults(Init.Normal, Act.RRelu, InitScale = 0.1, Alpha = 0.1, UpperAlpha = 0.3, L2 = 1e-4)]
        [Dense(4, Init.He, Act.PRelu, Alpha = 0.2, FanMode = FanMode.Out, Gain = 2, L1 = 0.1, RateMultiplier = 0.5, Name = "first")]
        [BatchNorm(Momentum = 0.5)] [Activation(Act.Elu, Alpha = 2)] [AlphaDropout(0.1)] [Dropout(0.2)] [Dense(3, MaxNorm = 3, Bias = false)]
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] [Nadam(0.9, momentumDecay: 0.1, WeightDecay = 0.1, DecayBiases = true)]
        [ClipGradientNorm(1)] [ClipGradientValue(2)] [AccumulateGradients(4)] [AverageWeights(0.99)] [SampleWeights]
        """;

    private static readonly string[] Replacements =
        ["", "(", ")", "[", "]", ",", "=", ".", "0", "-1", "1e300", "double.NaN", "null", "\"\"", "Init", "Act.", "(Act)77", "(Preset)9", "Dense", "Preset", "Name", "Alpha"];

    [Fact]
    public async Task Declarations_that_break_off_anywhere_are_judged_without_an_exception() =>
        await Judge(Enumerable.Range(0, Everything.Length / 3).Select(third => Everything[..(third * 3)] + " [Dense(2)] [MeanSquaredError]"));

    [Fact]
    public async Task Declarations_with_other_tokens_in_them_are_judged_without_an_exception()
    {
        var random = new CounterRandom(seed: 1, stream: 0);
        string[] tokens = [.. SyntaxFactory.ParseTokens(Everything).Select(token => token.ToFullString())];
        int Next(int below) => random.NextInt(below);
        await Judge(Enumerable.Range(0, 250).Select(_ =>
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
        string[] sources = [.. declarations.Select((attributes, index) => $"{attributes} partial class Net{index} {{ private int BatchNorm1; }}")];
        CSharpCompilation compilation = TestCompilation.Create(["global using GraphGen;", .. sources]);
        int judged = 0;
        for (int index = 0; index < sources.Length; index++)
        {
            if (compilation.GetTypeByMetadataName($"Net{index}") is { } type)
            {
                Should.NotThrow(() => Validator.Check(DeclarationReader.Read(type, CancellationToken.None)), sources[index]);
                judged++;
            }
        }

        judged.ShouldBeGreaterThan(sources.Length / 2);
        await TestCompilation.AnalyzeAsync(compilation);
    }
}
