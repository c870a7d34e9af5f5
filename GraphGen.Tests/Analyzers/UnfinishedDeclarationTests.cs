using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>While a declaration is being typed the compiler says what is missing; GraphGen stays silent and emits nothing.</summary>
public class UnfinishedDeclarationTests
{
    [Theory]
    [InlineData("[Input()] [Dense(2)]")]
    [InlineData("[Input(] [Dense(2)]")]
    [InlineData("[Input(4)] [Dense]")]
    [InlineData("[Input(4)] [Dense()]")]
    [InlineData("[Input(4)] [Dense(2, )]")]
    [InlineData("[Input(4)] [Dense(2, Act.)]")]
    [InlineData("[Input(4)] [Dense(2, Act.Re)]")]
    [InlineData("[Input(4)] [Dense(2, Act)]")]
    [InlineData("[Input(4)] [Dense(2, \"relu\")]")]
    [InlineData("[Input(4)] [Dense(2, L2)]")]
    [InlineData("[Input(4)] [Dense(2, L2 = )]")]
    [InlineData("[Input(4)] [Dense(2, L2 = \"x\")]")]
    [InlineData("[Input(4)] [Dense(2, L3 = 1)]")]
    [InlineData("[Input(4)] [Dense(2, L2 = unknown)]")]
    [InlineData("[Input(4)] [Dense(2, L2 = 1, L2 = 2)]")]
    [InlineData("[Input(4)] [Dense(size)]")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(0.9, 0.99, )]")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(beta3: 1)]")]
    [InlineData("[Input(4)] [Dense(2)] [Drop]")]
    [InlineData("[Input(4)] [Dense(2)] [Preset]")]
    [InlineData("[Input(4)] [Dense(2)] [Preset(]")]
    [InlineData("[Input(4)] [Dense(2)] [Preset(Preset.)]")]
    [InlineData("[Input(4)] [Dense(2)] [Preset(Preset.Class)]")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults(Act.)]")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults(L2 = )]")]
    [InlineData("[Input(4)] [Dense(2, FanMode = FanMode.)]")]
    [InlineData("[Input(4)] [Dense(2, Alpha = )]")]
    [InlineData("[Input(4)] [AlphaDropout] [Dense(2)]")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW(WeightDecay = )]")]
    [InlineData("[Input(4)] [Dense(2)] [ClipGradientNorm()]")]
    [InlineData("[Input(4)] [Dense(2)] [AccumulateGradients(2.5)]")]
    [InlineData("[Input(4)] [Dense(2)] [AverageWeights(0.9, )]")]
    [InlineData("[Input(4)] [Dense(2)] [Optimizer(WeightDecay = 1)]")]
    [InlineData("[Input(4)] [Dense(2.5)]")]
    [InlineData("[Input(4)] [Dense(99999999999)]")]
    public Task Half_typed_arguments_yield_neither_code_nor_a_rule(string attributes) => Verify.LeavesToTheCompiler(
        attributes + " [MeanSquaredError] partial class Net;");

    [Theory]
    [InlineData("enum Net { None }")]
    [InlineData("delegate void Net();")]
    public Task Attributes_on_what_is_no_class_are_left_to_the_compiler(string type) => Verify.LeavesToTheCompiler(
        "[Input(4)] [Dense(2)] [MeanSquaredError] " + type);
}
