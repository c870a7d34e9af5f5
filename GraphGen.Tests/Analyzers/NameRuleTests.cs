using Xunit;

namespace GraphGen.Tests.Analyzers;

public class NameRuleTests
{
    [Theory]
    [InlineData("[Dense(2, Name = \"fc\")] [Dense(2, [|Name = \"fc\"|])]", "'Fc' belongs to two layers")]
    [InlineData("[Dense(2, Name = \"fc\")] [Dropout(0.1, [|Name = \"Fc\"|])]", "'Fc' belongs to two layers")]
    [InlineData("[Dense(2, [|Name = \"dense2\"|])] [Dense(2)]", "'Dense2' belongs to two layers")]
    [InlineData("[Dense(2)] [Dense(2, [|Name = \"dense1\"|])]", "'Dense1' belongs to two layers")]
    [InlineData("[Dense(2, [|Name = \"\"|])]", "''")]
    [InlineData("[Dense(2, [|Name = \"1st\"|])]", "'1st'", "begin with a letter")]
    [InlineData("[Dense(2, [|Name = \"_arena\"|])]", "'_arena'", "begin with a letter")]
    [InlineData("[Dense(2, [|Name = \"a.b\"|])]", "'a.b'")]
    [InlineData("[Dense(2, [|Name = \"init\"|])]", "'Init'", "networks have")]
    [InlineData("[Dense(2, [|Name = \"Act\"|])]", "'Act'")]
    [InlineData("[Dense(2, [|Name = \"fanMode\"|])]", "'FanMode'", "networks have")]
    [InlineData("[Dense(2, [|Name = \"preset\"|])]", "'Preset'", "networks have")]
    [InlineData("[Dense(2, [|Name = \"swapAverages\"|])]", "'SwapAverages'")]
    [InlineData("[Dense(2, [|Name = \"predictSamples\"|])]", "'PredictSamples'")]
    [InlineData("[Dense(2, [|Name = \"inspect\"|])]", "'Inspect'")]
    [InlineData("[Dense(2, [|Name = \"predict\"|])]", "'Predict'")]
    [InlineData("[Dense(2, [|Name = \"toString\"|])]", "'ToString'")]
    [InlineData("[Dense(2, [|Name = \"net\"|])]", "'Net' is the class's own")]
    [InlineData("[Dense(2, [|Name = \"other\"|])]", "'Other' is taken by a member of 'Net'")]
    [InlineData("[Dense(2, [|Name = \"inherited\"|])]", "'Inherited' is taken by a member of 'Parent'")]
    public Task GG1008_marks_a_layer_name_that_is_taken_or_is_none(string layers, params string[] messageParts) => Verify.Reports(
        "GG1008",
        $$"""
        [Input(4)] {{layers}} [MeanSquaredError] partial class Net : Parent { private void Other() { } }
        class Parent { protected int Inherited; private int Hidden; public int Reader => Hidden; }
        """,
        messageParts);

    [Fact]
    public Task GG1008_marks_the_layer_whose_automatic_name_is_taken() => Verify.Reports(
        "GG1008",
        "[Input(4)] [[|Dense(2)|]] [MeanSquaredError] partial class Net { public int Dense1 { get; set; } }",
        "'Dense1' is taken by a member of 'Net': give the layer another Name");

    [Theory]
    [InlineData("[[|Preset(Preset.Classic)|]] [Dense(2)] [Dense(2)]", "int BatchNorm1;", "'BatchNorm1' is taken by a member of 'Net'", "declare [BatchNorm] with a Name")]
    [InlineData("[Preset(Preset.Classic)] [Dense(2, [|Name = \"batchNorm1\"|])] [Dense(2)]", "", "'BatchNorm1' belongs to two layers")]
    [InlineData("[Preset(Preset.Classic)] [Dense(2)] [Dense(2, [|Name = \"dropout1\"|])]", "", "'Dropout1' belongs to two layers")]
    public Task GG1008_marks_what_clashes_with_a_layer_that_a_preset_adds(string layers, string member, params string[] messageParts) => Verify.Reports(
        "GG1008", $$"""[Input(4)] {{layers}} [MeanSquaredError] partial class Net { {{member}} }""", messageParts);

    [Theory]
    [InlineData("[Dense(2, Name = \"hidden1\")] [Dense(2, Name = \"hidden2\")]")]
    [InlineData("[Dense(2, Name = \"class\")] [Dense(2, Name = \"dense2\")]")]
    [InlineData("[BatchNorm(Name = \"Größe_1\")] [Dense(2, Name = null)]")]
    [InlineData("[Dense(2, Name = \"hidden\")]")]
    public Task GG1008_accepts_names_that_are_free(string layers) => Verify.Permits(
        $$"""
        [Input(4)] {{layers}} [MeanSquaredError] partial class Net : Parent;
        class Parent { private int Hidden; public int Reader => Hidden; }
        """);

