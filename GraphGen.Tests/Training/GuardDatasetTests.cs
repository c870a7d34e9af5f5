using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class GuardDatasetTests
{
    private static readonly NetworkInfo Softmax = new FakeNetwork(LossFunction.SoftmaxCrossEntropy, inputSize: 2, outputSize: 3).Info;
    private static readonly NetworkInfo Binary = new FakeNetwork(LossFunction.BinaryCrossEntropy, inputSize: 2, outputSize: 1).Info;
    private static readonly NetworkInfo Binaries = new FakeNetwork(LossFunction.BinaryCrossEntropy, inputSize: 2, outputSize: 2).Info;
    private static readonly NetworkInfo Regression = new FakeNetwork(LossFunction.MeanSquaredError, inputSize: 2, outputSize: 2).Info;

    [Fact]
    public void Data_that_fit_pass()
    {
        Guard.Dataset(new Dataset([1, 2, 3, 4], 2, [0, 2]), Softmax, "train");
        Guard.Dataset(new Dataset([1, 2, 3, 4], 2, [0, 1]), Binary, "train");
        Guard.Dataset(new Dataset([1, 2, 3, 4], 2, [0f, 0.5f], 1), Binary, "train");
        Guard.Dataset(new Dataset([1, 2, 3, 4], 2, [0, 1, 1, 0f], 2), Binaries, "train");
        Guard.Dataset(new Dataset([1, 2, 3, 4], 2, [-5, 1, 1e30f, 0], 2), Regression, "train");
    }

    [Fact]
    public void Missing_data_are_named() =>
        Should.Throw<ArgumentNullException>(() => Guard.Dataset(null!, Softmax, "train")).ParamName.ShouldBe("train");

    [Fact]
    public void Another_input_size_is_named_with_the_networks() =>
        Refuses(new Dataset([1, 2, 3], 3, [0]), Softmax, "rows hold 3 features, but Fake takes 2");

    [Fact]
    public void Softmax_needs_labels() => Refuses(new Dataset([1, 2], 2, [1, 0, 0f], 3), Softmax, "It holds targets", "int label");

    [Fact]
    public void A_label_beyond_the_classes_is_named_with_its_row() =>
        Refuses(new Dataset([1, 2, 3, 4], 2, [0, 3]), Softmax, "Label 3 in row 1", "from 0 to 2");

    [Fact]
    public void Labels_of_one_binary_output_are_zero_or_one() =>
        Refuses(new Dataset([1, 2, 3, 4], 2, [0, 2]), Binary, "Label 2 in row 1", "from 0 to 1");

    [Fact]
    public void Several_binary_outputs_need_targets() => Refuses(new Dataset([1, 2], 2, [1]), Binaries, "2 outputs", "2 targets in [0, 1]");

    [Fact]
    public void A_binary_target_outside_zero_to_one_is_named_with_its_place() =>
        Refuses(new Dataset([1, 2, 3, 4], 2, [0, 1, 1.25f, 0], 2), Binaries, "Target 1.25 in row 1, column 0");

    [Fact]
    public void Regression_needs_targets() => Refuses(new Dataset([1, 2], 2, [1]), Regression, "It holds labels", "2 float targets");

    [Fact]
    public void Another_target_size_is_named_with_the_networks() =>
        Refuses(new Dataset([1, 2], 2, [1, 2, 3f], 3), Regression, "rows hold 3 targets, but Fake has 2 outputs");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void An_input_that_is_not_finite_is_named_with_its_place(float value)
    {
        float[] inputs = new float[100];
        inputs[67] = value;

        Refuses(new Dataset(inputs, 2, new int[50]), Softmax, "Input ", "in row 33, column 1 is not finite");
    }

    [Fact]
    public void A_target_that_is_not_finite_is_named_with_its_place() =>
        Refuses(new Dataset([1, 2], 2, [1, float.NaN], 2), Regression, "Target NaN in row 0, column 1 is not finite");

    private static void Refuses(Dataset data, NetworkInfo info, params string[] parts)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Guard.Dataset(data, info, "train"));
        exception.ParamName.ShouldBe("train");
        foreach (string part in parts)
        {
            exception.Message.ShouldContain(part);
        }
    }
}
