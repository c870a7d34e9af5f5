using System.Runtime.CompilerServices;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Goldens;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Interpretation;

/// <summary>
/// The oracle itself against PyTorch: declaration, lowering, gradients and optimizers in double precision, with no kernel and
/// no pass between. Where this passes and an emitted network fails, the fault lies behind the lowering.
/// </summary>
public sealed class ReferenceGoldenTests
{
    /// <summary>The goldens hold numbers in single precision; nothing else separates the two computations.</summary>
    private const double Tolerance = 1e-5;

    private static readonly Lazy<CSharpCompilation> Declarations =
        new(() => TestCompilation.Create("global using GraphGen;", File.ReadAllText(DeclarationsPath())));

    public static TheoryData<string> Names => [.. GoldenFile.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_computes_what_PyTorch_computed(string name)
    {
        GoldenFile golden = GoldenFile.Read(name);
        NetworkSpec network = Read(golden.Declaration);
        double[] inputs = Doubles(golden.Inputs);
        double[] expected = golden.Labels is { } labels ? OneHot(labels, golden.PredictionBefore.Length / golden.Rows) : Doubles(golden.Targets!);
        var reference = new ReferenceNetwork(network, golden.Seed);
        foreach ((string parameter, GoldenTensor tensor) in golden.Initial)
        {
            reference.Parameters[parameter] = Doubles(tensor.Values);
        }

        (double loss, Dictionary<string, double[]> gradients) = reference.ComputeGradients(new Batch(golden.Rows, inputs, [], expected, []));
        ShouldBeClose([loss], [golden.Loss], "loss");
        gradients.Keys.ShouldBe(golden.Gradients.Keys, ignoreOrder: true);
        foreach ((string parameter, GoldenTensor tensor) in golden.Gradients)
        {
            ShouldBeClose(gradients[parameter], tensor.Values, $"gradient of {parameter}");
        }

        ShouldBeClose(reference.Predict(golden.Rows, inputs), golden.PredictionBefore, "prediction before");
        foreach (float stepLoss in golden.StepLosses)
        {
            ShouldBeClose([reference.TrainStep(new Batch(golden.Rows, inputs, [], expected, []), golden.LearningRate)], [stepLoss], "loss of a step");
        }

        foreach ((string parameter, GoldenTensor tensor) in golden.Final)
        {
            ShouldBeClose(reference.Parameters[parameter], tensor.Values, $"{parameter} after the steps");
        }

        ShouldBeClose(reference.Predict(golden.Rows, inputs), golden.PredictionAfter, "prediction after");
    }

    private static void ShouldBeClose(double[] actual, float[] expected, string what)
    {
        double allowed = Tolerance * expected.Max(Math.Abs);
        actual.Length.ShouldBe(expected.Length, what);
        for (int index = 0; index < actual.Length; index++)
        {
            Math.Abs(actual[index] - expected[index]).ShouldBeLessThanOrEqualTo(allowed, FormattableString.Invariant($"{what}[{index}] is {actual[index]}, PyTorch says {expected[index]}"));
        }
    }

    private static NetworkSpec Read(string name)
    {
        Validation validation = Validator.Check(DeclarationReader.Read(Declarations.Value.GetTypeByMetadataName("GraphGen.Tests.Goldens." + name)!, CancellationToken.None));
        validation.Problems.ShouldBeEmpty();
        return validation.Network!;
    }

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static double[] OneHot(int[] labels, int classes)
    {
        double[] rows = new double[labels.Length * classes];
        for (int row = 0; row < labels.Length; row++)
        {
            rows[(row * classes) + labels[row]] = 1;
        }

        return rows;
    }

    private static string DeclarationsPath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "Goldens", "GoldenNetworks.cs");
}
