using System.Text;
using System.Text.RegularExpressions;
using GraphGen.Reporting.Html;
using GraphGen.Reporting.Tests.Live;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>When the file is written, and what happens where it cannot be.</summary>
public sealed class HtmlReportTests : IDisposable
{
    private const string Running = "<html lang='en' data-running";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private string Report => _folder["report.html"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fit_leaves_one_whole_page_that_has_ended()
    {
        Fit(new HtmlReport(Report));

        string page = File.ReadAllText(Report);
        page.ShouldStartWith("<!DOCTYPE html>\n");
        page.ShouldEndWith("</html>\n");
        page.ShouldNotContain(Running);
        page.ShouldContain("<h1>Bars</h1>");
        page.ShouldContain("Completed");
        Directory.GetFiles(_folder.Path).ShouldBe([Report]);
    }

    [Fact]
    public void A_page_is_there_after_the_first_step()
    {
        var before = new List<string?>();
        Fit(new HtmlReport(Report), new LambdaCallback { BatchBegin = _ => before.Add(File.Exists(Report) ? File.ReadAllText(Report) : null) });

        before[0].ShouldBeNull();
        before[1].ShouldNotBeNull().ShouldContain(Running);
        before[1]!.ShouldContain("epoch 1 of 2, mini-batch 1 of 8");
    }

    [Fact]
    public void A_fit_that_is_refused_leaves_the_page_of_another_alone()
    {
        File.WriteAllText(Report, "before");
        Should.Throw<InvalidOperationException>(() => Fit(
            new HtmlReport(Report), new LambdaCallback { FitBegin = _ => throw new InvalidOperationException("refused") }));
        File.ReadAllText(Report).ShouldBe("before");
    }

    [Fact]
    public void A_report_that_is_refused_leaves_the_page_of_its_earlier_fit_alone()
    {
        var report = new HtmlReport(Report);
        Fit(report);
        string page = File.ReadAllText(Report);

        Should.Throw<ArgumentException>(() => Fit(report, change: options => options with { Callbacks = [new CsvLog(Report), report] }));

        File.ReadAllText(Report).ShouldBe(page);
    }

    [Fact]
    public void A_fit_that_had_ended_before_it_was_resumed_leaves_its_page_alone()
    {
        string checkpoint = _folder["bars.safetensors"];
        Fit(new HtmlReport(Report), new Checkpoint(checkpoint));
        string page = File.ReadAllText(Report);
        Fit(new HtmlReport(Report), new Checkpoint(checkpoint), new LambdaCallback(), resumeFrom: checkpoint).Epochs.Count.ShouldBe(2);
        File.ReadAllText(Report).ShouldBe(page);
    }

    [Fact]
    public void A_long_epoch_is_followed_while_it_lasts()
    {
        var within = new List<string>();
        Fit(
            new HtmlReport(Report, _clock),
            new LambdaCallback
            {
                BatchEnd = _ =>
                {
                    within.Add(Regex.Match(File.ReadAllText(Report), "epoch 1 of 2, mini-batch (.) of 8").Groups[1].Value);
                    _clock.Advance(TimeSpan.FromSeconds(1));
                },
            });

        within.Take(8).ShouldBe(["1", "1", "1", "4", "4", "4", "7", "7"]);
    }

    [Fact]
    public void A_page_that_takes_long_is_written_less_often()
    {
        // A page takes 0.2 s, which is 2 % of the 10 s until the next one, and a step takes 1 s.
        var clock = new SlowPages(TimeSpan.FromSeconds(0.2));
        Fit(
            new HtmlReport(Report, clock) { RefreshSeconds = 0.1 },
            new LambdaCallback { BatchEnd = _ => clock.Advance(TimeSpan.FromSeconds(1)) },
            options => options with { BatchSize = 2 });

        clock.Pages.ShouldBeInRange(15, 18);
        clock.SecondsInPages.ShouldBeLessThan(0.02 * clock.Seconds + 0.4);
    }

    [Fact]
    public void A_dry_run_tries_the_file_and_replaces_nothing()
    {
        Fit(new HtmlReport(Report), options => options with { DryRun = true });
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();

        File.WriteAllText(Report, "before");
        Fit(new HtmlReport(Report), options => options with { DryRun = true });
        File.ReadAllText(Report).ShouldBe("before");

        Should.Throw<OutputFileException>(() => Fit(new HtmlReport(_folder["none/report.html"]), options => options with { DryRun = true }));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_before_the_first_step()
    {
        int steps = 0;
        var counter = new LambdaCallback { BatchBegin = _ => steps++ };
        Should.Throw<OutputFileException>(() => Fit(new HtmlReport(_folder["none/report.html"]), counter)).Problem.ShouldBe(OutputFileProblem.NoFolder);
        Should.Throw<OutputFileException>(() => Fit(new HtmlReport(_folder.Path), counter)).Message.ShouldContain("folder");
        steps.ShouldBe(0);
    }

    [Fact]
    public void A_page_that_cannot_be_written_for_a_while_ends_no_training()
    {
        History history = Fit(
            new HtmlReport(Report, _clock),
            new LambdaCallback
            {
                FitBegin = _ => PutFolderInTheWay(),
                BatchEnd = _ => _clock.Advance(TimeSpan.FromSeconds(5)),
                EpochEnd = (run, _) =>
                {
                    if (run.Epoch == 2)
                    {
                        Directory.Delete(Report);
                    }
                },
            });

        history.Epochs.Count.ShouldBe(2);
        File.ReadAllText(Report).ShouldEndWith("</html>\n");
    }

    [Fact]
    public void A_last_page_that_cannot_be_written_is_an_exception_after_the_training()
    {
        var bars = new Bars(seed: 1);
        var before = new float[bars.Parameters[0].Length];
        bars.Parameters[0].CopyTo(before);
        OutputFileException failure = Should.Throw<OutputFileException>(() => Fit(
            new HtmlReport(Report) { RefreshSeconds = 3600 }, new LambdaCallback { FitBegin = _ => PutFolderInTheWay() }, network: bars));
        failure.Path.ShouldBe(Report);

        var after = new float[before.Length];
        bars.Parameters[0].CopyTo(after);
        after.ShouldNotBe(before);
    }

    [Fact]
    public void A_resumed_fit_shows_the_epochs_before_and_no_predictions_until_there_are_some()
    {
        string checkpoint = _folder["bars.safetensors"];
        Fit(new HtmlReport(Report), new Checkpoint(checkpoint));
        string? begun = null;
        Fit(
            new HtmlReport(Report),
            new Checkpoint(checkpoint),
            new LambdaCallback { BatchEnd = _ => begun ??= File.ReadAllText(Report) },
            options => options with { Epochs = 4 },
            resumeFrom: checkpoint);

        Rows(begun!).ShouldBe(2);
        begun!.ShouldNotContain("id='classes'");
        Rows(File.ReadAllText(Report)).ShouldBe(4);
        File.ReadAllText(Report).ShouldContain("id='classes'");

        static int Rows(string page)
        {
            string table = page[page.IndexOf("<details id='epochs'", StringComparison.Ordinal)..];
            return Regex.Count(table[..table.IndexOf("</table>", StringComparison.Ordinal)], "<tr><th scope='row'>");
        }
    }

    [Fact]
    public void A_fit_that_failed_says_why()
    {
        Should.Throw<InvalidOperationException>(() => Fit(
            new HtmlReport(Report), new LambdaCallback { EpochEnd = (_, _) => throw new InvalidOperationException("out of <luck>") }));

        string page = File.ReadAllText(Report);
        page.ShouldContain("Failed");
        page.ShouldContain("out of &lt;luck&gt;");
        page.ShouldNotContain(Running);
    }

    [Fact]
    public async Task A_page_that_is_read_while_it_is_rewritten_is_whole_each_time()
    {
        using var stop = new CancellationTokenSource(Patience);
        Task<int>? reader = null;
        var clock = new SlowPages(TimeSpan.Zero);
        Fit(
            new HtmlReport(Report, clock) { RefreshSeconds = 0.1 },
            new LambdaCallback
            {
                BatchEnd = _ =>
                {
                    reader ??= Task.Factory.StartNew(() => ReadUntil(stop.Token), TaskCreationOptions.LongRunning);
                    clock.Advance(TimeSpan.FromSeconds(1));
                },
            },
            options => options with { BatchSize = 2 });

        await stop.CancelAsync();
        clock.Pages.ShouldBeGreaterThan(160);
        (await reader!.WaitAsync(Patience)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Names_and_images_that_do_not_fit_the_network_are_refused_before_the_first_step()
    {
        Should.Throw<ArgumentException>(() => Fit(new HtmlReport(Report) { ClassNames = ["a", "b"] })).Message.ShouldContain("2 class names, but Bars has 4 classes");
        Should.Throw<ArgumentException>(() => Fit(new HtmlReport(Report) { ImageWidth = 7 })).Message.ShouldContain("7 x any");
        Should.Throw<ArgumentException>(() => Fit(new HtmlReport(Report) { ImageChannels = 3 })).Message.ShouldContain("64 values");
        Should.Throw<ArgumentException>(() => ImageShape.Of(72, null, null, 1)).Message.ShouldContain("square images of pixels with 1 values each, but a row has 72");
        File.Exists(Report).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, 1, 8, 8)]
    [InlineData(16, null, null, 16, 4)]
    [InlineData(null, 2, null, 32, 2)]
    [InlineData(8, 8, null, 8, 8)]
    public void What_is_not_said_of_an_image_follows(int? width, int? height, int? channels, int across, int down) =>
        ImageShape.Of(64, width, height, channels).ShouldBe(new ImageShape(across, down, 1));

    [Fact]
    public void Numbers_out_of_their_range_are_refused_by_name()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new HtmlReport("a") { ImageWidth = 0 }).ParamName.ShouldBe("ImageWidth");
        Should.Throw<ArgumentOutOfRangeException>(() => new HtmlReport("a") { ImageHeight = -1 }).ParamName.ShouldBe("ImageHeight");
        Should.Throw<ArgumentOutOfRangeException>(() => new HtmlReport("a") { ImageChannels = 2 }).ParamName.ShouldBe("ImageChannels");
        Should.Throw<ArgumentOutOfRangeException>(() => new HtmlReport("a") { MaximumImages = -1 }).ParamName.ShouldBe("MaximumImages");
        Should.Throw<ArgumentOutOfRangeException>(() => new HtmlReport("a") { RefreshSeconds = double.NaN }).ParamName.ShouldBe("RefreshSeconds");
        Should.Throw<ArgumentException>(() => new HtmlReport(""));
        Should.Throw<ArgumentException>(() => new HtmlReport("a") { ClassNames = [null!] });
    }

    private static History Fit(HtmlReport report, Func<FitOptions, FitOptions>? change = null) => Fit(report, new LambdaCallback(), change);

    private static History Fit(
        HtmlReport report, ITrainingCallback other, Func<FitOptions, FitOptions>? change = null, Bars? network = null) =>
        Fit(report, other, new LambdaCallback(), change, network: network);

    private static History Fit(
        HtmlReport report,
        ITrainingCallback other,
        ITrainingCallback third,
        Func<FitOptions, FitOptions>? change = null,
        string? resumeFrom = null,
        Bars? network = null)
    {
        var options = new FitOptions
        {
            Epochs = 2,
            BatchSize = 20,
            Validation = BarImages.Labelled(40, seed: 2),
            Callbacks = [report, other, third],
        };
        return (network ?? new Bars(seed: 1)).Fit(BarImages.Labelled(160, seed: 1), change?.Invoke(options) ?? options, resumeFrom);
    }

    private void PutFolderInTheWay()
    {
        File.Delete(Report);
        Directory.CreateDirectory(Report);
    }

    private int ReadUntil(CancellationToken stop)
    {
        int reads = 0;
        while (!stop.IsCancellationRequested)
        {
            string page = File.ReadAllText(Report, Encoding.UTF8);
            page.ShouldStartWith("<!DOCTYPE html>\n");
            page.ShouldEndWith("</html>\n");
            reads++;
        }

        return reads;
    }

    /// <summary>A clock that goes on while a page is made, which asks for the time of day once.</summary>
    private sealed class SlowPages(TimeSpan cost) : TimeProvider
    {
        private readonly ManualClock _clock = new();

        public int Pages { get; private set; }

        public double Seconds => GetElapsedTime(0).TotalSeconds;

        public double SecondsInPages => Pages * cost.TotalSeconds;

        public override long TimestampFrequency => _clock.TimestampFrequency;

        public override long GetTimestamp() => _clock.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            Pages++;
            Advance(cost);
            return _clock.GetUtcNow();
        }

        public void Advance(TimeSpan time) => _clock.Advance(time);
    }
}
