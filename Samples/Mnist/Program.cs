using System.CommandLine;
using System.Globalization;
using GraphGen;
using GraphGen.Reporting;

var epochs = new Option<int>("--epochs") { Description = "Passes over the training set.", DefaultValueFactory = _ => 10 };
var batch = new Option<int>("--batch") { Description = "Rows of a mini-batch.", DefaultValueFactory = _ => 128 };
var threads = new Option<int>("--threads") { Description = "Threads of a training step.", DefaultValueFactory = _ => 1 };
var seed = new Option<ulong>("--seed") { Description = "Seed of weights, dropout and shuffling.", DefaultValueFactory = _ => 42 };
var data = new Option<string?>("--data") { Description = "Folder with the four IDX files (default: Samples/Data/mnist)." };
var report = new Option<string>("--report") { Description = "Where to write the HTML report.", DefaultValueFactory = _ => "mnist-report.html" };
var command = new RootCommand("Trains a generated network on MNIST, or on any data set in the same format.") { epochs, batch, threads, seed, data, report };
command.SetAction(result =>
{
    try
    {
        Train(result.GetValue(epochs), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed), result.GetValue(data), result.GetRequiredValue(report));
        return 0;
    }
    catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Train(int epochs, int batch, int threads, ulong seed, string? folder, string report)
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    var (train, test) = Mnist.Load(folder);
    var digits = new Digits(seed, threads);
    Console.WriteLine(Digits.Info.Summary());
    digits.Fit(train, new FitOptions
    {
        Epochs = epochs,
        BatchSize = batch,
        LearningRate = 0.05f,
        Validation = test,
        Seed = seed,
        Callbacks =
        [
            new LiveView(),
            new Histograms(),
            new HtmlReport(report) { ImageWidth = 28, ImageHeight = 28 },
        ],
    });
    Console.WriteLine($"test accuracy: {digits.Evaluate(test).Accuracy:F4}");
    Console.WriteLine($"report: {Path.GetFullPath(report)}");
}
