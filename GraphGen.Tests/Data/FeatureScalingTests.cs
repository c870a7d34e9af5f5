using System.Globalization;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class FeatureScalingTests
{
    private static readonly PreparationGoldens Goldens = PreparationGoldens.Read();

    private static Dataset Data => new(Goldens.Rows, Goldens.Columns, new int[Goldens.Rows.Length / Goldens.Columns]);

    private static Dataset Later => new(Goldens.Later, Goldens.Columns, new int[Goldens.Later.Length / Goldens.Columns]);

    [Fact]
    public void Figures_are_those_of_scikit_learn()
    {
        var standardization = Standardization.Fit(Data);
        var scaling = MinMaxScaling.Fit(Data);

        ShouldBeClose(standardization.Means, Goldens.Means);
        ShouldBeClose(standardization.Deviations, Goldens.Deviations);
        scaling.Minima.ToArray().ShouldBe(Goldens.Minima);
        scaling.Maxima.ToArray().ShouldBe(Goldens.Maxima);
    }

    [Fact]
    public void Scaled_rows_and_the_way_back_are_those_of_scikit_learn()
    {
        ShouldBe(Data.Standardize(), Goldens.Standardized);
        ShouldBe(Data.MinMax(), Goldens.Unit);
        ShouldBe(Data.MinMax(-1, 1), Goldens.Symmetric);

        static void ShouldBe((Dataset Data, FeatureScaling Scaling) scaled, ScaledGoldens expected)
        {
            ShouldBeClose(scaled.Data.Inputs, expected.Fitted);
            ShouldBeClose(scaled.Scaling.Apply(Later).Inputs, expected.Later);
            float[] inverted = [.. Goldens.Later];
            scaled.Scaling.Invert(inverted);
            ShouldBeClose(inverted, expected.Inverted);
        }
    }

    [Fact]
    public void Data_know_what_they_went_through()
    {
        (Dataset scaled, MinMaxScaling scaling) = Data.MinMax(-1, 1);

        Data.InputScaling.ShouldBeNull();
        scaled.InputScaling.ShouldBeSameAs(scaling);
        scaled.TargetScaling.ShouldBeNull();
        scaled[3..].InputScaling.ShouldBeSameAs(scaling);
        scaled.Split(0.5, seed: 1).Second.InputScaling.ShouldBeSameAs(scaling);
        scaled.Split(0.5, seed: 1, stratified: true).First.InputScaling.ShouldBeSameAs(scaling);
        scaled.SplitKFold(3, seed: 1).Last().Train.InputScaling.ShouldBeSameAs(scaling);
        scaled.Shuffle(1).InputScaling.ShouldBeSameAs(scaling);
        scaled.Pick([1]).InputScaling.ShouldBeSameAs(scaling);
        scaled.Concat(scaling.Apply(Later)).InputScaling.ShouldBeSameAs(scaling);
        scaled.WithWeights(Enumerable.Repeat(1f, scaled.Count).ToArray()).InputScaling.ShouldBeSameAs(scaling);
        scaling.Apply(Later).InputScaling.ShouldBeSameAs(scaling);
    }

    [Fact]
    public void Targets_are_scaled_beside_inputs_and_predictions_scaled_back()
    {
        var data = new Dataset([1, 2, 3], 1, [10, -1, 20, -1, 30, -1], 2);
        (Dataset inputsScaled, _) = data.Standardize();

        (Dataset both, Standardization scaling) = inputsScaled.StandardizeTargets();
        (Dataset unit, MinMaxScaling minMax) = data.MinMaxTargets(0, 4);

        both.Inputs.ToArray().ShouldBe(inputsScaled.Inputs.ToArray());
        both.InputScaling.ShouldBe(inputsScaled.InputScaling);
        both.TargetScaling.ShouldBeSameAs(scaling);
        both.Targets[0].ShouldBe(-MathF.Sqrt(1.5f), 1e-6f);
        unit.Targets.ToArray().ShouldBe([0, 0, 2, 0, 4, 0]);
        unit.InputScaling.ShouldBeNull();
        float[] predictions = both.Targets.ToArray();
        scaling.Invert(predictions);
        predictions.ShouldBe([10, -1, 20, -1, 30, -1]);
        minMax.ApplyToTargets(data[1..]).Targets.ToArray().ShouldBe([2, 0, 4, 0]);
    }

    [Fact]
    public void What_was_scaled_is_not_scaled_again()
    {
        (Dataset scaled, Standardization scaling) = Data.Standardize();
        var targeted = new Dataset([1, 2], 1, [1, 2], 1);

        Should.Throw<InvalidOperationException>(() => scaled.MinMax()).Message.ShouldContain("scaled before, by a standardization of 5 columns");
        Should.Throw<ArgumentException>(() => scaling.Apply(scaled)).Message.ShouldContain("scale data as they were read");
        Should.Throw<InvalidOperationException>(() => targeted.MinMaxTargets().Data.StandardizeTargets())
            .Message.ShouldContain("a min-max scaling of 1 columns to [0, 1]");
        Should.Throw<InvalidOperationException>(() => scaled.StandardizeTargets()).Message.ShouldContain("no targets");
        Should.Throw<ArgumentException>(() => scaling.ApplyToTargets(targeted)).Message.ShouldContain("1 targets a row, but 5 columns");
        Should.Throw<ArgumentException>(() => Data.Concat(scaled)).Message.ShouldContain("scaled differently");
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(0f)]
    public void A_constant_column_becomes_the_lower_end_and_itself_again(float value)
    {
        (Dataset data, MinMaxScaling scaling) = new Dataset([value, value], 1, [0, 1]).MinMax(-2, 2);
        float[] rows = data.Inputs.ToArray();
        rows.ShouldBe([-2, -2]);

        scaling.Invert(rows);
        rows.ShouldBe([value, value]);
    }

    [Fact]
    public void The_least_and_the_greatest_value_become_the_ends_exactly()
    {
        foreach (float[] column in new[] { Goldens.Rows, Goldens.Later, [1e-30f, 3e38f, -3e38f], [0.1f, 0.2f, 0.3f] })
        {
            float[] scaled = new Dataset(column, 1, new int[column.Length]).MinMax(-0.1, 0.7).Data.Inputs.ToArray();

            scaled.Min().ShouldBe(-0.1f);
            scaled.Max().ShouldBe(0.7f);
        }
    }

    [Fact]
    public void Text_reads_back_as_the_same_bits_in_any_culture()
    {
        FeatureScaling[] all = [Standardization.Fit(Data), MinMaxScaling.Fit(Data, -0.1, 1e-300), new Standardization([0.1, -1e-310], [double.Epsilon, double.MaxValue])];
        CultureInfo before = CultureInfo.CurrentCulture;
        foreach (FeatureScaling scaling in all)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            string text = scaling.ToText();
            FeatureScaling again = FeatureScaling.Parse(text);
            CultureInfo.CurrentCulture = before;

            scaling.ToText().ShouldBe(text);
            again.ShouldBe(scaling);
            again.GetHashCode().ShouldBe(scaling.GetHashCode());
            again.ToText().ShouldBe(text);
        }
    }

    [Fact]
    public void Text_says_what_it_is()
    {
        new Standardization([1, 2.5], [0.5, 3]).ToText().ShouldBe("standardization means 1 2.5 deviations 0.5 3");
        new MinMaxScaling([1], [2], -1, 1).ToText().ShouldBe("min-max low -1 high 1 minima 1 maxima 2");
    }

    [Theory]
    [InlineData("", "its end where 'standardization' or 'min-max'")]
    [InlineData("scaling", "'scaling' where 'standardization' or 'min-max'")]
    [InlineData("standardization deviations 1", "'deviations' where 'means'")]
    [InlineData("standardization means 1", "its end where 'deviations'")]
    [InlineData("standardization means 1,5 deviations 1", "'1,5' where 'deviations'")]
    [InlineData("standardization means 1 deviations 1 and", "'and' where a number or the end")]
    [InlineData("standardization means 1 deviations 0", "Column 0 has mean 1 and deviation 0")]
    [InlineData("standardization means 1 2 deviations 1", "2 means and 1 deviations")]
    [InlineData("standardization means NaN deviations 1", "NaN")]
    [InlineData("min-max low 0 1 high 2 minima 0 maxima 1", "where one number after 'low'")]
    [InlineData("min-max low 0 high 1 minima 2 maxima 1", "minimum 2 and maximum 1")]
    [InlineData("min-max low 1 high 1 minima 0 maxima 1", "[1, 1] is no range")]
    public void Text_that_is_none_is_refused_with_the_word(string text, string expected) =>
        Should.Throw<FormatException>(() => FeatureScaling.Parse(text)).Message.ShouldContain(expected);

    [Fact]
    public void Rows_that_were_scaled_elsewhere_are_as_those_that_were_scaled_here()
    {
        var data = new Dataset([1, 2, 3, 5], 2, [10, 20], 1);
        (Dataset scaled, Standardization inputs) = data.Standardize();
        (scaled, MinMaxScaling targets) = scaled.MinMaxTargets();

        Dataset told = new Dataset(scaled.Inputs.ToArray(), 2, scaled.Targets.ToArray(), 1).WithScaling(inputs, targets);

        (told.InputScaling, told.TargetScaling).ShouldBe((inputs, targets));
        told[1..].InputScaling.ShouldBe(inputs);
        told.Concat(scaled).Count.ShouldBe(4);
        data.WithScaling(inputs).TargetScaling.ShouldBeNull();
        data.WithScaling(inputs).WithScaling(null, targets).InputScaling.ShouldBe(inputs);
    }

    [Fact]
    public void A_scaling_that_cannot_have_been_is_refused()
    {
        var data = new Dataset([1, 2, 3, 5], 2, [0, 1]);
        Standardization scaling = Standardization.Fit(data);

        Should.Throw<ArgumentException>(() => data.WithScaling(new Standardization([0], [1]))).Message.ShouldContain("2 inputs a row, but 1 columns");
        Should.Throw<ArgumentException>(() => data.WithScaling(null, scaling)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => data.WithScaling(scaling).WithScaling(scaling)).Message.ShouldContain("scaled before");
    }

    [Fact]
    public void Scalings_are_equal_where_their_figures_are()
    {
        var scaling = new MinMaxScaling([0, 1], [2, 3]);

        scaling.ShouldBe(new MinMaxScaling([0, 1], [2, 3]));
        scaling.ShouldNotBe(new MinMaxScaling([0, 1], [2, 4]));
        scaling.ShouldNotBe(new MinMaxScaling([0, 1], [2, 3], 0, 2));
        scaling.Equals(new Standardization([0, 1], [2, 3])).ShouldBeFalse();
        scaling.Equals(null).ShouldBeFalse();
        new Standardization([0, 1], [2, 3]).Equals(new Standardization([0, 1], [2, 4])).ShouldBeFalse();
    }

    [Fact]
    public void Impossible_ranges_and_figures_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Data.MinMax(1, 0)).Message.ShouldContain("[1, 0] is no range");
        Should.Throw<ArgumentOutOfRangeException>(() => Data.MinMax(0, double.PositiveInfinity));
        Should.Throw<ArgumentOutOfRangeException>(() => Data.MinMax(double.NaN, 1));
        Should.Throw<ArgumentException>(() => new MinMaxScaling([1], [0])).Message.ShouldContain("Column 0 has minimum 1 and maximum 0");
        Should.Throw<ArgumentException>(() => new MinMaxScaling([], []));
        Should.Throw<ArgumentException>(() => new MinMaxScaling([1], [2, 3])).Message.ShouldContain("1 minima and 2 maxima");
        Should.Throw<InvalidOperationException>(() => new Dataset([1, float.NaN], 1, [0, 0]).MinMax()).Message.ShouldContain("Input 0 of row 1 is NaN");
        Should.Throw<InvalidOperationException>(() => new Dataset([1, 2], 1, [1, float.NaN], 1).MinMaxTargets()).Message.ShouldContain("Target 0 of row 1");
    }

    [Fact]
    public void Scaling_a_row_allocates_nothing()
    {
        var scaling = new MinMaxScaling(new double[600], Enumerable.Repeat(2.0, 600).ToArray());
        float[] row = new float[600];
        Run();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Run()
        {
            scaling.Apply(row);
            scaling.Invert(row);
        }
    }

    private static void ShouldBeClose(ReadOnlySpan<double> actual, double[] expected) => actual.ToArray().ShouldBe(expected, 1e-12 * expected.Max(Math.Abs));

    private static void ShouldBeClose(ReadOnlySpan<float> actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // Half a unit in the last place of single precision, and what is lost to the order of double operations.
            ((double)actual[i]).ShouldBe(expected[i], (6.0e-8 * Math.Abs(expected[i])) + 1e-11);
        }
    }
}
