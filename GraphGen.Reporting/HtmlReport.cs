using GraphGen.Execution;
using GraphGen.Reporting.Html;
using static System.FormattableString;

namespace GraphGen.Reporting;

/// <summary>
/// Writes a page that shows a fit while it runs and when it has ended: curves of loss, metrics and learning rate, the classes that are confused, the
/// surest mistakes, what goes on inside the layers, the network's picture, the settings and the machine. One file that needs no other and no network; a
/// browser that has it open follows the training.
/// </summary>
/// <remarks>
/// <para>
/// What it shows of classes and mistakes comes from the validation data (<see cref="FitOptions.Validation"/>), what it shows of layers from
/// <see cref="Histograms"/>, which must stand before it in <see cref="FitOptions.Callbacks"/> to be seen at once. Where <see cref="EarlyStopping"/> went
/// back to an epoch, the last page says so and shows what the network was then.
/// </para>
/// <para>
/// The first page is written after the first mini-batch: a fit that is refused, or that had ended before it was resumed, leaves the file alone. It is replaced
/// at once each time, so that whoever reads it meanwhile sees a whole page. While training runs, a page that cannot be written is left out; at the end it
/// is an exception. A dry run makes the page, but replaces nothing. Results on the page are written the same in every culture.
/// </para>
/// </remarks>
public sealed class HtmlReport : IEpochCallback, IBatchCallback
{
    // Writing takes at most this share of the time, however long a page takes.
    private const double MostOfTheTime = 0.02;

    private readonly TimeProvider _clock;
    private readonly StepCurve _steps = new();
    private readonly OutcomeLog _outcomes = new();
    private readonly ReportPage _page = new();
    private ReportSettings? _settings;
    private Pace? _pace;
    private bool _hasBegun;
    private long _due;

    /// <summary>A report in a file.</summary>
    /// <param name="path">The file, by custom named <c>*.html</c>. Its folder must exist.</param>
    public HtmlReport(string path)
        : this(path, TimeProvider.System)
    {
    }

    /// <summary>A report that is written by a clock of the test's own.</summary>
    internal HtmlReport(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Path, _clock) = (path, clock);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The heading; null (the default) for the network's name.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The names of the classes: one for each output of a classification, or the two names for no and yes where a binary cross-entropy has one output. Null
    /// (the default) for their numbers. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string>? ClassNames
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly(Guard.AllPresent(value, nameof(ClassNames)));
    }

    /// <summary>
    /// Pixels from left to right where rows of the data are images, at least 1; null (the default) where it follows from the others. With all three null
    /// rows are no images; with <see cref="ImageChannels"/> alone images are square. A row is <c>[height, width, channels]</c>, row-major.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? ImageWidth
    {
        get;
        init => field = AtLeastOne(value, nameof(ImageWidth));
    }

    /// <summary>Pixels from top to bottom, at least 1; null (the default) where it follows from the others: see <see cref="ImageWidth"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? ImageHeight
    {
        get;
        init => field = AtLeastOne(value, nameof(ImageHeight));
    }

    /// <summary>
    /// Values of a pixel: 1 for grey, 3 for red, green and blue; null (the default) for 1 where a side is given, and for no images where none is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 1 nor 3.</exception>
    public int? ImageChannels
    {
        get;
        init => field = value is null or 1 or 3
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(ImageChannels), Invariant($"ImageChannels is {value}: set it to 1 for grey or to 3 for red, green and blue."));
    }

    /// <summary>Mistakes to show, from 0 to 1000; default 24.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaximumImages
    {
        get;
        init => field = value is >= 0 and <= 1000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumImages), Invariant($"MaximumImages is {value}: set it to a number from 0 to 1000."));
    } = 24;

    /// <summary>
    /// How many seconds pass between two writings at least, and how often an open page looks for news, which it does twice a second at most: from 0.1 to
    /// 3600; default 3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double RefreshSeconds
    {
        get;
        init => field = value is >= 0.1 and <= 3600
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(RefreshSeconds), Invariant($"RefreshSeconds is {value}: set it to a number of seconds from 0.1 to 3600."));
    } = 3;

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">The names or the shape of images do not fit the network.</exception>
    public void Check(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        RequireNames(run.Network.Info);
        _ = ImagesOf(run);
        run.ReserveFile(Path);
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _hasBegun = false;
        _steps.Clear();
        _outcomes.Clear();
        _settings = new ReportSettings(Title ?? run.Network.Info.Name, ClassNames ?? [], ImagesOf(run), MaximumImages, RefreshSeconds);
        (_pace, _due) = (new Pace(run, _clock), _clock.GetTimestamp());
    }

    /// <inheritdoc/>
    public void OnBatchBegin(TrainingRun run) => _hasBegun = true;

    /// <inheritdoc/>
    public void OnBatchEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _steps.Add(run.Step, run.BatchLoss, run.LearningRate);
        WriteIfDue(run);
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        _outcomes.Add(run, record.Epoch, MaximumImages);
        WriteIfDue(run);
    }

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void OnFitEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);

        if (_hasBegun)
        {
            Write(run, isRunning: false);
        }
    }

    private static int? AtLeastOne(int? value, string property) => value is null or >= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}. An image has pixels: set it to 1 or more."));

    private ImageShape? ImagesOf(TrainingRun run) => ImageShape.Of(run.Network.Info.InputSize, ImageWidth, ImageHeight, ImageChannels);

    private void RequireNames(NetworkInfo info)
    {
        int classes = info.Loss switch
        {
            LossFunction.SoftmaxCrossEntropy => info.OutputSize,
            LossFunction.BinaryCrossEntropy => Math.Max(2, info.OutputSize),
            _ => 0,
        };
        if (ClassNames is { } names && names.Count != classes)
        {
            throw Guard.Invalid(
                nameof(FitOptions.Callbacks),
                $"HtmlReport was given {names.Count} class names, but {info.Name} has {classes} classes",
                $"set ClassNames to as many, or leave them out");
        }
    }

    private void WriteIfDue(TrainingRun run)
    {
        if (_clock.GetTimestamp() < _due)
        {
            return;
        }

        try
        {
            Write(run, isRunning: true);
        }
        catch (OutputFileException)
        {
            // A viewer may hold the file, or the disk be full for a while: no reason to end a training. The next page comes soon.
        }
    }

    private void Write(TrainingRun run, bool isRunning)
    {
        long start = _clock.GetTimestamp();
        try
        {
            ReadOnlyMemory<byte> page = _page.Write(new ReportView(run, _settings!, _steps, _pace!, _outcomes, isRunning), _clock.GetUtcNow());
            if (!run.IsDryRun)
            {
                // A page may be lost with the power: waiting for the disk would cost more than making it.
                AtomicFile.Write(Path, file => file.Write(page.Span), isLasting: false);
            }
        }
        finally
        {
            long took = _clock.GetTimestamp() - start;
            _due = start + (long)Math.Max(RefreshSeconds * _clock.TimestampFrequency, took / MostOfTheTime);
        }
    }
}
