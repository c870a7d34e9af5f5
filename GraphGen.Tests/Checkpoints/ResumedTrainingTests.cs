using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class ResumedTrainingTests : IDisposable
{
    private const int Steps = 3;
    private const int Rows = 10;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nesterov_momentum_with_dropout_and_moving_statistics_goes_on_bit_by_bit() => GoesOn(
        new Digits(seed: 1), new Digits(seed: 2),
        new Dataset(RandomData.Floats(Steps * Rows * Digits.InputSize, seed: 3), Digits.InputSize, RandomData.Labels(Steps * Rows, 10, seed: 4)));

    [Fact]
    public void Adam_goes_on_bit_by_bit() => GoesOn(
        new Curve(seed: 1), new Curve(seed: 2),
        new Dataset(RandomData.Floats(Steps * Rows * Curve.InputSize, seed: 5), Curve.InputSize, RandomData.Floats(Steps * Rows, seed: 6), 1));

    private void GoesOn(INetwork uninterrupted, INetwork resumed, Dataset data)
    {
        string path = _folder.PathOf("state.safetensors");
        Train(uninterrupted, data);
        Train(resumed, data);
        Checkpoint.Save(path, uninterrupted.Parameters, uninterrupted.Memory);
        Checkpoint.Load(path, resumed.Parameters, resumed.Memory);

        Train(resumed, data).ShouldBe(Train(uninterrupted, data));

        resumed.Parameters.Values().HasBitsOf(uninterrupted.Parameters.Values()).ShouldBeTrue();
    }

    private static float[] Train(INetwork network, Dataset data)
    {
        float[] losses = new float[Steps];
        for (int step = 0; step < Steps; step++)
        {
            losses[step] = network.TrainStep(data, Enumerable.Range(step * Rows, Rows).ToArray(), 0.01f);
        }

        return losses;
    }
}
