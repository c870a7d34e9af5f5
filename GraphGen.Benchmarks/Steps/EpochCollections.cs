using GraphGen.Benchmarks.Networks;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Steps;

/// <summary>Whether training wakes the garbage collector.</summary>
internal static class EpochCollections
{
    /// <summary>Epochs that are watched.</summary>
    public const int Epochs = 10;

    /// <summary>Garbage collections during that many epochs of a fit, after a first one.</summary>
    public static int Count(NetworkWorkload workload)
    {
        int before = 0;
        Trainer.Fit(workload.Network, workload.Rows, new FitOptions
        {
            Epochs = 1 + Epochs,
            BatchSize = workload.Batch,
            LearningRate = NetworkWorkload.TimedLearningRate,
            Callbacks = [new LambdaCallback { EpochEnd = (_, record) => before = record.Epoch == 1 ? GC.CollectionCount(0) : before }],
        });
        return GC.CollectionCount(0) - before;
    }
}
