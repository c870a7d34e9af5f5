using System.Diagnostics;
using System.Numerics.Tensors;
using GraphGen;

/// <summary>Trains <see cref="BestDigits"/> on distorted digits, tests it once, and saves it.</summary>
/// <remarks>
/// Layers, rates and distortions were compared on rows held out from the training set, most of them in fits of 12 to 14 epochs. The last two epochs,
/// on the digits as they are, brought 0.1 points there: distorted images are blurred by interpolation, those to recognise are not.
/// </remarks>
internal static class Best
{
    private const string ModelFile = "best.safetensors";
    private const int ValidationRows = 5000;
    private const int BatchSize = 128;

    private static readonly (int Epochs, double HighestRate) Distorted = (36, 0.002);
    private static readonly (int Epochs, double HighestRate) Undistorted = (2, 0.0001);

    /// <summary>Trains, tests and saves.</summary>
    /// <param name="arguments">In any order: a seed (default 1), and <c>all</c> to train on all 60,000 rows and validate on none.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        bool trainsOnAll = arguments.Contains("all");
        string[] rest = [.. arguments.Where(argument => argument != "all")];
        ulong seed = 1;
        if (rest.Length > 1 || (rest.Length == 1 && !ulong.TryParse(rest[0], out seed)))
        {
            Console.Error.WriteLine($"'{string.Join(' ', arguments)}' is not a seed, a whole number from 0 on, with or without 'all'.");
            return 1;
        }

        (Dataset train, Dataset test) = Mnist.Load();
        var digits = new BestDigits(seed);
        Console.WriteLine(BestDigits.Info.Summary());
        long start = Stopwatch.GetTimestamp();
        Fit(Distorted, Distortions(seed));
        Console.WriteLine("and on the digits as they are:");
        Fit(Undistorted, augmentation: null);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"test accuracy: {digits.Evaluate(test).Accuracy:P2} after {seconds:F0} s (seed {seed})");
        Console.WriteLine($"test accuracy of the predictor: {Accuracy(digits.CreatePredictor(), test):P2}");
        return Save(digits);

        void Fit((int Epochs, double HighestRate) phase, ImageAugmentation? augmentation) =>
            digits.Fit(trainsOnAll ? train : train[..^ValidationRows], new FitOptions
            {
                Epochs = phase.Epochs,
                BatchSize = BatchSize,
                Schedule = LearningRateSchedule.OneCycle(phase.HighestRate),
                Augmentation = augmentation,
                Validation = trainsOnAll ? null : train[^ValidationRows..],
                Seed = seed,
                Callbacks = [new LambdaCallback { EpochEnd = (_, epoch) => Print(epoch) }],
            });
    }

    // What writing hands differ in. An image's distortion is drawn anew in each epoch.
    private static ImageAugmentation Distortions(ulong seed) => new(28, 28)
    {
        Shift = 0.5f,
        Rotation = 12,
        Scale = 0.15f,
        Shear = 15,
        ElasticStrength = 1.2f,
        ElasticSmoothness = 5,
        Seed = seed,
    };

    private static void Print(EpochRecord epoch)
    {
        string validation = epoch.ValidationAccuracy is { } accuracy ? $"  validation loss {epoch.ValidationLoss:F4}  accuracy {accuracy:F4}" : "";
        Console.WriteLine($"epoch {epoch.Epoch,2}  loss {epoch.Loss:F4}  accuracy {epoch.Accuracy:F4}{validation}  rate {epoch.LearningRate:E1}  {epoch.Seconds:F1} s");
    }

    private static float Accuracy(Predictor predictor, Dataset data)
    {
        float[] probabilities = new float[data.Count * predictor.OutputSize];
        predictor.Predict(data.Inputs, probabilities);
        int hits = 0;
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> classes = probabilities.AsSpan(row * predictor.OutputSize, predictor.OutputSize);
            hits += TensorPrimitives.IndexOfMax(classes) == data.Labels[row] ? 1 : 0;
        }

        return (float)hits / data.Count;
    }

    private static int Save(BestDigits digits)
    {
        try
        {
            digits.Save(ModelFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The model could not be written to '{Path.GetFullPath(ModelFile)}': {failure.Message}");
            return 1;
        }

        Console.WriteLine($"model: {Path.GetFullPath(ModelFile)}");
        return 0;
    }
}
