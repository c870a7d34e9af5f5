namespace GraphGen.Benchmarks.Networks;

/// <summary>The networks that are measured.</summary>
internal static class NetworkKinds
{
    /// <summary>784-300-100-10 with batch normalisation.</summary>
    public static readonly NetworkKind Normalized = new(
        "784-300-100-10, batch norm, ELU, NAG", Act.Elu, NormalizedDigits.Info, (batch, threads) =>
        {
            var network = new NormalizedDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        });

    /// <summary>784-100-100-10 with dropout.</summary>
    public static readonly NetworkKind Narrow = new(
        "784-100-100-10, ReLU, dropout, NAG", Act.Relu, NarrowDropoutDigits.Info, (batch, threads) =>
        {
            var network = new NarrowDropoutDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        })
    {
        Dropout = 0.2,
        WithoutDropout = new("784-100-100-10, ReLU, NAG", Act.Relu, NarrowDigits.Info, (batch, threads) =>
        {
            var network = new NarrowDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        }),
    };

    /// <summary>784-300-100-10 with Adam.</summary>
    public static readonly NetworkKind Plain = new(
        "784-300-100-10, ELU, Adam", Act.Elu, PlainDigits.Info, (batch, threads) =>
        {
            var network = new PlainDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        });

    /// <summary>4-32-32-1.</summary>
    public static readonly NetworkKind Regression = new(
        "4-32-32-1, tanh, Adam, squared error", Act.Tanh, TanhRegression.Info, (batch, threads) =>
        {
            var network = new TanhRegression(threads: threads, batchCapacity: batch);
            return NetworkRunner.Regressor(network, network.TrainStep, network.Predict, network.CreatePredictor);
        });

    /// <summary>64, five times 100, 10, with batch normalisation and dropout.</summary>
    public static readonly NetworkKind Deep = new(
        "64-(5x100)-10, batch norm, ELU, dropout, NAG", Act.Elu, DeepDropoutDigits.Info, (batch, threads) =>
        {
            var network = new DeepDropoutDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        })
    {
        Dropout = 0.2,
        WithoutDropout = new("64-(5x100)-10, batch norm, ELU, NAG", Act.Elu, DeepDigits.Info, (batch, threads) =>
        {
            var network = new DeepDigits(threads: threads, batchCapacity: batch);
            return NetworkRunner.Classifier(network, network.TrainStep, network.Predict, network.CreatePredictor);
        }),
    };

    /// <summary>4-32-16-4.</summary>
    public static readonly NetworkKind FullBatch = new(
        "4-32-16-4, tanh, Adam, squared error", Act.Tanh, FullBatchRegression.Info, (batch, threads) =>
        {
            var network = new FullBatchRegression(threads: threads, batchCapacity: batch);
            return NetworkRunner.Regressor(network, network.TrainStep, network.Predict, network.CreatePredictor);
        });

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<NetworkKind> All = [Normalized, Narrow, Plain, Regression, Deep, FullBatch];
}
