using Shouldly;
using Xunit;

namespace GraphGen.Tests.Goldens;

/// <summary>Holds compiled networks to what PyTorch computed in double precision for the same declarations, data and values.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. GoldenFile.AllNames()];

    public static TheoryData<string> NamesWithFrozenLayers =>
        [.. GoldenFile.AllNames().Where(name => GoldenFile.Read(name).Frozen.Length > 0)];

    public static TheoryData<string> NamesWithAverages => [.. GoldenFile.AllNames().Where(name => GoldenFile.Read(name).Averages is not null)];

    public static TheoryData<string> NamesWithLaterSteps => [.. GoldenFile.AllNames().Where(name => GoldenFile.Read(name).LaterFinal is not null)];

    [Fact]
    public void Every_declared_network_has_a_golden_and_every_golden_its_network() =>
        GoldenFile.AllNames().Select(name => GoldenFile.Read(name).Declaration).Distinct(StringComparer.Ordinal)
            .ShouldBe(GoldenTable.Networks.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_stand_in_layer_order_with_their_names_and_shapes(string name)
    {
        GoldenFile golden = GoldenFile.Read(name);
        ParameterCollection parameters = GoldenTable.Create(golden).Parameters;

        parameters.Select(parameter => parameter.Name).ShouldBe(golden.Initial.Keys);
        foreach (Parameter parameter in parameters)
        {
            parameter.Shape.ToArray().ShouldBe(golden.Initial[parameter.Name].Shape, parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predictions_at_the_initial_point_agree_for_the_batch_and_row_by_row(string name)
    {
        GoldenRun run = GoldenRun.Start(name);

        GoldenAssert.Close(run.Golden, "prediction", run.Predict(run.Golden.Rows), run.Golden.PredictionBefore);
        GoldenAssert.Close(run.Golden, "prediction of single rows", run.Predict(1), run.Golden.PredictionBefore);
        GoldenAssert.Close(run.Golden, "prediction of a predictor", run.PredictByPredictor(run.Golden.Rows), run.Golden.PredictionBefore);
        GoldenAssert.Close(run.Golden, "prediction of a predictor of single rows", run.PredictByPredictor(1), run.Golden.PredictionBefore);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_and_gradients_at_the_initial_point_agree(string name)
    {
        GoldenRun run = GoldenRun.Start(name);

        GoldenAssert.Close(run.Golden, "loss", run.ComputeGradients(), run.Golden.Loss);
        for (int batch = 1; batch < run.BatchesOfStep; batch++)
        {
            run.ComputeGradients();
        }

        foreach ((string parameter, GoldenTensor expected) in run.Golden.Gradients)
        {
            GoldenAssert.Close(run.Golden, "gradient of " + parameter, run.Gradient(parameter), expected.Values);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_parameters_and_predictions_agree_after_five_steps(string name)
    {
        GoldenRun run = GoldenRun.Start(name);

        TrainFiveSteps(run);

        ParametersShouldBeFinal(run);
        GoldenAssert.Close(run.Golden, "prediction after training", run.Predict(run.Golden.Rows), run.Golden.PredictionAfter);
        GoldenAssert.Close(run.Golden, "prediction of single rows after training", run.Predict(1), run.Golden.PredictionAfter);
        GoldenAssert.Close(run.Golden, "prediction of a predictor after training", run.PredictByPredictor(run.Golden.Rows), run.Golden.PredictionAfter);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Computing_and_then_applying_gradients_is_a_train_step(string name)
    {
        GoldenRun run = GoldenRun.Start(name);

        for (int step = 0; step < run.Golden.StepLosses.Length; step++)
        {
            GoldenAssert.Close(run.Golden, $"loss of step {step}", run.ComputeGradients(), run.Golden.StepLosses[step]);
            if ((step + 1) % run.BatchesOfStep == 0)
            {
                run.ApplyGradients();
            }
        }

        ParametersShouldBeFinal(run);
    }

    [Theory]
    [MemberData(nameof(NamesWithLaterSteps))]
    public void Losses_and_parameters_agree_to_the_fiftieth_step(string name)
    {
        GoldenRun run = GoldenRun.Start(name);
        TrainFiveSteps(run);

        for (int step = 0; step < run.Golden.LaterStepLosses!.Length; step++)
        {
            int number = run.Golden.StepLosses.Length + step;
            GoldenAssert.Close(run.Golden, $"loss of step {number}", run.TrainStep(), run.Golden.LaterStepLosses[step]);
        }

        ParametersShouldBe(run, "after fifty steps", run.Golden.LaterFinal!);
    }

    [Theory]
    [MemberData(nameof(NamesWithAverages))]
    public void Averages_take_the_place_of_the_trained_parameters_and_give_it_back(string name)
    {
        GoldenRun run = GoldenRun.Start(name);
        TrainFiveSteps(run);

        run.SwapAverages();

        ParametersShouldBe(run, "averaged", run.Golden.Averages!);
        ParametersShouldBe(run, "not averaged", run.Golden.Final.Where(parameter => !run.Golden.Averages!.ContainsKey(parameter.Key)));
        GoldenAssert.Close(run.Golden, "prediction of averages", run.Predict(run.Golden.Rows), run.Golden.PredictionOfAverages);

        run.SwapAverages();

        ParametersShouldBeFinal(run);
        GoldenAssert.Close(run.Golden, "prediction after training", run.Predict(run.Golden.Rows), run.Golden.PredictionAfter);
    }

    [Theory]
    [MemberData(nameof(NamesWithFrozenLayers))]
    public void Frozen_layers_have_no_gradient_and_keep_every_bit(string name)
    {
        GoldenRun run = GoldenRun.Start(name);

        run.ComputeGradients();
        run.ApplyGradients();
        run.TrainStep();

        foreach (string parameter in run.Golden.Frozen)
        {
            Should.Throw<InvalidOperationException>(() => run.Gradient(parameter)).Message.ShouldContain(parameter);
            Bits(run.Values(parameter)).ShouldBe(Bits(run.Golden.Initial[parameter].Values), parameter);
        }
    }

    [Fact]
    public void So_does_batch_normalisation_which_then_goes_by_its_moving_statistics_and_keeps_them()
    {
        GoldenFile golden = GoldenFile.Read(nameof(FrozenUpToBatchNorm));
        var network = new UnfrozenBatchNormTwin(seed: golden.Seed);
        var run = new GoldenRun(golden, network);

        network.Dense1.Trainable = network.BatchNorm1.Trainable = false;
        TrainFiveSteps(run);

        ParametersShouldBeFinal(run);
        foreach (Parameter parameter in network.BatchNorm1.Parameters)
        {
            Bits(run.Values(parameter.Name)).ShouldBe(Bits(golden.Initial[parameter.Name].Values));
        }
    }

    [Fact]
    public void Switching_a_layer_off_at_run_time_trains_as_if_it_were_declared_frozen()
    {
        GoldenFile golden = GoldenFile.Read(nameof(FrozenFirstLayer));
        var network = new UnfrozenTwin(seed: golden.Seed);
        var run = new GoldenRun(golden, network);

        network.Dense1.Trainable = false;
        TrainFiveSteps(run);

        ParametersShouldBeFinal(run);
        Bits(run.Values("dense1.weight")).ShouldBe(Bits(golden.Initial["dense1.weight"].Values));
    }

    [Fact]
    public void Labels_and_targets_mean_the_same_to_a_binary_loss_with_one_output()
    {
        GoldenFile golden = GoldenFile.Read(nameof(BinaryLossWithOneOutput));
        var network = new BinaryLossWithOneOutput(seed: golden.Seed);
        var run = new GoldenRun(golden, network);
        int[] labels = Array.ConvertAll(golden.Targets!, target => (int)target);

        GoldenAssert.Close(golden, "loss from labels", network.ComputeGradients(golden.Inputs, labels), golden.Loss);
        for (int step = 0; step < golden.StepLosses.Length; step++)
        {
            GoldenAssert.Close(
                golden, $"loss of step {step}", network.TrainStep(golden.Inputs, labels, golden.LearningRate), golden.StepLosses[step]);
        }

        ParametersShouldBeFinal(run);
    }

    private static void TrainFiveSteps(GoldenRun run)
    {
        for (int step = 0; step < run.Golden.StepLosses.Length; step++)
        {
            GoldenAssert.Close(run.Golden, $"loss of step {step}", run.TrainStep(), run.Golden.StepLosses[step]);
        }
    }

    private static void ParametersShouldBeFinal(GoldenRun run) => ParametersShouldBe(run, "after training", run.Golden.Final);

    private static void ParametersShouldBe(GoldenRun run, string when, IEnumerable<KeyValuePair<string, GoldenTensor>> tensors)
    {
        foreach ((string parameter, GoldenTensor expected) in tensors)
        {
            GoldenAssert.Close(run.Golden, $"{parameter} {when}", run.Values(parameter), expected.Values);
        }
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
