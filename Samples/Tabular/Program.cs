using System.CommandLine;
using System.Globalization;
using GraphGen;
using GraphGen.Reporting;

var epochs = new Option<int>("--epochs") { Description = "Passes over the training rows at most; early stopping usually ends before.", DefaultValueFactory = _ => 200 };
var batch = new Option<int>("--batch") { Description = "Rows of a mini-batch.", DefaultValueFactory = _ => 128 };
var threads = new Option<int>("--threads") { Description = "Threads of a training step.", DefaultValueFactory = _ => 1 };
var seed = new Option<ulong>("--seed") { Description = "Seed of the split, the weights and shuffling.", DefaultValueFactory = _ => 42 };
var data = new Option<string?>("--data") { Description = "The table, plain or compressed (default: Samples/Data/diamonds/diamonds.csv.gz)." };
var model = new Option<string>("--model") { Description = "Where to save the network.", DefaultValueFactory = _ => "tabular.safetensors" };
var report = new Option<string>("--report") { Description = "Where to write the HTML report.", DefaultValueFactory = _ => "tabular-report.html" };
var command = new RootCommand("Trains a generated network to tell the price of a diamond from its measures.") { epochs, batch, threads, seed, data, model, report };
command.SetAction(result =>
{
    try
    {
        Train(
            result.GetValue(epochs),
            result.GetValue(batch),
            result.GetValue(threads),
            result.GetValue(seed),
            result.GetValue(data),
            result.GetRequiredValue(model),
            result.GetRequiredValue(report));
        return 0;
    }
    catch (Exception failure) when (failure is ArgumentException or FormatException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Train(int epochs, int batch, int threads, ulong seed, string? path, string model, string report)
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    CsvData table = Diamonds.Read(path);
    Console.WriteLine($"{table.Data.Count} diamonds, inputs {string.Join(", ", table.InputNames)}");
    foreach (FilledColumn filled in table.Filled)
    {
        Console.WriteLine($"{filled.Count} unknown {filled.Column} became the median, {filled.Value} mm");
    }

    // The scaling is fitted on the training rows alone: what the others look like is what the network must not know.
    var (others, test) = table.Data.Split(0.9, seed);
    var (training, validation) = others.Split(8.0 / 9, seed + 1);
    var (scaledInputs, inputScaling) = training.Standardize();
    var (train, priceScaling) = scaledInputs.StandardizeTargets();
    Dataset Scaled(Dataset rows) => priceScaling.ApplyToTargets(inputScaling.Apply(rows));

    var network = new DiamondPrices(seed, threads);
    Console.WriteLine(DiamondPrices.Info.Summary());
    network.Fit(train, new FitOptions
    {
        Epochs = epochs,
        BatchSize = batch,
        LearningRate = 0.003f,
        Validation = Scaled(validation),
        Seed = seed,
        Callbacks =
        [
            new ReduceOnPlateau { Factor = 0.3, Patience = 4 },
            new EarlyStopping { Patience = 15 },
            new LiveView(),
            new Histograms(),
            new HtmlReport(report) { Title = "Prices of diamonds" },
        ],
    });

    // Scaling does not change R2; errors are in deviations of the price.
    RegressionEvaluation evaluation = network.Evaluate(Scaled(test));
    Console.WriteLine($"test R2: {evaluation.R2:F4}");
    Console.WriteLine($"test mean absolute error: {evaluation.MeanAbsoluteError * priceScaling.Deviations[0]:F0} dollars");

    float[] prices = new float[test.Count];
    priceScaling.Invert(evaluation.Predictions, prices);
    Console.WriteLine("\n  price  predicted");
    for (int row = 0; row < Math.Min(5, test.Count); row++)
    {
        Console.WriteLine($"{test.Targets[row],7:F0}  {prices[row],9:F0}");
    }

    Appraiser.Save(model, network, table.Encoding);
    var appraiser = new Appraiser(model);
    bool isSame = appraiser.Prices(test.Inputs).AsSpan().SequenceEqual(prices);
    Console.WriteLine($"\nloaded from {model}: {(isSame ? "the same" : "NOT the same")} {test.Count} predictions, from unscaled rows");
    var diamond = new Dictionary<string, string>
    {
        ["carat"] = "1.01", ["cut"] = "Ideal", ["color"] = "G", ["clarity"] = "VS1", ["depth"] = "61.8", ["table"] = "56", ["x"] = "6.44", ["y"] = "6.47", ["z"] = "",
    };
    Console.WriteLine($"one carat, ideal cut, depth in mm not measured: {appraiser.Price(diamond):F0} dollars");
    Console.WriteLine($"report: {Path.GetFullPath(report)}");
}
