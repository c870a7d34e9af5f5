using System.Globalization;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class RangeRuleTests
{
    [Theory]
    [InlineData("[Input([|0|])] [Dense(2)]", "'features' of [Input] is 0", "1 to 65,536")]
    [InlineData("[Input([|features: -1|])] [Dense(2)]", "is -1")]
    [InlineData("[Input(65_536)] [Dense([|65_537|])] [Dense(2)]", "is 65537")]
    [InlineData("[Input(4)] [Dense([|0|], Act.Relu)] [Dense(2)]", "'units' of [Dense] is 0")]
    [InlineData("[Input(4)] [Dense(activation: Act.Relu, [|units: 0|])] [Dense(2)]", "'units' of [Dense] is 0")]
    [InlineData("[Input(4)] [Dense([|2 - 3|])]", "is -1")]
    [InlineData("[Input(4)] [Dense(2, [|(Act)42|])]", "'activation' of [Dense] is 42", "a member of Act")]
    [InlineData("[Input(4)] [Dense(2, [|(Init)(-1)|], Act.Elu)]", "'init' of [Dense] is -1", "a member of Init")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = -1e-4|])]", "'L2' of [Dense] is -0.0001")]
    [InlineData("[Input(4)] [Dense(2, [|MaxNorm = -3|], Bias = false)]", "'MaxNorm' of [Dense] is -3")]
    [InlineData("[Input(4)] [Dense(2, Init.Normal, [|InitScale = double.NaN|])]", "is NaN")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = 1e39|])]", "is 1E+39", "in single precision")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = double.PositiveInfinity|])]", "is Infinity")]
    [InlineData("[Input(4)] [Activation([|(Act)8|])] [Dense(2)]", "'activation' of [Activation] is 8")]
    [InlineData("[Input(4)] [BatchNorm([|Momentum = 1|])] [Dense(2)]", "'Momentum' of [BatchNorm] is 1")]
    [InlineData("[Input(4)] [BatchNorm([|Epsilon = 0|])] [Dense(2)]", "at least 1e-30")]
    [InlineData("[Input(4)] [BatchNorm([|Epsilon = 1e-50|])] [Dense(2)]", "at least 1e-30")]
    [InlineData("[Input(4)] [Dropout([|1|])] [Dense(2)]", "'rate' of [Dropout] is 1", "at least 0 and below 1")]
    [InlineData("[Input(4)] [Dropout([|-0.1|])] [Dense(2)]", "is -0.1")]
    [InlineData("[Input(4)] [Dropout([|0.999999999|])] [Dense(2)]", "is 0.999999999")]
    [InlineData("[Input(4)] [Dense(2)] [Momentum([|1.0|])]", "'momentum' of [Momentum] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Nag([|momentum: 1.5|])]", "'momentum' of [Nag] is 1.5")]
    [InlineData("[Input(4)] [Dense(2)] [Adam([|-0.5|])]", "'beta1' of [Adam] is -0.5")]
    [InlineData("[Input(4)] [Dense(2)] [Adam([|beta2: 1|])]", "'beta2' of [Adam] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(0.9, 0.99, [|0|])]", "'epsilon' of [Adam] is 0")]
    public Task GG1005_marks_the_argument_that_is_out_of_range(string attributes, params string[] messageParts) => Verify.Reports(
        "GG1005", attributes + " [MeanSquaredError] partial class Net;", messageParts);

    [Theory]
    [InlineData("[Input(1)] [Dense(1)]")]
    [InlineData("[Input(65_536)] [Dense(1)]")]
    [InlineData("[Input(1)] [Dense(65_536)] [Dense(1)]")]
    [InlineData("[Input(4)] [Dense(2, L2 = 0, MaxNorm = 0, InitScale = 0)]")]
    [InlineData("[Input(4)] [Dense(2, Init.Constant, InitScale = -0.1)]")]
    [InlineData("[Input(4)] [Dense(2, (Init)1, (Act)7)]")]
    [InlineData("[Input(4)] [BatchNorm(Momentum = 0, Epsilon = 1e-30)] [Dropout(0)] [Dense(2)]")]
    [InlineData("[Input(4)] [Dropout(0.9999)] [Dense(2)] [Momentum(0)]")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(beta1: 0, beta2: 0.9999, epsilon: 1e-10)]")]
    public Task GG1005_accepts_the_ends_of_every_range(string attributes) =>
        Verify.Accepts(attributes + " [MeanSquaredError] partial class Net;");

    [Fact]
    public Task GG1005_marks_the_layer_with_which_the_model_becomes_too_large() => Verify.Reports(
        "GG1005",
        "[Input(16_384)] [Dense(8_192)] [Dense([|16_384|])] [Dense(2)] [MeanSquaredError] partial class Net;",
        "'Net'",
        "268,460,032",
        "at most 268,435,456");

    [Fact]
    public Task GG1005_accepts_the_largest_model() => Verify.Accepts(
        "[Input(16_384)] [Dense(16_384, Bias = false)] [MeanSquaredError] partial class Net;");

    [Fact]
    public async Task GG1005_writes_numbers_alike_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;
            await Verify.Reports("GG1005", "[Input(4)] [Dense(2, [|L2 = -1.5|])] [MeanSquaredError] partial class Net;", "is -1.5,");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_argument_with_a_range_is_spelled_as_in_the_attribute_types()
    {
        foreach ((AttributeKind kind, string argument) in RangeRule.Arguments)
        {
            Type attribute = typeof(InputAttribute).Assembly.GetType($"{AttributeKinds.Namespace}.{kind}Attribute", throwOnError: true)!;
            bool isParameter = attribute.GetConstructors().Any(each => each.GetParameters().Any(parameter => parameter.Name == argument));
            bool isProperty = attribute.GetProperty(argument)?.SetMethod is not null;
            (isParameter || isProperty).ShouldBeTrue($"{attribute.Name} has no '{argument}'");
        }
    }

    [Fact]
    public void Every_number_that_an_attribute_takes_has_a_range()
    {
        foreach (AttributeKind kind in Enum.GetValues<AttributeKind>())
        {
            Type attribute = typeof(InputAttribute).Assembly.GetType($"{AttributeKinds.Namespace}.{kind}Attribute", throwOnError: true)!;
            var numbers = attribute.GetConstructors()
                .SelectMany(each => each.GetParameters())
                .Select(each => (each.Name!, each.ParameterType))
                .Concat(attribute.GetProperties().Where(each => each.SetMethod is not null).Select(each => (each.Name, each.PropertyType)));
            foreach ((string name, Type type) in numbers)
            {
                if (type == typeof(int) || type == typeof(double) || type.IsEnum)
                {
                    RangeRule.Arguments.ShouldContain((kind, name));
                }
            }
        }
    }
}
