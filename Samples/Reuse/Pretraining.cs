using GraphGen;

/// <summary>What unlabelled rows are worth to classifiers with few labelled ones.</summary>
/// <param name="train">Digits to learn from.</param>
/// <param name="test">Digits to measure on.</param>
internal sealed class Pretraining(Dataset train, Dataset test)
{
    private const int LabelsPerClass = 50;
    private const int Epochs = 5;

    /// <summary>What keeps the seeds of the second hidden layers apart from those of the runs.</summary>
    private const ulong SecondSeeds = 1000;

    private static readonly string[] ReluVariants = ["ReLU, no pretraining", "ReLU, denoising autoencoders"];
    private static readonly string[] SigmoidVariants = ["sigmoid, no pretraining", "sigmoid, denoising autoencoders", "sigmoid, Boltzmann machines"];

    /// <summary>Measures and prints.</summary>
    public void Run(int seeds)
    {
        Console.WriteLine($"""
            Pretraining: 784-400-200-10 learns from {10 * LabelsPerClass} labelled digits, a fifth of them to validate; before that, its hidden layers see {train.Count:N0} digits without
            labels. Measured on {test.Count:N0} test digits.
            """);
        (double[] Relu, double[] Sigmoid)[] accuracies = Seeds.Measure(seeds, Measure);
        new Comparison(ReluVariants, [.. accuracies.Select(ofSeed => ofSeed.Relu)]).Print();
        new Comparison(SigmoidVariants, [.. accuracies.Select(ofSeed => ofSeed.Sigmoid)]).Print();
    }

    private (double[] Relu, double[] Sigmoid) Measure(ulong seed)
    {
        FewLabels few = FewLabels.Draw(train, LabelsPerClass, seed);
        var gradients = new FitOptions { Epochs = Epochs, BatchSize = 128, LearningRate = 0.001f, Seed = seed };
        FitOptions divergence = gradients with { BatchSize = 100, LearningRate = 0.1f };
        return (
            [
                Relu(few, pretraining: null),
                Relu(few, GreedyPretraining.Fit(train, gradients, new ReluEncoder1(seed), new ReluEncoder2(seed + SecondSeeds))),
            ],
            [
                Sigmoid(few, pretraining: null),
                Sigmoid(few, GreedyPretraining.Fit(train, gradients, new SigmoidEncoder1(seed), new SigmoidEncoder2(seed + SecondSeeds))),
                Sigmoid(few, GreedyPretraining.Fit(train, divergence, new Machine1(seed), new Machine2(seed + SecondSeeds))),
            ]);
    }

    private double Relu(FewLabels few, GreedyPretraining? pretraining)
    {
        var network = new ReluDigits(few.Seed);
        pretraining?.CopyTo(network);
        network.Fit(few.Train, few.Options);
        return network.Evaluate(test).Accuracy;
    }

    private double Sigmoid(FewLabels few, GreedyPretraining? pretraining)
    {
        var network = new SigmoidDigits(few.Seed);
        pretraining?.CopyTo(network);
        network.Fit(few.Train, few.Options);
        return network.Evaluate(test).Accuracy;
    }
}
