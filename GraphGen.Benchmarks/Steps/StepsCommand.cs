using System.CommandLine;
using GraphGen.Benchmarks.Peers;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Steps;

/// <summary><c>steps</c>: whole training steps, beside what the processor could do and beside peers.</summary>
internal static class StepsCommand
{
    private const int ManyThreads = 2;

    public static Command Create()
    {
        var python = CommonOptions.Python();
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("steps", "Training steps: share of the FMA peak and of the roofline, allocation, and beside peers.")
        {
            python, rounds, write,
        };
        command.SetAction(result => CommonOptions.Guarded(
            () => Run(result.GetRequiredValue(python), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string python, int rounds, bool write)
    {
        var report = new Report("steps");
        report.Add("`TrainStep`, from a row-major batch to the updated weights.");
        OwnSteps.Report(report, rounds);

        var starter = new PeerStarter();
        var pyTorch = new PyTorch(python);
        using var plainC = new PlainC();
        using var dlib = new Dlib();
        var single = Compare(starter, [pyTorch, plainC, dlib], threads: 1, rounds);
        var many = Environment.ProcessorCount < ManyThreads ? null : Compare(starter, [pyTorch], ManyThreads, rounds);
        starter.Describe(report, rounds);
        single.AddTo(report, "one thread on either side.");
        if (many is null)
        {
            report.Add("With two threads nothing was measured, because this process has one processor.");
        }
        else
        {
            many.AddTo(report, "two threads on either side, with the targets for one.");
        }

        if (write)
        {
            report.Write();
        }
    }

    private static PeerTables Compare(PeerStarter starter, IReadOnlyList<IPeer> peers, int threads, int rounds)
    {
        var tables = new PeerTables("batch");
        foreach (StepCase step in StepCase.All)
        {
            var workload = step.Kind.Create(step.Batch, threads);
            using var group = new PeerGroup(
                starter, peers.Where(peer => peer.CanTrain(step.Kind)), step.Kind, step.Batch, PeerUse.Training, threads);
            foreach (var (peer, comparison) in group.Compare(workload.TrainingSteps(), (process, steps) => process.Train(steps), rounds))
            {
                tables.Add(peer, step.Kind.Name, step.Batch, comparison, TargetOf(step, peer));
            }
        }

        return tables;
    }

    private static double? TargetOf(StepCase step, IPeer peer) => peer switch
    {
        PyTorch => step.PyTorchTarget,
        PlainC => step.PlainCTarget,
        _ => null,
    };
}
