using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

public sealed class LayerTransferTests
{
    private readonly Teacher _teacher = new(seed: 1);
    private readonly Student _student = new(seed: 2);

    public LayerTransferTests() => _teacher.Fit(ReuseData.Classes(3), new FitOptions { Epochs = 2, BatchSize = 8 });

    [Fact]
    public void Layers_that_fit_are_copied_with_their_moving_statistics_and_the_rest_is_told()
    {
        int[] output = ReuseData.Bits(_student, parameter => parameter.Name.StartsWith("output"));

        TransferReport report = _student.CopyLayersFrom(_teacher);

        report.CopiedLayers.ShouldBe(["hidden1", "batchnorm1", "hidden2"]);
        report.CopiedParameters.ShouldBe(_student.Parameters.Select(parameter => parameter.Name).SkipLast(2));
        report.Skipped.ShouldBe(
            ["output: weight has the shape [7, 3] in the source, but [7, 1] is needed; bias has the shape [3] in the source, but [1] is needed."]);
        report.Notes.ShouldBe(["hidden2: it is Dense(7, Elu(1)) in the source, but Dense(7, Relu) in the network."]);
        report.ToString().ShouldBe(
            $"copied   hidden1, batchnorm1, hidden2\nskipped  {report.Skipped[0]}\nnote     {report.Notes[0]}");
        foreach (string name in report.CopiedParameters)
        {
            ReuseData.Bits(_student.Parameters[name]).ShouldBe(ReuseData.Bits(_teacher.Parameters[name]), name);
        }

        ReuseData.Bits(_student, parameter => parameter.Name.StartsWith("output")).ShouldBe(output);
    }

    [Fact]
    public void Predictions_come_from_what_was_copied()
    {
        var other = new TeacherTrainedOtherwise(seed: 5);

        other.CopyLayersFrom(_teacher).Skipped.ShouldBeEmpty();

        Predictions(other.Predict).HasBitsOf(Predictions(_teacher.Predict)).ShouldBeTrue();
    }

    [Fact]
    public void A_pattern_chooses_among_the_layers_of_the_target()
    {
        TransferReport report = _student.CopyLayersFrom(_teacher, "hidden.");

        report.CopiedLayers.ShouldBe(["hidden1", "hidden2"]);
        report.Skipped.ShouldBeEmpty();
        ReuseData.Bits(_student.BatchNorm1.MovingMean).ShouldAllBe(bits => bits == 0);
    }

    [Fact]
    public void Layers_that_are_called_otherwise_are_found_by_the_names_given()
    {
        var stranger = new Stranger(seed: 3);

        TransferReport report = stranger.CopyLayersFrom(_teacher, names: new() { ["encoder1"] = "hidden1" });

        report.CopiedLayers.ShouldBe(["encoder1"]);
        ReuseData.Bits(stranger.Encoder1.Weight).ShouldBe(ReuseData.Bits(_teacher.Hidden1.Weight));
        report.Skipped.ShouldBe(
        [
            "hidden2: bias [7] is in the source, but not in the network.",
            "batchnorm1: it is BatchNorm in the source, but Dense in the network.",
            "output: it is in the source, but not in the network.",
        ]);
        _teacher.CopyLayersFrom(stranger, "hidden1", new() { ["hidden1"] = "encoder1" }).Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void A_layer_whose_parameters_come_from_another_name_is_not_told_twice()
    {
        TransferReport report = _student.CopyLayersFrom(new TwoCandidates(seed: 4), names: new() { ["hidden1"] = "second" });

        report.CopiedLayers.ShouldBe(["hidden1"]);
        report.Skipped.Select(sentence => sentence.Split(':')[0]).ShouldBe(["batchnorm1", "hidden2", "output"]);
    }

    [Fact]
    public void The_optimizer_starts_afresh()
    {
        _student.Fit(ReuseData.Classes(2), new FitOptions { BatchSize = 8 });

        _student.CopyLayersFrom(_teacher, "hidden1");

        INetwork network = _student;
        network.Memory.Step.ShouldBe(0u);
        network.Memory.Slot1.Span.ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Bad_names_change_nothing_and_are_told_with_those_that_there_are()
    {
        int[] before = ReuseData.Bits(_student, _ => true);

        Should.Throw<ArgumentException>(() => _student.CopyLayersFrom(_teacher, names: new() { ["hiden1"] = "hidden1" })).Message
            .ShouldStartWith("In Student: There is no layer with parameters 'hiden1': did you mean 'hidden1'? There are: hidden1, batchnorm1, hidden2, output.");
        Should.Throw<ArgumentException>(() => _student.CopyLayersFrom(_teacher, names: new() { ["hidden1"] = "dropout1" })).Message
            .ShouldStartWith("In Teacher: There is no layer with parameters 'dropout1'.");
        Should.Throw<ArgumentException>(() => _student.CopyLayersFrom(_teacher, "hidden3")).ParamName.ShouldBe("pattern");
        Should.Throw<ArgumentNullException>(() => _student.CopyLayersFrom(null!)).ParamName.ShouldBe("source");

        ReuseData.Bits(_student, _ => true).ShouldBe(before);
    }

    [Fact]
    public void Nothing_in_common_is_an_error_and_changes_nothing()
    {
        int[] before = ReuseData.Bits(_student, _ => true);

        TransferException exception = Should.Throw<TransferException>(() => _student.CopyLayersFrom(new Curve(), "hidden1"));

        exception.Differences.ShouldBe(["hidden1: the source has no layer of this name."]);
        exception.Message.ShouldContain("'names'");
        ReuseData.Bits(_student, _ => true).ShouldBe(before);
    }

    [Fact]
    public void Two_copies_in_opposite_directions_do_not_wait_for_each_other()
    {
        var first = new Teacher(seed: 1);
        var second = new Teacher(seed: 2);
        using var start = new Barrier(2);
        Thread[] threads = [new(() => Copy(first, second)), new(() => Copy(second, first))];

        foreach (Thread thread in threads)
        {
            thread.IsBackground = true;
            thread.Start();
        }

        threads.ShouldAllBe(thread => thread.Join(TimeSpan.FromSeconds(30)));

        void Copy(Teacher target, Teacher source)
        {
            start.SignalAndWait();
            for (int time = 0; time < 200; time++)
            {
                target.CopyLayersFrom(source);
            }
        }
    }

    private static float[] Predictions(Prediction predict)
    {
        float[] predictions = new float[24 * 3];
        predict(ReuseData.Classes(3).Inputs, predictions);
        return predictions;
    }

    private delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);
}
