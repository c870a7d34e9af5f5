using System.Reflection;
using GraphGen.Generator.Lowering;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static System.FormattableString;

namespace GraphGen.Tests.Randomized;

/// <summary>Compiles many declarations in one go.</summary>
internal static class EmittedNetworks
{
    private static readonly MetadataReference ThisAssembly = MetadataReference.CreateFromFile(typeof(IEmittedNetwork).Assembly.Location);

    /// <summary>For each case, in their order, how to construct its network from the case's seed, for so many threads.</summary>
    /// <exception cref="InvalidOperationException">A declaration was refused, or what was emitted does not compile without warnings.</exception>
    public static IReadOnlyList<Func<int, IEmittedNetwork>> Compile(IReadOnlyList<RandomCase> cases)
    {
        string[] sources = cases.Select((current, index) => Source(Named(current, index).Network)).ToArray();
        CSharpCompilation declared = TestCompilation.Create(sources).AddReferences(ThisAssembly);
        RequireReadAsMeant(declared, cases);
        Assembly assembly = TestCompilation.Load(TestCompilation.Generate(declared).Compilation);
        return cases.Select((current, index) => Constructor(assembly.GetType(Name(index), throwOnError: true)!, (ulong)current.Seed)).ToArray();
    }

    private static Func<int, IEmittedNetwork> Constructor(Type type, ulong seed) =>
        threads => (IEmittedNetwork)Activator.CreateInstance(type, seed, threads, 4)!;

    private static string Name(int index) => Invariant($"Network{index}");

    private static RandomCase Named(RandomCase current, int index) =>
        current with { Network = current.Network with { Name = Name(index), Accessibility = "public" } };

    /// <summary>The declaration, and the part of the class that makes its methods callable without knowing its loss.</summary>
    private static string Source(NetworkSpec network)
    {
        string rows = network.Loss.IsReconstruction ? "inputs" : network.Loss.TakesClasses ? "inputs, labels" : "inputs, targets";
        string expected = rows + (network.HasSampleWeights ? ", weights" : "");
        string inputGradients = network.HasInputGradients ? $"ComputeInputGradients({rows}, inputGradients)" : "float.NaN";
        string samples = NetworkLowering.HasDropout(network) ? "PredictSamples(inputs, samples, mean, deviation, seed); return true;" : "return false;";
        string swap = network.AverageDecay > 0 ? "SwapAverages(); return true;" : "return false;";
        return $$"""
            using GraphGen;
            using GraphGen.Tests.Randomized;
            #pragma warning disable CS1591
            {{DeclarationText.Of(network)}}
            public partial class {{network.Name}} : IEmittedNetwork
            {
                float IEmittedNetwork.TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float learningRate) =>
                    TrainStep({{expected}}, learningRate);

                float IEmittedNetwork.ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) =>
                    ComputeGradients({{expected}});

                float IEmittedNetwork.ComputeInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> inputGradients) =>
                    {{inputGradients}};

                bool IEmittedNetwork.TryPredictSamples(ReadOnlySpan<float> inputs, int samples, Span<float> mean, Span<float> deviation, ulong seed) { {{samples}} }

                bool IEmittedNetwork.TrySwapAverages() { {{swap}} }

                GraphGen.Execution.NetworkMemory IEmittedNetwork.Memory => generatedMemory;

                IReadOnlyList<Layer> IEmittedNetwork.Layers => generatedLayers;
            }
            """;
    }

    /// <summary>The reader is part of what is tested: it must find in the text what the text was written from.</summary>
    private static void RequireReadAsMeant(CSharpCompilation declared, IReadOnlyList<RandomCase> cases)
    {
        for (int index = 0; index < cases.Count; index++)
        {
            NetworkSpec meant = Named(cases[index], index).Network;
            Validation validation = Validator.Check(DeclarationReader.Read(declared.GetTypeByMetadataName(Name(index))!, CancellationToken.None));
            if (validation.Network != meant)
            {
                string reason = validation.Network is null ? $"is refused: {string.Join("; ", validation.Problems)}" : "is read as another network";
                throw new InvalidOperationException($"A declaration {reason}:\n{DeclarationText.Of(meant)}");
            }
        }
    }
}
