using System.Globalization;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class StandardizationTests
{
    [Fact]
    public void Columns_get_mean_zero_and_deviation_one()
    {
        const int Rows = 500;
        const int Columns = 300;
        var random = new Random(3);
        float[] inputs = new float[Rows * Columns];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (float)((random.NextDouble() * (1 + (i % Columns))) + (1000 * (i % 7)));
        }

        Dataset data = new Dataset(inputs, Columns, new int[Rows]).Standardize().Data;

        for (int column = 0; column < Columns; column++)
        {
            double[] values = [.. Enumerable.Range(0, Rows).Select(row => (double)data.InputRow(row)[column])];
            double mean = values.Average();
            mean.ShouldBe(0, 1e-6);
            Math.Sqrt(values.Average(value => (value - mean) * (value - mean))).ShouldBe(1, 1e-6);
        }
    }

    [Fact]
    public void Known_figures_are_met()
    {
        (Dataset data, Standardization standardization) = new Dataset([1, 10, 3, 30], 2, [0, 1]).Standardize();

        standardization.Means.ToArray().ShouldBe([2, 20]);
        standardization.Deviations.ToArray().ShouldBe([1, 10]);
        data.Inputs.ToArray().ShouldBe([-1, -1, 1, 1]);
        data.Labels.ToArray().ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(-3.3e38f)]
    [InlineData(1e-45f)]
    public void A_constant_column_becomes_zero(float value)
    {
        (Dataset data, Standardization standardization) = new Dataset([value, value, value], 1, [0, 0, 0]).Standardize();

        data.Inputs.ToArray().ShouldBe([0, 0, 0]);
        standardization.Deviations[0].ShouldBe(1);
        standardization.Apply(new Dataset([value + 1], 1, [0])).Inputs[0].ShouldBe(value + 1 - value);
    }

    [Fact]
    public void A_column_far_from_zero_keeps_its_digits()
    {
        Dataset data = new Dataset([16_777_214, 16_777_215, 16_777_216], 1, [0, 0, 0]).Standardize().Data;

        data.Inputs[0].ShouldBe(-MathF.Sqrt(1.5f), 1e-6f);
        data.Inputs[1].ShouldBe(0);
    }

    [Fact]
    public void Other_data_are_scaled_by_the_figures_fitted_before()
    {
        Standardization standardization = new Dataset([1, 3], 1, [0, 1]).Standardize().Standardization;
        Dataset test = standardization.Apply(new Dataset([5, 2], 1, [1, 2, 3, 4], 2));

        test.Inputs.ToArray().ShouldBe([3, 0]);
        test.Targets.ToArray().ShouldBe([1, 2, 3, 4]);
        Should.Throw<ArgumentException>(() => standardization.Apply(new Dataset([1, 2], 2, [0])))
            .Message.ShouldContain("2 inputs a row, but 1 columns");
    }

    [Fact]
    public void Rows_to_predict_are_scaled_in_place_without_allocating()
    {
        var standardization = new Standardization([1, 2], [2, 4]);
        float[] rows = [1, 2, 3, 6];

        standardization.Apply(rows, rows);
        rows.ShouldBe([0, 0, 1, 1]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        standardization.Apply(rows, rows);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        Should.Throw<ArgumentException>(() => standardization.Apply([1, 2, 3], new float[3])).Message.ShouldContain("rows of 2");
        Should.Throw<ArgumentException>(() => standardization.Apply([1, 2], new float[4])).Message.ShouldContain("room for 4");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_value_that_is_no_number_is_reported_with_its_place(float value) =>
        Should.Throw<InvalidOperationException>(() => new Dataset([1, 2, 3, 4, 5, value], 2, [0, 0, 0]).Standardize())
            .Message.ShouldStartWith("Input 1 of row 2 is " + value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Figures_that_cannot_be_fitted_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Standardization([1], [1, 2])).Message.ShouldContain("1 means and 2 deviations");
        Should.Throw<ArgumentException>(() => new Standardization([], []));
        Should.Throw<ArgumentException>(() => new Standardization([1, 2], [1, 0]))
            .Message.ShouldContain("Column 1 has mean 2 and deviation 0");
        Should.Throw<ArgumentException>(() => new Standardization([double.NaN], [1])).Message.ShouldContain("NaN");
    }
}
