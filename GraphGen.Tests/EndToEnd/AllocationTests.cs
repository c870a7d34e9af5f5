using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary>After construction and one warm-up call nothing allocates: a training loop never wakes the garbage collector.</summary>
public class AllocationTests
{
    private const int Calls = 1000;

    [Fact]
    public void Steps_and_predictions_of_a_classifier_allocate_nothing()
    {
        var network = new Digits(batchCapacity: 20);
        float[] inputs = RandomData.Floats(20 * Digits.InputSize, seed: 1), outputs = new float[20 * Digits.OutputSize];
        int[] labels = RandomData.Labels(20, Digits.OutputSize, seed: 2);
        AllocatedBytes.Of(2, () => network.TrainStep(inputs.AsSpan(0, 2 * Digits.InputSize), labels.AsSpan(0, 2), 0.01f)).ShouldBe(0);
        AllocatedBytes.Of(Calls, () => network.TrainStep(inputs.AsSpan(0, Digits.InputSize), labels.AsSpan(0, 1), 0.01f)).ShouldBe(0);
        AllocatedBytes.Of(20, () => network.TrainStep(inputs, labels, 0.01f)).ShouldBe(0);
        AllocatedBytes.Of(Calls, () => network.Predict(inputs.AsSpan(0, Digits.InputSize), outputs.AsSpan(0, Digits.OutputSize))).ShouldBe(0);
        AllocatedBytes.Of(20, () => network.Predict(inputs, outputs)).ShouldBe(0);
    }

    [Fact]
    public void Steps_and_predictions_of_a_regression_allocate_nothing()
    {
        var network = new Curve(batchCapacity: 50);
        float[] inputs = RandomData.Floats(50 * Curve.InputSize, seed: 3), outputs = new float[50];
        float[] targets = RandomData.Floats(50, seed: 4);
        AllocatedBytes.Of(Calls, () => network.TrainStep(inputs, targets, 0.01f)).ShouldBe(0);
        AllocatedBytes.Of(Calls, () =>
        {
            network.ComputeGradients(inputs, targets);
            network.ApplyGradients(0.01f);
        }).ShouldBe(0);
        AllocatedBytes.Of(Calls, () => network.Predict(inputs, outputs)).ShouldBe(0);
        AllocatedBytes.Of(Calls, () => network.Predict(inputs.AsSpan(0, Curve.InputSize), outputs.AsSpan(0, 1))).ShouldBe(0);
    }

    [Fact]
    public void Steps_and_predictions_of_a_network_too_wide_for_the_stack_allocate_nothing()
    {
        var network = new Wide(batchCapacity: 8);
        float[] inputs = RandomData.Floats(40 * Wide.InputSize, seed: 5), outputs = new float[40 * Wide.OutputSize];
        float[] targets = RandomData.Floats(8 * Wide.OutputSize, seed: 6);
        AllocatedBytes.Of(50, () => network.TrainStep(inputs.AsSpan(0, 8 * Wide.InputSize), targets, 0.01f)).ShouldBe(0);
        AllocatedBytes.Of(20, () => network.Predict(inputs, outputs)).ShouldBe(0);
        AllocatedBytes.Of(Calls, () => network.Predict(inputs.AsSpan(0, Wide.InputSize), outputs.AsSpan(0, Wide.OutputSize))).ShouldBe(0);
    }

    [Fact]
    public void A_larger_batch_enlarges_the_buffers_once()
    {
        var network = new Curve(batchCapacity: 1);
        float[] inputs = RandomData.Floats(64 * Curve.InputSize, seed: 7), targets = RandomData.Floats(64, seed: 8);
        network.BatchCapacity.ShouldBe(1);
        AllocatedBytes.Of(Calls, () => network.TrainStep(inputs, targets, 0.01f)).ShouldBe(0);
        network.BatchCapacity.ShouldBe(64);
    }
}
