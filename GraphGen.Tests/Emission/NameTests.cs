using Xunit;

namespace GraphGen.Tests.Emission;

/// <summary>Whatever a user calls things, emitted code means its own.</summary>
public class NameTests
{
    private const string Network = "[Input(3)] [Dense(20, Act.Elu)] [BatchNorm] [Dropout(0.1)] [Dense(2)] [SoftmaxCrossEntropy] [Adam]";

    private const string Types =
        """
        public class Vector128; public class Vector256; public class Vector512; public class MathF; public class Math;
        public class Span; public class ReadOnlySpan; public class Avx512F; public class Fma; public class MethodImpl;
        public class NetworkMemory; public class Guard; public class Layer; public class DenseLayer; public class Parameter;
        public class Schedule; public class IKernels; public class Avx512Kernels; public class Horizontal; public class VectorMath;
        public class DropoutKey; public class Int32; public class Unsafe; public class GraphGen2;
        """;

    [Fact]
    public void Types_of_the_user_hide_none_that_emitted_code_means() =>
        new Variant().ShouldCompileWithoutWarnings(
            $$"""
            namespace My
            {
                using GraphGen;
                {{Types}}
                {{Network}} public partial class InNamespace;
            }
            """,
            $"using GraphGen; {Types} {Network} public partial class InGlobalNamespace;");

    [Fact]
    public void A_network_may_be_called_like_what_emitted_code_uses() =>
        new Variant().ShouldCompileWithoutWarnings(
            "namespace My.System { using GraphGen; " + Network + " public partial class Unsafe; }",
            "namespace My { using GraphGen; " + Network + " public partial class Vector512; }",
            "namespace My { using GraphGen; [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Schedule; }");

    [Fact]
    public void A_network_may_be_called_like_a_root_namespace() => new Variant().ShouldCompileWithoutWarnings(
        $$"""
        namespace My
        {
            using global::GraphGen;
            {{Network.Replace("Act.", "global::GraphGen.Act.")}} public partial class System;
            {{Network.Replace("Act.", "global::GraphGen.Act.")}} public partial class GraphGen;
        }
        """);

    [Fact]
    public void A_namespace_of_the_user_may_be_called_like_a_contextual_keyword() => new Variant().ShouldCompileWithoutWarnings(
        $"namespace nameof {{ using GraphGen; {Network} public partial class InNamespace; }}",
        $"using GraphGen; {Network} public partial class InGlobalNamespace;");

    [Fact]
    public void Networks_of_one_name_live_side_by_side() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;
        namespace A.B { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class C; }
        namespace A { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class B_C; }
        namespace A_B { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class C; }
        public partial class Outer { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class C; }
        """);

    [Fact]
    public void Keywords_may_be_names_around_a_network() => new Variant().ShouldCompileWithoutWarnings(
        $$"""
        using GraphGen;
        namespace @class.@event { public partial struct @namespace { public partial class @new { {{Network}} public partial class Net; } } }
        """);

    [Fact]
    public void A_layer_may_be_called_like_anything_that_emitted_code_uses()
    {
        string[] names =
        [
            "Schedule", "Entry", "Setup", "Offsets", "Training", "Prediction", "ParameterOffsets", "IKernels", "Avx512Kernels",
            "input", "loss", "Output", "LossStage", "memory", "workspace", "rows", "stride", "left", "result", "seed", "network",
            "System", "GraphGen", "Vectors", "Blocks", "generatedMemory", "Dense1Weight", "größe", "層",
        ];
        string dense = string.Concat(names.Select(name => $"[Dense(3, Act.Elu, L2 = 0.1, Name = \"{name}\")]\n"));
        string others = string.Concat(names.Chunk(2).Select(pair =>
            $"[BatchNorm(Name = \"{pair[0]}\")] [Dropout(0.1, Name = \"{pair[^1]}2\")]\n"));
        new Variant().ShouldCompileWithoutWarnings(
            $"""
            using GraphGen;
            [Input(3)] {dense} [SoftmaxCrossEntropy] public partial class First;
            [Input(3)] {others} [Dense(3)] [BinaryCrossEntropy] [Adam] public partial class Second;
            """);
    }

    [Fact]
    public void Network_names_may_differ_in_case_alone() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;
        [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Net;
        [Input(3)] [Dense(2)] [MeanSquaredError] public partial class NET;
        """);

    [Fact]
    public void A_containing_type_may_be_called_like_a_contextual_keyword() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;
        public partial class @record { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class @file; }
        """);

    [Fact]
    public void Layer_names_may_differ_in_case_alone() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;
        [Input(3)] [Dense(4, Name = "hidden")] [Dense(5, Name = "hIDDEN")] [Dense(2)] [MeanSquaredError] public partial class Net;
        """);

    [Fact]
    public void Members_of_the_user_do_not_clash_with_private_ones() => new Variant().ShouldCompileWithoutWarnings(
        $$"""
        using GraphGen;
        {{Network}}
        public partial class Net
        {
            private readonly int memory = 1, layers = 2, network = 3;
            public int Sum => memory + layers + network + LoadBatch;
            public int LoadBatch { get; set; }
            public static class System { }
            public static class GraphGen { }
            public static class Schedule { }
        }
        """);
}
