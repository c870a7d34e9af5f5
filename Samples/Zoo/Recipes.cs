using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using GraphGen;
using GraphGen.Pretrained;

/// <summary>How the networks of the model zoo are trained and published.</summary>
internal static class Recipes
{
    public const string Classifier = "digit-classifier";
    public const string Autoencoder = "digit-autoencoder";

    private const ulong Seed = 1;
    private const int BatchSize = 128;

    private const string License = "MIT";

    /// <summary>Trains the classifier on digits that are distorted anew in every epoch.</summary>
    /// <returns>Its card.</returns>
    public static ZooCard TrainClassifier(Dataset train, Dataset test, string folder, int threads)
    {
        const int Epochs = 40;
        var network = new DigitClassifier(Seed, threads);
        network.Fit(train, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Schedule = LearningRateSchedule.Cosine(0.002),
            Seed = Seed,
            Augmentation = new ImageAugmentation(28, 28) { Shift = 1.5f, Rotation = 10, Scale = 0.1f },
        });
        return Zoo.Save(network, folder, Card(
            Classifier,
            "Reads a handwritten digit: 28 x 28 pixels give the probabilities of 0 to 9.",
            train.Count,
            Epochs,
            "DigitClassifier.cs",
            Figures.Of(network.Evaluate(test))));
    }

    /// <summary>Trains the autoencoder on the digits as they are.</summary>
    /// <returns>Its card.</returns>
    public static ZooCard TrainAutoencoder(Dataset train, Dataset test, string folder, int threads)
    {
        const int Epochs = 40;
        var network = new DigitAutoencoder(Seed, threads);
        network.Fit(train, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Schedule = LearningRateSchedule.Cosine(0.002),
            Seed = Seed,
        });
        return Zoo.Save(network, folder, Card(
            Autoencoder,
            $"Makes a code of {DigitAutoencoder.CodeSize} numbers of a handwritten digit of 28 x 28 pixels, and the digit of its code.",
            train.Count,
            Epochs,
            "DigitAutoencoder.cs",
            Figures.Of(network.Evaluate(test))));
    }

    private static ZooCard Card(string name, string task, int rows, int epochs, string source, ZooMetric[] metrics) => new()
    {
        Name = name,
        Task = task,
        License = License,
        Data = new ZooData(
            "MNIST",
            "LeCun, Cortes and Burges, http://yann.lecun.com/exdb/mnist/; in the repository Samples/Data/mnist",
            rows,
            "28 x 28 pixels of one digit, row by row from the top, 0 for paper to 1 for ink (bytes / 255); the digit centred, about 20 pixels high",
            "CC BY-SA 3.0"),
        Metrics = metrics,
        Training = new ZooTraining(
            "dotnet run -c Release --project Samples/Zoo -- --train FOLDER",
            Seed,
            epochs,
            $"Again the same bits on {RuntimeInformation.RuntimeIdentifier} with {InstructionSet}, on any number of threads; on another instruction set figures differ by rounding."),
        Declaration = Text(source),
    };

    private static string InstructionSet => Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2 and FMA" : "128-bit vectors";

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Recipes).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
