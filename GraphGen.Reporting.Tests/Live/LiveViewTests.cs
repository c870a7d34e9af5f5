using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>The picture on a terminal, seen through an emulator of one that takes nothing amiss but torn pictures.</summary>
public sealed class LiveViewTests
{
    private static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(0.05);

    private readonly ManualClock _clock = new();

    [Fact]
    public void A_terminal_shows_how_far_the_fit_has_come_and_its_last_epochs()
    {
        var terminal = new Terminal();
        Screen? seen = null;
        var camera = new LambdaCallback { BatchEnd = run => seen = run.Step == 10 ? terminal.Screen : seen };

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock), camera));

        string[] lines = seen!.Lines;
        lines[0].ShouldBe("Halves: 2 -> 2, 44 parameters, 40 rows");
        lines[1].ShouldMatch("^━{30}─{30}  50% 1 s left$");
        seen.Text.ShouldMatch(@"epoch 3/5   loss 0\.\d{4}   accuracy \d+\.\d\d%   validation loss 0\.\d{4}");
        seen.Text.ShouldMatch(@"rate 0\.5   speed [\d,]+ rows/s   elapsed [\d.]+ m?s");
        seen.Text.ShouldMatch(@"epoch +loss +accuracy +validation +validation +rate +seconds");
        lines.Count(line => Regex.IsMatch(line, @"^ +(★ )?[12]( +\d+\.\d+%?){4} +0\.5 +\d\.\d\d$")).ShouldBe(2, seen.Text);
        lines.Count(line => line.Contains('★')).ShouldBe(1);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(80)]
    [InlineData(200)]
    public void Every_width_gets_a_whole_picture(int width)
    {
        var terminal = new Terminal(width);
        Screen? seen = null;
        var camera = new LambdaCallback { BatchEnd = run => seen = run.Step == 10 ? terminal.Screen : seen };

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock), camera) with { Metrics = [Metric.F1(), Metric.TopK(1)] });

        seen!.Text.ShouldContain("50%");
        seen.Lines.ShouldContain(line => Regex.IsMatch(line, @"^ +epoch +loss +(accuracy +)?validation"));
        seen.Text.Contains("seconds").ShouldBe(width == 200);
        terminal.Screen.Text.ShouldContain("completed");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(14)]
    public void A_low_terminal_keeps_its_picture_in_place(int height)
    {
        var terminal = new Terminal(width: 80, height);
        int highest = 0;
        var camera = new LambdaCallback { BatchEnd = _ => highest = Math.Max(highest, terminal.Screen.Lines.Length) };

        Fits.Run(Fits.Options(12, Ticking(), new LiveView(terminal.Console, _clock), camera));

        highest.ShouldBeLessThanOrEqualTo(height);
    }

    [Fact]
    public void The_end_leaves_the_last_epochs_and_a_summary_of_the_last_and_the_best()
    {
        var terminal = new Terminal();

        History history = Fits.Run(Fits.Options(12, Ticking(), new LiveView(terminal.Console, _clock)));

        EpochRecord best = history.Epochs.MinBy(epoch => epoch.ValidationLoss)!;
        string text = terminal.Screen.Text;
        text.ShouldNotContain("left");
        text.ShouldMatch($@"(?m)^ +★ {best.Epoch} ");
        text.ShouldContain(FormattableString.Invariant($"{history.Loss[^1]:F4}  {best.Loss:F4}\n"));
        text.ShouldMatch(@"\ncompleted\n12 of 12 epochs in [\d.]+ m?s, [\d,]+ rows/s$");
    }

    [Fact]
    public void The_best_epoch_is_the_one_that_early_stopping_goes_by()
    {
        var terminal = new Terminal();
        var stopping = new EarlyStopping { Monitor = MonitoredValue.Loss, Patience = 50 };

        History history = Fits.Run(Fits.Options(12, stopping, new LiveView(terminal.Console, _clock)));

        terminal.Screen.Text.ShouldMatch($@"(?m)^ +★ {history.BestEpoch} ");
    }

    [Fact]
    public void It_is_drawn_ten_times_a_second_at_most()
    {
        var terminal = new Terminal();
        var slow = new LambdaCallback { BatchEnd = _ => _clock.Advance(TimeSpan.FromMilliseconds(10)) };

        Fits.Run(Fits.Options(50, slow, new LiveView(terminal.Console, _clock)));

        // 200 steps are two seconds: a picture at the start, one each tenth of a second, one at the end.
        Regex.Count(terminal.Output, "Halves:").ShouldBeInRange(18, 22);
    }

    [Fact]
    public void Between_two_pictures_a_batch_allocates_nothing()
    {
        var view = new LiveView(new Terminal().Console, _clock);
        long allocated = -1;
        var watch = new LambdaCallback
        {
            BatchEnd = run =>
            {
                if (run.Step == 4)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int call = 0; call < 1000; call++)
                    {
                        view.OnBatchEnd(run);
                    }

                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                }
            },
        };

        Fits.Run(Fits.Options(2, view, watch));

        allocated.ShouldBe(0);
    }

    [Fact]
    public void Everything_is_drawn_by_the_thread_of_the_fit_with_the_cursor_visible()
    {
        var writer = new WatchedWriter();
        IAnsiConsole console = Terminal.Open(new Output(writer));

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(console, _clock), new LambdaCallback
        {
            BatchEnd = _ => new Screen(writer.ToString(), 80).IsCursorVisible.ShouldBeTrue(),
        }));

        writer.Threads.ShouldBe([Environment.CurrentManagedThreadId]);
    }

    [Fact]
    public void Without_colours_done_and_to_do_still_differ()
    {
        var terminal = new Terminal(hasColors: false);

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock)));

        Regex.Matches(terminal.Output, @"\e\[([0-9;]+)m").Select(match => match.Groups[1].Value).Distinct()
            .ShouldBe(["1", "0"], "bold and back alone");
        terminal.Output.ShouldMatch("━+─+");
    }

    [Fact]
    public void A_terminal_without_unicode_gets_ascii()
    {
        var terminal = new Terminal();
        terminal.Console.Profile.Capabilities.Unicode = false;

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock)));

        terminal.Output.ShouldAllBe(character => char.IsAscii(character));
        terminal.Output.ShouldContain("###");
        terminal.Output.ShouldContain("---");
        terminal.Screen.Text.ShouldMatch(@"(?m)^\| +\* \d");
    }

    [Fact]
    public void An_exception_leaves_a_usable_terminal_and_says_what_happened()
    {
        var terminal = new Terminal();
        var failing = new LambdaCallback { EpochEnd = (_, record) => Require(record.Epoch < 3) };

        Should.Throw<TimeoutException>(() => Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock), failing)));

        Screen screen = terminal.Screen;
        screen.IsCursorVisible.ShouldBeTrue();
        screen.Text.ShouldMatch(@"\nfailed: enough\n3 of 5 epochs");
        terminal.Console.Status().Start("usable", _ => { });
    }

    [Fact]
    public void A_cancellation_is_an_ending_like_others()
    {
        var terminal = new Terminal();
        using var cancellation = new CancellationTokenSource();
        var canceling = new LambdaCallback { BatchEnd = run => Cancel(run.Step == 6, cancellation) };

        Fits.Run(Fits.Options(5, Ticking(), new LiveView(terminal.Console, _clock), canceling) with { CancellationToken = cancellation.Token });

        terminal.Screen.Text.ShouldMatch(@"\ncanceled: .+\n1 of 5 epochs");
    }

    [Fact]
    public void Nothing_is_drawn_where_another_callback_refuses_to_begin()
    {
        var terminal = new Terminal();
        var refusing = new LambdaCallback { FitBegin = _ => Require(false) };

        Should.Throw<TimeoutException>(() => Fits.Run(Fits.Options(5, new LiveView(terminal.Console, _clock), refusing)));

        terminal.Output.ShouldBeEmpty();
    }

    [Fact]
    public void What_others_write_to_the_console_stands_above_the_picture()
    {
        var terminal = new Terminal();
        var chatty = new LambdaCallback { EpochEnd = (_, record) => terminal.Console.WriteLine(FormattableString.Invariant($"note {record.Epoch}")) };

        Fits.Run(Fits.Options(3, Ticking(), new LiveView(terminal.Console, _clock), chatty));

        terminal.Screen.Lines[..4].ShouldBe(["note 1", "note 2", "note 3", "Halves: 2 -> 2, 44 parameters, 40 rows"]);
    }

    [Fact]
    public void What_is_drawn_again_for_others_is_the_picture_of_then()
    {
        var terminal = new Terminal();
        string? seen = null;
        var chatty = new LambdaCallback
        {
            EpochEnd = (_, _) =>
            {
                terminal.Console.WriteLine("note");
                seen ??= terminal.Screen.Text;
            },
        };

        Fits.Run(Fits.Options(3, new LiveView(terminal.Console, _clock), chatty));

        seen!.ShouldMatch(@"^note\n.+\n─+  0%\nepoch 1/3   elapsed [^ ]+ m?s$", "no loss yet");
    }

    [Fact]
    public void A_console_that_is_busy_leaves_no_exception_behind_that_nobody_saw()
    {
        var unseen = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args) => unseen.Add(args.Exception.InnerException!.Message);
        TaskScheduler.UnobservedTaskException += Note;

        FitBesideAnotherPicture();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        TaskScheduler.UnobservedTaskException -= Note;
        unseen.ShouldNotContain(message => message.Contains("interactive functions concurrently"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_terminal_that_goes_away_does_not_end_the_fit_and_is_let_go(int writes)
    {
        IAnsiConsole console = Terminal.Open(new Output(new WatchedWriter { Allowed = writes }));

        History history = Fits.Run(Fits.Options(5, Ticking(), new LiveView(console, _clock)));

        history.Epochs.Count.ShouldBe(5);
        history.Ending.ShouldBe(FitEnding.Completed);
        console.RunExclusive(() => true).ShouldBeTrue();
    }

    [Fact]
    public void A_view_serves_one_fit_after_the_other()
    {
        var terminal = new Terminal();
        var view = new LiveView(terminal.Console, _clock);

        Fits.Run(Fits.Options(2, view));
        Fits.Run(Fits.Options(3, view));

        terminal.Screen.Text.ShouldContain("2 of 2 epochs");
        terminal.Screen.Text.ShouldContain("3 of 3 epochs");
    }

    [Fact]
    public void A_regression_without_validation_shows_what_it_has()
    {
        var terminal = new Terminal();
        var data = new Dataset([0f, 0, 1, 0, 0, 1, 1, 1], inputSize: 2, targets: [0f, 1, 2, 3], targetSize: 1);

        new Slope().Fit(data, new FitOptions { Epochs = 3, Callbacks = [Ticking(), new LiveView(terminal.Console, _clock)] });

        terminal.Screen.Text.ShouldMatch(@"epoch +loss +rate +seconds");
        terminal.Screen.Text.ShouldNotContain("NaN");
    }

    // A method of its own, so that nothing holds what it made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FitBesideAnotherPicture()
    {
        var terminal = new Terminal(width: 200);
        terminal.Console.Live(new Text("another")).Start(_ => Fits.Run(Fits.Options(1, new LiveView(terminal.Console))));
    }

    /// <summary>Lets time go by between two batches.</summary>
    private LambdaCallback Ticking() => new() { BatchEnd = _ => _clock.Advance(BatchTime * 2) };

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new TimeoutException("enough");
        }
    }

    private static void Cancel(bool condition, CancellationTokenSource source)
    {
        if (condition)
        {
            source.Cancel();
        }
    }
}
