using System.Text.Json;
using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Startup;

/// <summary>
/// A user's first program, run in a process of its own: a network, its first steps and predictions, and an epoch. It writes what
/// it saw as JSON.
/// </summary>
internal static class StartupProgram
{
    /// <summary>The argument that makes the benchmarks this program. It is no command, because reading commands takes time.</summary>
    public const string Argument = "startup-program";

    /// <summary>Rows of a batch.</summary>
    public const int Batch = 128;

    /// <summary>Rows of the epoch: as many as MNIST has to train on.</summary>
    public const int EpochRows = 60_000;

    private const float LearningRate = 0.001f;

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">The network computed something that is not a finite number.</exception>
    public static void Run()
    {
        var run = new StartupRun();
        run.EndOf(StartupStage.Launch);
        Dataset batch = RandomData.For(NormalizedDigits.Info, Batch);
        run.EndOf(StartupStage.DrawBatch);
        var network = new NormalizedDigits(batchCapacity: Batch);
        run.EndOf(StartupStage.Constructor);
        float computed = network.TrainStep(batch.Inputs, batch.Labels, LearningRate);
        run.EndOf(StartupStage.FirstStep);
        computed += network.TrainStep(batch.Inputs, batch.Labels, LearningRate);
        run.EndOf(StartupStage.SecondStep);
        float[] probabilities = new float[Batch * NormalizedDigits.OutputSize];
        network.Predict(batch.Inputs, probabilities);
        run.EndOf(StartupStage.PredictBatch);
        network.Predict(batch.InputRow(0), probabilities.AsSpan(0, NormalizedDigits.OutputSize));
        run.EndOf(StartupStage.PredictRow);
        Dataset rows = RandomData.For(NormalizedDigits.Info, EpochRows);
        run.EndOf(StartupStage.DrawRows);
        computed += network.Fit(rows, new FitOptions { BatchSize = Batch, LearningRate = LearningRate }).Epochs[0].Loss;
        run.EndOf(StartupStage.Epoch);
        if (!float.IsFinite(computed + probabilities[0]))
        {
            throw new InvalidOperationException($"The losses add up to {computed}: what was timed is not the intended work.");
        }

        Console.WriteLine(JsonSerializer.Serialize(run));
    }
}
