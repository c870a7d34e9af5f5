using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class GuardTests
{
    [Theory]
    [InlineData(784, 784, 1)]
    [InlineData(1568, 784, 2)]
    [InlineData(7, 1, 7)]
    public void Rows_counts_whole_rows(int length, int width, int rows) => Guard.Rows(length, width, "inputs").ShouldBe(rows);

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public void Rows_names_argument_width_and_length_of_incomplete_rows(int length)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Guard.Rows(length, 784, "inputs"));

        exception.ParamName.ShouldBe("inputs");
        exception.Message.ShouldContain($"{length} values");
        exception.Message.ShouldContain("784");
    }

    [Fact]
    public void Length_names_both_lengths()
    {
        Guard.Length(10, 10, "predictions");

        ArgumentException exception = Should.Throw<ArgumentException>(() => Guard.Length(9, 10, "predictions"));
        exception.ParamName.ShouldBe("predictions");
        exception.Message.ShouldContain("9 values where 10 are needed");
    }

    [Fact]
    public void Labels_at_both_ends_of_the_range_pass() => Guard.Labels([0, 9, 5], rows: 3, classes: 10);

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Labels_names_value_row_and_range_of_a_label_without_class(int label)
    {
        int[] labels = [.. new int[40], label, 3];

        ArgumentException exception = Should.Throw<ArgumentException>(() => Guard.Labels(labels, rows: 42, classes: 10));

        exception.ParamName.ShouldBe("labels");
        exception.Message.ShouldContain($"Label {label} in row 40");
        exception.Message.ShouldContain("from 0 to 9");
    }

    [Fact]
    public void Labels_must_be_as_many_as_rows() =>
        Should.Throw<ArgumentException>(() => Guard.Labels([0, 1], rows: 3, classes: 10)).Message.ShouldContain("2 labels for 3 rows");

    [Fact]
    public void Targets_must_be_as_many_as_rows_and_outputs_ask()
    {
        Guard.Targets(new float[6], rows: 3, width: 2);

        Should.Throw<ArgumentException>(() => Guard.Targets(new float[5], rows: 3, width: 2)).Message
            .ShouldContain("5 targets for 3 rows of inputs: pass 2 for each row, 6 in all");
    }

    [Theory]
    [InlineData(-0.25f, "-0.25")]
    [InlineData(1.5f, "1.5")]
    [InlineData(float.NaN, "NaN")]
    public void Probabilities_names_value_and_place_of_a_target_outside_zero_to_one(float target, string text)
    {
        float[] targets = [0, 1, 0.5f, target];
        using var culture = new Culture();

        ArgumentException exception = Should.Throw<ArgumentException>(() => Guard.Probabilities(targets, rows: 2, width: 2));

        exception.ParamName.ShouldBe("targets");
        exception.Message.ShouldContain($"Target {text} in row 1, column 1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5f)]
    [InlineData(float.MaxValue)]
    public void LearningRate_may_be_any_finite_number_from_zero(float rate) => Guard.LearningRate(rate);

    [Theory]
    [InlineData(-0.5f, "-0.5")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void LearningRate_names_a_bad_rate_in_every_culture(float rate, string text)
    {
        using var culture = new Culture();

        ArgumentOutOfRangeException exception = Should.Throw<ArgumentOutOfRangeException>(() => Guard.LearningRate(rate));

        exception.ParamName.ShouldBe("learningRate");
        exception.Message.ShouldContain($"learning rate of {text} ");
    }

    [Fact]
    public void Good_input_passes_without_allocating()
    {
        int[] labels = new int[100];
        float[] targets = new float[100];
        Check();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Check();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Check()
        {
            Guard.Length(100, 100, "predictions");
            Guard.Labels(labels, Guard.Rows(1000, 10, "inputs"), 10);
            Guard.Probabilities(targets, 50, 2);
            Guard.LearningRate(0.1f);
        }
    }
}
