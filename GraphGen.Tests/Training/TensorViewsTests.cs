using System.Numerics.Tensors;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TensorViewsTests
{
    private static readonly float[] Values = [1, 2, 3, 4, 5, 6];

    [Theory]
    [InlineData(new[] { 2, 3 })]
    [InlineData(new[] { 1, 3 })]
    [InlineData(new[] { 3 })]
    public void A_dense_tensor_is_viewed_in_place(int[] shape)
    {
        int length = shape.Aggregate((a, b) => a * b);

        ReadOnlySpan<float> rows = TensorViews.Rows(new ReadOnlyTensorSpan<float>(Values, Lengths(shape)), 3, "inputs");

        (rows == Values.AsSpan(0, length)).ShouldBeTrue();
    }

    [Fact]
    public void A_writable_view_writes_into_the_tensor()
    {
        float[] values = new float[6];

        TensorViews.Rows(new TensorSpan<float>(values, [2, 3]), 3, "predictions")[4] = 7;

        values[4].ShouldBe(7);
    }

    [Fact]
    public void A_slice_of_whole_rows_is_viewed_in_place()
    {
        var tensor = new ReadOnlyTensorSpan<float>(Values, [3, 2]);

        (TensorViews.Rows(tensor.Slice([1..3, 0..2]), 2, "inputs") == Values.AsSpan(2)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(new[] { 3, 2 }, "[3, 2]")]
    [InlineData(new[] { 6 }, "[6]")]
    [InlineData(new[] { 1, 2, 3 }, "[1, 2, 3]")]
    [InlineData(new[] { 0, 3 }, "[0, 3]")]
    public void Another_shape_is_named_with_the_expected_one(int[] shape, string text)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(
            () => TensorViews.Rows(new ReadOnlyTensorSpan<float>(Values, Lengths(shape)), 3, "inputs").Length);

        exception.ParamName.ShouldBe("inputs");
        exception.Message.ShouldContain($"has shape {text} where [rows, 3] or [3] is needed");
    }

    [Theory]
    [InlineData(2, 3, 1, 2)] // transposed
    [InlineData(1, 2, 0, 2)] // every other column
    [InlineData(2, 2, 3, 1)] // a part of each row
    [InlineData(2, 1, 3, 0)] // a column of a wider matrix
    [InlineData(2, 3, 0, 1)] // one row broadcast
    public void A_tensor_that_is_not_dense_is_refused_with_its_strides(int rows, int width, int rowStride, int columnStride)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(View);

        exception.Message.ShouldContain($"[{rowStride}, {columnStride}]");
        exception.Message.ShouldContain("copy it into a dense tensor");

        void View() => TensorViews.Rows(new ReadOnlyTensorSpan<float>(Values, [rows, width], [rowStride, columnStride]), width, "inputs");
    }

    [Fact]
    public void A_view_allocates_nothing()
    {
        var tensor = new ReadOnlyTensorSpan<float>(Values, [2, 3]);
        int length = TensorViews.Rows(tensor, 3, "inputs").Length;
        long before = GC.GetAllocatedBytesForCurrentThread();
        length += TensorViews.Rows(tensor, 3, "inputs").Length;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        length.ShouldBe(12);
    }

    private static nint[] Lengths(int[] shape) => [.. shape.Select(length => (nint)length)];
}