    [Theory]
    [InlineData("public int [|InputSize|] => 1;", "'InputSize'", "rename the one in 'Net'")]
    [InlineData("public void [|Parameters|]() { }", "'Parameters'")]
    [InlineData("public class [|Predict|];", "'Predict'")]
    [InlineData("private int [|Fit|];", "'Fit'")]
    [InlineData("public int [|Inspect|] => 1;", "'Inspect'")]
    [InlineData("public bool [|SwapAverages|];", "'SwapAverages'")]
    [InlineData("public class [|PredictSamples|];", "'PredictSamples'")]
    public Task GG1008_marks_a_member_called_like_an_emitted_one(string member, params string[] messageParts) => Verify.Reports(
        "GG1008", $$"""[Input(4)] [Dense(2)] [MeanSquaredError] partial class Net { {{member}} }""", messageParts);

    [Theory]
    [InlineData("[MeanSquaredError]", "public float [|TrainStep|](ReadOnlySpan<float> rows, ReadOnlySpan<float> values, float rate) => 0;", "'TrainStep' with these parameters")]
    [InlineData("[MeanSquaredError] [SampleWeights]", "void [|ComputeGradients|](ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c) { }", "give it other parameters")]
    [InlineData("[SoftmaxCrossEntropy]", "public int Predict(int row) => row; public void [|Predict|](ReadOnlySpan<float> a, Span<float> b) { }", "'Net'")]
    [InlineData("[MeanSquaredError]", "static void [|Load|](string path, bool all, bool part) { } public void [|CreatePredictor|]() { }")]
    [InlineData("[MeanSquaredError] [AverageWeights]", "private bool [|SwapAverages|]() => true;")]
    public Task GG1008_marks_a_method_that_an_emitted_one_repeats(string training, string member, params string[] messageParts) => Verify.Reports(
        "GG1008", $$"""[Input(4)] [Dense(2)] {{training}} partial class Net { {{member}} }""", messageParts);

    [Fact]
    public Task GG1008_marks_the_class_where_an_emitted_method_would_hide_an_inherited_one() => Verify.Reports(
        "GG1008",
        """
        class Parent { public void ApplyGradients(float rate) { } }
        [Input(4)] [Dense(2)] [MeanSquaredError] partial class [|Net|] : Parent;
        """,
        "'ApplyGradients'",
        "rename the one in 'Parent'");

    [Fact]
    public Task GG1008_welcomes_methods_with_other_parameters_than_this_network_needs() => Verify.Permits(
        """
        [Input(4)] [Dense(2)] [MeanSquaredError]
        partial class Net
        {
            public void Save(string path) { }
            public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float rate) => 0;
            public void ApplyGradients<T>(float rate) { }
            public void ApplyGradients(double rate) { }
            public void SwapAverages() { }
            public void PredictSamples(ReadOnlySpan<float> a, int b, Span<float> c, Span<float> d, ulong e) { }
            public void Evaluate(Other.Dataset data) { }
        }
        class Other { public class Dataset; }
        """);

    [Fact]
    public Task GG1008_marks_the_class_where_the_member_is_inherited() => Verify.Reports(
        "GG1008",
        """
        class Parent { public int Info => 1; }
        [Input(4)] [Dense(2)] [MeanSquaredError] partial class [|Net|] : Parent;
        """,
        "'Info'",
        "rename the one in 'Parent'");

    [Fact]
    public Task GG1008_marks_a_class_called_like_an_emitted_member() => Verify.Reports(
        "GG1008", "[Input(4)] [Dense(2)] [MeanSquaredError] partial class [|Evaluate|];", "rename the class");

    [Fact]
    public Task GG1008_welcomes_overloads_overrides_and_members_called_like_enums() => Verify.Permits(
        """
        [Input(4)] [Dense(2, GraphGen.Init.He, GraphGen.Act.Relu, FanMode = GraphGen.FanMode.Out)] [MeanSquaredError]
        [Preset(GraphGen.Preset.Modern)]
        partial class Net
        {
            public int Predict(string image) => image.Length;
            public override string ToString() => "net";
            public void Init() { }
            public int Act { get; set; }
            public int FanMode { get; set; }
            public void Preset() { }
            public void Inspect(string what) { }
        }
        """);

    [Theory]
    [InlineData("[Dense(2, Init.He)]", "public void [|Init|]() { }", "write GraphGen.Init.He there")]
    [InlineData("[Dense(2, Act.Elu)]", "public int [|Act|] { get; set; }", "write GraphGen.Act.Relu there")]
    [InlineData("[Dense(2, FanMode = FanMode.Out)]", "public int [|FanMode|] { get; set; }", "write GraphGen.FanMode.Average there")]
    [InlineData("[Dense(2)] [Preset(Preset.Modern)]", "public int [|Preset|] { get; set; }", "write GraphGen.Preset.Classic there")]
    public Task GG1008_tells_why_an_enum_does_not_bind(string layer, string member, string message) => Verify.Reports(
        "GG1008", $$"""[Input(4)] {{layer}} [MeanSquaredError] partial class Net { {{member}} }""", message);
}
