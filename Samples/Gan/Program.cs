using System.CommandLine;
using System.Globalization;
using GraphGen;

var epochs = new Option<int>("--epochs") { Description = "Passes over the digits.", DefaultValueFactory = _ => 25 };
var threads = new Option<int>("--threads") { Description = "Threads of a training step.", DefaultValueFactory = _ => 1 };
var seed = new Option<ulong>("--seed") { Description = "Seed of weights, noise and shuffling.", DefaultValueFactory = _ => 1 };
var data = new Option<string?>("--data") { Description = "The folder of the digits' four IDX files (default: Samples/Data/mnist)." };
var folder = new Option<string>("--pictures") { Description = "Where to write ring.png and digits.png.", DefaultValueFactory = _ => "." };
var command = new RootCommand("Sets generators against discriminators: a ring of eight Gaussians, and digits.") { epochs, threads, seed, data, folder };
command.SetAction(result =>
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    try
    {
        string pictures = result.GetRequiredValue(folder);
        Directory.CreateDirectory(pictures);
        LearnRing(result.GetValue(seed), result.GetValue(threads), Path.Combine(pictures, "ring.png"));
        LearnDigits(result.GetValue(epochs), result.GetValue(seed), result.GetValue(threads), result.GetValue(data), Path.Combine(pictures, "digits.png"));
        return 0;
    }
    catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void LearnRing(ulong seed, int threads, string picture)
{
    Dataset ring = Ring.Draw(4096, seed);
    var trainer = new GanTrainer(new RingPainter(seed, threads), new RingCritic(seed + 1, threads));
    trainer.Train(ring, new GanOptions { Epochs = 200, BatchSize = 128, GeneratorRate = 0.001f, DiscriminatorRate = 0.002f, Seed = seed, Progress = new Every(40) });
    float[] points = new float[2 * 2000];
    trainer.Sample(points, seed);
    (int modes, double share) = Ring.Coverage(points);
    Console.WriteLine($"ring: {modes} of {Ring.Modes} modes covered, {share:P1} of the samples within three deviations of a mode");
    Picture.WritePoints(picture, ring[..2000].Inputs, points);
}

static void LearnDigits(int epochs, ulong seed, int threads, string? path, string picture)
{
    (Dataset train, Dataset test) = Mnist.Load(path);
    (train, test) = (Digits.Halve(train), Digits.Halve(test));
    var reader = new DigitReader(seed, threads);
    reader.Fit(train, new FitOptions { Epochs = 6, BatchSize = 128, LearningRate = 0.002f, Seed = seed });
    Console.WriteLine($"reader: {reader.Evaluate(test).Accuracy:P1} of the test digits right");

    var trainer = new GanTrainer(new DigitPainter(seed, threads), new DigitCritic(seed + 1, threads));
    trainer.Train(train, new GanOptions { Epochs = epochs, BatchSize = 128, GeneratorRate = 0.0005f, DiscriminatorRate = 0.001f, RealTarget = 0.9f, Seed = seed, Progress = new Every(5) });
    float[] digits = new float[1024 * DigitPainter.OutputSize];
    trainer.Sample(digits, seed);
    (int[] counts, double sure) = Digits.Read(reader, digits);
    Console.WriteLine($"digits: {counts.Count(count => count >= 10)} of 10 classes covered, the reader sure of {sure:P1}; of each class {string.Join(", ", counts)}");
    Picture.WriteDigits(picture, digits.AsSpan(0, 100 * DigitPainter.OutputSize));
}

/// <summary>Prints some epochs.</summary>
internal sealed class Every(int epochs) : IProgress<GanEpoch>
{
    /// <inheritdoc/>
    public void Report(GanEpoch value)
    {
        if (value.Epoch % epochs == 0)
        {
            Console.WriteLine(value);
        }
    }
}
