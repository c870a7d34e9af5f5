using System.Diagnostics;
using GraphGen.Reporting;
using Spectre.Console;

namespace GraphGen.Benchmarks.Callbacks;

/// <summary>Fits of the sample's network to MNIST, which differ in their callbacks alone.</summary>
internal sealed class MnistFits
{
    private const float RequiredAccuracy = 0.95f;

    private readonly int _epochs;
    private readonly Dataset _train;
    private readonly Dataset _test;
    private readonly (string Name, Func<ITrainingCallback[]> Create)[] _fits;

    /// <summary>Reads the data.</summary>
    /// <param name="epochs">Epochs of each fit.</param>
    /// <param name="folder">Where callbacks write their files.</param>
    public MnistFits(int epochs, string folder)
    {
        _epochs = epochs;
        (_train, _test) = Mnist.Load();
        (string Name, Func<ITrainingCallback[]> Create)[] single =
        [
            (nameof(EarlyStopping), () => [new EarlyStopping()]),
            (nameof(ReduceOnPlateau), () => [new ReduceOnPlateau()]),
            (nameof(Checkpoint), () => [new Checkpoint(PathOf("last.safetensors"))]),
            (nameof(CsvLog), () => [new CsvLog(PathOf("log.csv"))]),
            (nameof(Histograms), () => [new Histograms()]),
            (nameof(LiveView), () => [new LiveView(Terminal())]),
            (nameof(TensorBoardLog), () => [new TensorBoardLog(PathOf("tensorboard"))]),
            (nameof(HtmlReport), () => [new HtmlReport(PathOf("report.html")) { ImageWidth = 28, ImageHeight = 28 }]),
            (nameof(LambdaCallback), () => [new LambdaCallback { BatchEnd = run => _seen += run.Batch }]),
        ];
        _fits =
        [
            ("none", () => []),
            ("none, again", () => []),
            .. single,
            ("all of these", () => [.. single.SelectMany(fit => fit.Create())]),
        ];

        string PathOf(string name) => Path.Combine(folder, name);
    }

    /// <summary>What the fits have for callbacks; the first has none.</summary>
    public IReadOnlyList<string> Names => [.. _fits.Select(fit => fit.Name)];

    private long _seen;

    /// <summary>Runs one of the fits.</summary>
    /// <param name="index">Which of <see cref="Names"/>.</param>
    /// <returns>The seconds of the whole fit.</returns>
    /// <exception cref="InvalidOperationException">It learned too little to have done its work.</exception>
    public double Run(int index)
    {
        var digits = new Digits(seed: 42);
        var options = new FitOptions { Epochs = _epochs, BatchSize = 128, LearningRate = 0.05f, Validation = _test, Seed = 42, Callbacks = _fits[index].Create() };
        long start = Stopwatch.GetTimestamp();
        History history = digits.Fit(_train, options);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return history.ValidationAccuracy[^1] > RequiredAccuracy
            ? seconds
            : throw new InvalidOperationException($"The fit with {Names[index]} reached an accuracy of {history.ValidationAccuracy[^1]} only.");
    }

    /// <summary>A terminal that nobody looks at, drawn in full.</summary>
    private static IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(TextWriter.Null),
    });
}
