using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Peers;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Benchmarks.Steps;

namespace GraphGen.Benchmarks.Threading;

/// <summary><c>threads</c>: training steps by several threads against one.</summary>
internal static class ThreadsCommand
{
    private const double Target = 1.8;
    private const int SmallestBatch = 32;
    private const int UsualThreads = 2;
    private const int ComparedSteps = 5;

    public static Command Create()
    {
        var python = CommonOptions.Python();
        var threads = new Option<int>("--threads")
        {
            Description = "Threads to compare with one.",
            DefaultValueFactory = _ => UsualThreads,
        };
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("threads", "Training steps by several threads against one, ours and PyTorch's.")
        {
            python, threads, rounds, write,
        };
        command.SetAction(result => CommonOptions.Guarded(() => Run(
            result.GetRequiredValue(python), result.GetValue(threads), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string python, int threads, int rounds, bool write)
    {
        if (threads < 2 || threads > Environment.ProcessorCount)
        {
            throw new ArgumentException(
                $"--threads is {Figures.Whole(threads)}, but this process has {Figures.Whole(Environment.ProcessorCount)} processors: " +
                "from 2 threads to as many as there are processors can be compared with one.");
        }

        var starter = new PeerStarter();
        var (ours, theirs) = Compare(starter, new PyTorch(python), threads, rounds);
        var (run, sync) = ForkJoin.Measure(threads, rounds);
        var report = new Report(threads == UsualThreads ? "threads" : $"threads --threads {Figures.Whole(threads)}");
        report.Add($"""
            {InstructionSet.Chosen.Kernels}, training steps by {Figures.Whole(threads)} threads and by one. Before anything was timed, the losses of the first
            {Figures.Whole(ComparedSteps)} steps were the same to the last bit. A ratio is the time of one thread over that of {Figures.Whole(threads)} in the same round.
            An empty fork and join of {Figures.Whole(threads)} threads takes {Figures.Fixed(run * 1e9, 0)} ns, a barrier inside {Figures.Fixed(sync * 1e9, 0)} ns (medians).
            """);
        starter.Describe(report, rounds);
        report.Add("Ours:");
        report.Add(ours);
        if (theirs is not null)
        {
            report.Add("PyTorch's:");
            report.Add(theirs);
        }

        if (write)
        {
            report.Write();
        }
    }

    private static (ComparisonTable Ours, ComparisonTable? Theirs) Compare(PeerStarter starter, IPeer peer, int threads, int rounds)
    {
        ComparisonTable ours = CreateTable(threads);
        ComparisonTable? theirs = null;
        foreach (StepCase step in StepCase.All.Where(step => step.Batch >= SmallestBatch))
        {
            var one = step.Kind.Create(step.Batch);
            var several = step.Kind.Create(step.Batch, threads);
            RequireEqualLosses(one, several);
            using PeerProcess? peerOne = starter.TryStart(peer, step.Kind, step.Batch, PeerUse.Training, threads: 1);
            using PeerProcess? peerSeveral = starter.TryStart(peer, step.Kind, step.Batch, PeerUse.Training, threads);
            var seconds = SideBySide.Measure(
                [
                    several.TrainingSteps().TimeWarm,
                    one.TrainingSteps().TimeWarm,
                    .. ((PeerProcess?[])[peerSeveral, peerOne]).OfType<PeerProcess>().Select(process => (Func<int, double>)process.Train),
                ],
                rounds);
            ours.Add(step.Kind.Name, step.Batch, new Comparison(seconds[0], seconds[1]), Target);
            if (peerOne is not null)
            {
                theirs ??= CreateTable(threads);
                theirs.Add(step.Kind.Name, step.Batch, new Comparison(seconds[2], seconds[3]), target: null);
            }
        }

        return (ours, theirs);
    }

    private static ComparisonTable CreateTable(int threads) => new("batch", $"{Figures.Whole(threads)} threads,", "one thread,");

    private static void RequireEqualLosses(NetworkWorkload one, NetworkWorkload several)
    {
        float rate = one.Kind.LearningRate;
        foreach (var (expected, actual) in one.Losses(ComparedSteps, rate).Zip(several.Losses(ComparedSteps, rate)))
        {
            if (BitConverter.SingleToInt32Bits(actual) != BitConverter.SingleToInt32Bits(expected))
            {
                throw new InvalidOperationException(
                    $"{one.Description}: a loss is {Figures.Fixed(expected, 9)} with one thread and {Figures.Fixed(actual, 9)} with several, " +
                    "but results must not depend on threads.");
            }
        }
    }
}
