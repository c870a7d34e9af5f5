using System.CommandLine;
using System.Globalization;
using GraphGen;

var epochs = new Option<int>("--epochs") { Description = "Passes over the training set.", DefaultValueFactory = _ => 10 };
var batch = new Option<int>("--batch") { Description = "Rows of a mini-batch.", DefaultValueFactory = _ => 128 };
var threads = new Option<int>("--threads") { Description = "Threads of a training step.", DefaultValueFactory = _ => 1 };
var seed = new Option<ulong>("--seed") { Description = "Seed of weights, dropout and shuffling.", DefaultValueFactory = _ => 42 };
var data = new Option<string?>("--data") { Description = "Folder with the four IDX files (default: Samples/Data/mnist)." };
var command = new RootCommand("Trains a generated network on MNIST, or on any data set in the same format.") { epochs, batch, threads, seed, data };
command.SetAction(result =>
{
    try
    {
        Train(result.GetValue(epochs), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed), result.GetValue(data));
        return 0;
    }
    catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Train(int epochs, int batch, int threads, ulong seed, string? folder)
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
        OnEpoch = epoch => Console.WriteLine(
            $"epoch {epoch.Epoch,2}  loss {epoch.Loss:F4}  accuracy {epoch.Accuracy:F4}  test loss {epoch.ValidationLoss:F4}  test accuracy {epoch.ValidationAccuracy:F4}  {epoch.Seconds:F2} s  {epoch.SamplesPerSecond:F0} rows/s"),
    });
    Console.WriteLine($"test accuracy: {digits.Evaluate(test).Accuracy:F4}");
}
