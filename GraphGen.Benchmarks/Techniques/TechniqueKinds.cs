using GraphGen.Benchmarks.Networks;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Techniques;

/// <summary>One network, 784-300-100-10, by every optimizer and with every technique that changes its step.</summary>
internal static class TechniqueKinds
{
    /// <summary>All of them; the first is what the others are compared with.</summary>
    public static readonly IReadOnlyList<NetworkKind> All =
    [
        Kind("Sgd", SgdDigits.Info, (batch, threads) => new SgdDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Momentum", MomentumDigits.Info, (batch, threads) => new MomentumDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag", NagDigits.Info, (batch, threads) => new NagDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("AdaGrad", AdaGradDigits.Info, (batch, threads) => new AdaGradDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("RmsProp", RmsPropDigits.Info, (batch, threads) => new RmsPropDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Adam", AdamDigits.Info, (batch, threads) => new AdamDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("AdamW", AdamWDigits.Info, (batch, threads) => new AdamWDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("AdaMax", AdaMaxDigits.Info, (batch, threads) => new AdaMaxDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nadam", NadamDigits.Info, (batch, threads) => new NadamDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, gradients clipped by value", ClippedValueDigits.Info, (batch, threads) => new ClippedValueDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, gradients clipped by norm", ClippedNormDigits.Info, (batch, threads) => new ClippedNormDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, gradients of four mini-batches added up", AccumulatedDigits.Info, (batch, threads) => new AccumulatedDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, averaged weights", AveragedDigits.Info, (batch, threads) => new AveragedDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, decoupled weight decay", DecayedDigits.Info, (batch, threads) => new DecayedDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, L1 and L2 penalties", PenalizedDigits.Info, (batch, threads) => new PenalizedDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
        Kind("Nag, limited norms", LimitedDigits.Info, (batch, threads) => new LimitedDigits(threads: threads, batchCapacity: batch), network => network.TrainStep, network => network.Predict, network => network.CreatePredictor),
    ];

    private static NetworkKind Kind<TNetwork>(
        string name,
        NetworkInfo info,
        Func<int, int, TNetwork> create,
        Func<TNetwork, NetworkRunner.StepWithLabels> step,
        Func<TNetwork, NetworkRunner.Prediction> predict,
        Func<TNetwork, Func<Predictor>> createPredictor)
        where TNetwork : INetwork => new(name, Act.Elu, info, (batch, threads) =>
        {
            TNetwork network = create(batch, threads);
            return NetworkRunner.Classifier(network, step(network), predict(network), createPredictor(network));
        });
}
