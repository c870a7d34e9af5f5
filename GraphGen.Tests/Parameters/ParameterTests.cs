using System.Numerics.Tensors;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Parameters;

public sealed class ParameterTests
{
    private readonly FakeNetwork _network = new();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(16, 16)]
    [InlineData(33, 100)]
    public void Values_written_row_major_come_back_row_major(params int[] shape)
    {
        Parameter parameter = _network.Create("dense1.weight", shape);
        float[] values = Ramp(parameter.Length);
        float[] copied = new float[parameter.Length];

        parameter.CopyFrom(values);
        parameter.CopyTo(copied);

        copied.ShouldBe(values);
        parameter.Shape.ToArray().ShouldBe(shape);
    }

    [Fact]
    public void A_matrix_lies_in_blocks_of_sixteen_columns()
    {
        var arena = new Arena(2 * 16 * 16);
        var parameter = new Parameter("weight", [3, 20], arena, 0, null, 0, _network, trainable: true);
        float[] values = Ramp(60);

        parameter.CopyFrom(values);

        arena.Span[0].ShouldBe(values[0]);
        arena.Span[16].ShouldBe(values[20]);
        arena.Span[(16 * 16) + 16 + 3].ShouldBe(values[20 + 16 + 3]);
    }

    [Fact]
    public void A_vector_lies_contiguously_from_its_offset()
    {
        var arena = new Arena(64);
        var parameter = new Parameter("bias", [20], arena, 16, null, 0, _network, trainable: true);
        float[] values = Ramp(20);

        parameter.CopyFrom(values);

        arena.Span.Slice(16, 20).ToArray().ShouldBe(values);
        arena.Span[..16].ContainsAnyExcept(0f).ShouldBeFalse();
        arena.Span[36..].ContainsAnyExcept(0f).ShouldBeFalse();
    }

    [Fact]
    public void Writing_tells_the_network_and_reading_does_not()
    {
        Parameter parameter = _network.Create("bias", 4);

        parameter.CopyTo(new float[4]);
        parameter.CopyGradientTo(new float[4]);
        _network.Changes.ShouldBe(0);
        parameter.CopyFrom(new float[4]);
        _network.Changes.ShouldBe(1);
        parameter.CopyFrom(Tensor.Create(new float[4]).AsReadOnlyTensorSpan());
        _network.Changes.ShouldBe(2);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_accepted()
    {
        Parameter parameter = _network.Create("bias", 3);
        float[] copied = new float[3];

        parameter.CopyFrom([float.NaN, float.PositiveInfinity, -0f]);
        parameter.CopyTo(copied);

        copied.ShouldBe([float.NaN, float.PositiveInfinity, -0f]);
    }

    [Fact]
    public void The_gradient_comes_from_the_gradient_arena()
    {
        Parameter parameter = _network.Create("weight", 2, 20);
        float[] gradient = new float[40];

        parameter.CopyGradientTo(gradient);

        gradient[1].ShouldBe(-1f);
        gradient[16].ShouldBe(-256f);
        gradient[20].ShouldBe(-16f);
    }

    [Fact]
    public void A_parameter_without_gradient_says_why()
    {
        var parameter = new Parameter("batchnorm1.movingMean", [4], new Arena(16), 0, null, 0, _network, trainable: false);

        parameter.Trainable.ShouldBeFalse();
        string span = Should.Throw<InvalidOperationException>(() => parameter.CopyGradientTo(new float[4])).Message;
        string tensor = Should.Throw<InvalidOperationException>(() => parameter.CopyGradientTo(Tensor.Create(new float[4]))).Message;

        span.ShouldContain("'batchnorm1.movingMean'");
        span.ShouldContain("moving statistic or its layer is frozen");
        tensor.ShouldBe(span);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    public void A_span_of_another_length_is_refused_with_both_lengths(int length)
    {
        Parameter parameter = _network.Create("dense1.weight", 2, 3);
        float[] span = new float[length];

        Action[] copies = [() => parameter.CopyTo(span), () => parameter.CopyFrom(span), () => parameter.CopyGradientTo(span)];

        foreach (Action copy in copies)
        {
            string message = Should.Throw<ArgumentException>(copy).Message;
            message.ShouldContain($"'dense1.weight' [2, 3] has 6 elements, but the span given has {length}.");
        }

        _network.Changes.ShouldBe(0);
    }

    [Fact]
    public void A_tensor_of_another_shape_is_refused_with_both_shapes()
    {
        Parameter parameter = _network.Create("dense1.weight", 2, 3);
        Tensor<float> transposed = Tensor.Create(new float[6], [3, 2]);
        Tensor<float> flat = Tensor.Create(new float[6]);

        Should.Throw<ArgumentException>(() => parameter.CopyTo(transposed.AsTensorSpan()))
            .Message.ShouldContain("[2, 3], but the tensor given has [3, 2]");
        Should.Throw<ArgumentException>(() => parameter.CopyFrom(flat.AsReadOnlyTensorSpan()))
            .Message.ShouldContain("[2, 3], but the tensor given has [6]");
        Should.Throw<ArgumentException>(() => parameter.CopyGradientTo(flat.AsTensorSpan())).Message.ShouldContain("[6]");
    }

    [Fact]
    public void Dense_tensors_are_copied_like_spans()
    {
        Parameter parameter = _network.Create("weight", 3, 20);
        float[] values = Ramp(60);
        float[] copied = new float[60];
        float[] gradient = new float[60];
        float[] expectedGradient = new float[60];

        parameter.CopyFrom(new ReadOnlyTensorSpan<float>(values, [3, 20]));
        parameter.CopyTo(new TensorSpan<float>(copied, [3, 20]));
        parameter.CopyGradientTo(new TensorSpan<float>(gradient, [3, 20]));
        parameter.CopyGradientTo(expectedGradient);

        copied.ShouldBe(values);
        gradient.ShouldBe(expectedGradient);
    }

    [Fact]
    public void Tensors_of_any_strides_are_copied_by_their_own_indices()
    {
        Parameter parameter = _network.Create("weight", 2, 18);
        float[] transposed = Ramp(36);
        float[] copied = new float[36];
        float[] back = new float[36];

        parameter.CopyFrom(new ReadOnlyTensorSpan<float>(transposed, [2, 18], [1, 2]));
        parameter.CopyTo(copied);
        parameter.CopyTo(new TensorSpan<float>(back, [2, 18], [1, 2]));

        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 18; column++)
            {
                copied[(row * 18) + column].ShouldBe(transposed[(column * 2) + row]);
            }
        }

        back.ShouldBe(transposed);
    }

    [Fact]
    public void A_part_of_a_larger_tensor_is_written_and_nothing_beside_it()
    {
        Parameter parameter = _network.Create("weight", 2, 3);
        parameter.CopyFrom([1, 2, 3, 4, 5, 6]);
        float[] frame = new float[4 * 5];
        var whole = new TensorSpan<float>(frame, [4, 5]);

        parameter.CopyTo(whole.Slice([1..3, 1..4]));

        frame.ShouldBe([0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Copying_allocates_nothing()
    {
        Parameter parameter = _network.Create("weight", 7, 20);
        float[] values = new float[140];
        Copy(parameter, values);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Copy(parameter, values);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Copy(Parameter parameter, float[] values)
        {
            parameter.CopyTo(values);
            parameter.CopyFrom(values);
            parameter.CopyGradientTo(values);
            parameter.CopyTo(new TensorSpan<float>(values, [7, 20]));
            parameter.CopyFrom(new ReadOnlyTensorSpan<float>(values, [7, 20], [1, 7]));
            parameter.CopyGradientTo(new TensorSpan<float>(values, [7, 20], [1, 7]));
        }
    }

    [Fact]
    public void A_declaration_that_no_network_can_have_is_refused()
    {
        var arena = new Arena(32);

        Should.Throw<ArgumentException>(() => new Parameter("w", [], arena, 0, null, 0, _network, true)).Message.ShouldContain("[]");
        Should.Throw<ArgumentException>(() => new Parameter("w", [2, 0], arena, 0, null, 0, _network, true))
            .Message.ShouldContain("[2, 0]");
        Should.Throw<ArgumentException>(() => new Parameter("w", [2, 2, 2], arena, 0, null, 0, _network, true))
            .Message.ShouldContain("[2, 2, 2]");
        Should.Throw<ArgumentException>(() => new Parameter("w", [3, 2], arena, 0, null, 0, _network, true))
            .Message.ShouldContain("into 32 floats");
        Should.Throw<ArgumentException>(() => new Parameter("w", [2], arena, -1, null, 0, _network, true))
            .Message.ShouldContain("offset -1");
        Should.Throw<ArgumentException>(() => new Parameter("w", [20], arena, 0, arena, 16, _network, true))
            .ParamName.ShouldBe("gradientOffset");
    }

    [Fact]
    public void Its_text_names_it_with_its_shape() =>
        _network.Create("dense1.weight", 784, 10).ToString().ShouldBe("dense1.weight [784, 10]");

    private static float[] Ramp(int length) => [.. Enumerable.Range(1, length).Select(i => i / 8f)];
}
