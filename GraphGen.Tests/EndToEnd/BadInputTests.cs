using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary>Bad input is refused before anything has changed, by a message that names the value, its place and what was expected.</summary>
public class BadInputTests
{
    private readonly Digits _digits = new(seed: 1, batchCapacity: 8);

    private readonly Findings _findings = new(seed: 2, batchCapacity: 8);

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void A_label_out_of_range_is_named_with_its_row(int label)
    {
        float[] inputs = new float[3 * Digits.InputSize];
        string[] words = [FormattableString.Invariant($"{label}"), "row 1", "0 to 9"];
        Refused<ArgumentException>(() => _digits.TrainStep(inputs, [0, label, 9], 0.1f), words);
        Refused<ArgumentException>(() => _digits.ComputeGradients(inputs, [0, label, 9]), words);
    }

    [Fact]
    public void A_label_out_of_range_in_a_data_set_is_named_with_its_row()
    {
        var data = new Dataset(new float[3 * Digits.InputSize], Digits.InputSize, [1, 2, 11]);
        Refused<ArgumentException>(() => _digits.Fit(data, new FitOptions()), "11", "row 2", "0 to 9");
        Refused<ArgumentException>(() => _digits.Evaluate(data), "11", "row 2", "0 to 9");
    }

    [Fact]
    public void Inputs_that_are_no_whole_rows_are_named_with_both_sizes()
    {
        float[] inputs = new float[Digits.InputSize + 1], outputs = new float[Digits.OutputSize];
        Refused<ArgumentException>(() => _digits.Predict(inputs, outputs), "785", "784", "inputs");
        Refused<ArgumentException>(() => _digits.TrainStep(inputs, [1], 0.1f), "785", "784", "inputs");
    }

    [Fact]
    public void No_rows_at_all_are_refused()
    {
        Refused<ArgumentException>(() => _digits.Predict([], []), "0 values", "784", "inputs");
        Refused<ArgumentException>(() => _digits.TrainStep([], (ReadOnlySpan<int>)[], 0.1f), "0 values", "784", "inputs");
        Refused<ArgumentException>(() => new Dataset([], Digits.InputSize, (int[])[]), "784");
    }

    [Fact]
    public void Wrong_counts_of_outputs_labels_and_targets_are_named_with_both_sizes()
    {
        float[] digits = new float[2 * Digits.InputSize], measurements = new float[2 * Findings.InputSize];
        Refused<ArgumentException>(() => _digits.Predict(digits, new float[19]), "19", "20", "outputs");
        Refused<ArgumentException>(() => _digits.TrainStep(digits, [1, 2, 3], 0.1f), "3 labels", "2 rows", "labels");
        Refused<ArgumentException>(() => _findings.TrainStep(measurements, new float[5], 0.1f), "5 targets", "2 rows", "6", "targets");
    }

    [Fact]
    public void A_target_that_is_no_probability_is_named_with_its_place()
    {
        float[] inputs = new float[2 * Findings.InputSize];
        Refused<ArgumentException>(() => _findings.TrainStep(inputs, [0, 1, 0, 0, 1.5f, 0], 0.1f), "1.5", "row 1", "column 1", "[0, 1]");
        Refused<ArgumentException>(() => _findings.TrainStep(inputs, [0, 1, 0, 0, 0, float.NaN], 0.1f), "NaN", "row 1", "column 2");
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void An_input_that_is_not_finite_is_named_with_its_place(float value, string text)
    {
        float[] inputs = new float[5 * Digits.InputSize];
        inputs[(3 * Digits.InputSize) + 77] = value;
        var data = new Dataset(inputs, Digits.InputSize, [0, 1, 2, 3, 4]);
        var good = new Dataset(new float[Digits.InputSize], Digits.InputSize, [0]);
        Refused<ArgumentException>(() => _digits.Fit(data, new FitOptions()), text, "row 3", "column 77");
        Refused<ArgumentException>(() => _digits.Fit(good, new FitOptions { Validation = data }), text, "row 3", "column 77");
    }

    [Fact]
    public void Data_of_another_shape_or_kind_are_refused_by_what_was_declared()
    {
        Refused<ArgumentException>(() => _digits.Fit(new Dataset(new float[5], 5, [1]), new FitOptions()), "5 features", "784");
        Refused<ArgumentException>(
            () => _digits.Fit(new Dataset(new float[Digits.InputSize], Digits.InputSize, [1f], 1), new FitOptions()), "targets", "classes");
        Refused<ArgumentException>(
            () => _findings.Fit(new Dataset(new float[6], 6, [1, 0], 2), new FitOptions()), "2 targets", "3 outputs");
    }

    [Theory]
    [InlineData(-0.5f, "-0.5")]
    [InlineData(float.NaN, "NaN")]
    public void An_impossible_learning_rate_is_named(float rate, string text)
    {
        float[] inputs = new float[Digits.InputSize];
        Refused<ArgumentOutOfRangeException>(() => _digits.TrainStep(inputs, [1], rate), text, "learningRate");
        Refused<ArgumentOutOfRangeException>(() => _digits.ApplyGradients(rate), text, "learningRate");
    }

    [Fact]
    public void Gradients_are_applied_only_once()
    {
        Refused<InvalidOperationException>(() => _digits.ApplyGradients(0.1f), "ComputeGradients");
        _digits.ComputeGradients(new float[Digits.InputSize], [3]);
        _digits.ApplyGradients(0.1f);
        Refused<InvalidOperationException>(() => _digits.ApplyGradients(0.1f), "ComputeGradients");
    }

    [Fact]
    public void A_network_without_threads_or_rows_cannot_be_made()
    {
        Refused<ArgumentOutOfRangeException>(() => new Curve(threads: 0), "threads", "0");
        Refused<ArgumentOutOfRangeException>(() => new Curve(batchCapacity: 0), "batchCapacity", "0");
    }

    /// <summary>Asserts the exception, each of the <paramref name="words"/> in its message, and that no network has changed.</summary>
    private void Refused<TException>(Action call, params string[] words)
        where TException : Exception
    {
        float[] digits = _digits.Parameters.Values(), findings = _findings.Parameters.Values();
        string message = Should.Throw<TException>(call).Message;
        foreach (string word in words)
        {
            message.ShouldContain(word, Case.Sensitive);
        }

        _digits.Parameters.Values().HasBitsOf(digits).ShouldBeTrue();
        _findings.Parameters.Values().HasBitsOf(findings).ShouldBeTrue();
        (_digits.BatchCapacity, _findings.BatchCapacity).ShouldBe((8, 8));
    }
}
