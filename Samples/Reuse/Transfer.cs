using GraphGen;

/// <summary>What a network that knows 0 to 4 is worth for one that learns 5 to 9 from few labels.</summary>
/// <param name="train">Digits to learn from.</param>
/// <param name="test">Digits to measure on.</param>
internal sealed class Transfer(Dataset train, Dataset test)
{
    private const int LabelsPerClass = 100;
    private const ulong SourceSeeds = 1000;
    private const string HiddenLayers = "hidden[12]";

    private static readonly (string Name, Func<LowDigits, FewLabels, Dataset, double> Accuracy)[] Variants =
    [
        ("from scratch", FromScratch),
        ("both hidden layers frozen", HeadOnCache),
        ("first hidden layer frozen", TopOnCache),
        ("FineTune: head, then top two", (source, few, test) => FineTuned(source, few, test, new FineTuneOptions())),
        ("FineTune: layer by layer", (source, few, test) => FineTuned(source, few, test, FineTuneOptions.LayerByLayer(3))),
        ("all layers trained at once", AllAtOnce),
    ];

    private readonly Dataset _many = DigitRows.Between(train, 0, 4), _other = DigitRows.Between(train, 5, 9), _test = DigitRows.Between(test, 5, 9);

    /// <summary>Measures and prints.</summary>
    public void Run(int seeds)
    {
        Console.WriteLine($"""
            Transfer: 784-300-100-5 learns {_many.Count:N0} digits 0 to 4; its hidden layers then serve 5 to 9, for which there are {5 * LabelsPerClass} labels,
            a fifth of them to validate. Measured on {_test.Count:N0} test digits 5 to 9.
            """);
        new Comparison([.. Variants.Select(variant => variant.Name)], Seeds.Measure(seeds, Measure)).Print();
    }

    private double[] Measure(ulong seed)
    {
        // Another seed than the target's: its head would otherwise begin as the source's did, and call a 5 a 0.
        var source = new LowDigits(seed + SourceSeeds);
        source.Fit(_many, new FitOptions
        {
            Epochs = 30,
            BatchSize = 128,
            LearningRate = 0.001f,
            ValidationFraction = 0.1,
            Seed = seed,
            Callbacks = [new EarlyStopping { Patience = 4 }],
        });
        FewLabels few = FewLabels.Draw(_other, LabelsPerClass, seed);
        return [.. Variants.Select(variant => variant.Accuracy(source, few, _test))];
    }

    private static double FromScratch(LowDigits source, FewLabels few, Dataset test)
    {
        var network = new HighDigits(few.Seed);
        network.Fit(few.Train, few.Options);
        return network.Evaluate(test).Accuracy;
    }

    private static double HeadOnCache(LowDigits source, FewLabels few, Dataset test)
    {
        var network = new HighDigitsHead(few.Seed);
        network.CopyLayersFrom(source, HiddenLayers);
        network.Fit(network.CacheFrozen(few.Train), few.Options);
        return network.Evaluate(test).Accuracy;
    }

    private static double TopOnCache(LowDigits source, FewLabels few, Dataset test)
    {
        var network = new HighDigitsTop(few.Seed);
        network.CopyLayersFrom(source, HiddenLayers);
        network.Fit(network.CacheFrozen(few.Train), few.Options);
        return network.Evaluate(test).Accuracy;
    }

    private static double FineTuned(LowDigits source, FewLabels few, Dataset test, FineTuneOptions stages)
    {
        HighDigits network = Copied(source, few);
        network.FineTune(few.Train, few.Options, stages);
        return network.Evaluate(test).Accuracy;
    }

    private static double AllAtOnce(LowDigits source, FewLabels few, Dataset test)
    {
        HighDigits network = Copied(source, few);
        network.Fit(few.Train, few.Options);
        return network.Evaluate(test).Accuracy;
    }

    private static HighDigits Copied(LowDigits source, FewLabels few)
    {
        var network = new HighDigits(few.Seed);
        network.CopyLayersFrom(source, HiddenLayers);
        return network;
    }
}
