using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary><c>peers</c>: whole training steps and predictions beside PyTorch's, one thread each.</summary>
internal static class PeersCommand
{
    // So small that the weights stay where they were initialised: a network that has learned its rows by heart is another workload.
    private const float TimedLearningRate = 1e-7f;

    private const string None = "-";

    public static Command Create()
    {
        var python = new Option<string>("--python")
        {
            Description = "The Python interpreter that has PyTorch.",
            DefaultValueFactory = _ => "python3",
        };
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("peers", "Training steps and predictions beside PyTorch, one thread each.") { python, rounds, write };
        command.SetAction(result => CommonOptions.Guarded(
            () => Run(result.GetRequiredValue(python), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string python, int rounds, bool write)
    {
        var training = new Table("network", "batch", "ours us", "PyTorch us", "ratio", "10 % to 90 % of the rounds");
        var prediction = new Table("network", "ours us", "PyTorch us", "ratio", "10 % to 90 % of the rounds");
        var predicted = new HashSet<string>(StringComparer.Ordinal);
        string? missing = null, versions = null;
        foreach (var workload in PeerWorkloads.All())
        {
            using var peer = missing is null ? TryStart(python, workload, out missing) : null;
            versions = peer?.Versions;
            if (peer is not null)
            {
                PeerCheck.Run(workload, peer);
                peer.SetLearningRate(TimedLearningRate);
            }

            training.Add([workload.Name, Figures.Whole(workload.Batch), .. Cells(Train(workload, peer, rounds))]);
            if (predicted.Add(workload.Name))
            {
                prediction.Add([workload.Name, .. Cells(Predict(workload, peer, rounds))]);
            }
        }

        var report = new Report("peers");
        report.Add($"""
            {InstructionSet.Chosen.Kernels}, one thread on either side, {Figures.Whole(rounds)} rounds in which samples of 20 ms alternate.
            A ratio is PyTorch's time over ours in the same round, the median over the rounds.
            """);
        if (versions is not null)
        {
            Describe(report, versions);
        }

        report.Add("Training steps, from a row-major batch to the updated weights:");
        report.Add(training);
        report.Add("Predictions of one row (PyTorch in evaluation and inference mode, softmax included):");
        report.Add(prediction);
        if (write)
        {
            Write(report, missing);
        }
    }

    private static void Describe(Report report, string versions)
    {
        report.Add($"Beside {versions}.");
        report.Add($"""
            Networks, rows and initial weights are the same: predictions, and the losses of the first {Figures.Whole(PeerCheck.Steps)}
            steps, agreed to within 1e-4 before anything was timed. No network has dropout, because each library draws other masks.
            PyTorch runs eagerly with its fastest settings: gradients set to none, optimizers over lists of tensors, activations
            in place, contiguous batches on hand, OpenBLAS choosing its kernels by itself (every `OPENBLAS_` variable of the
            environment is removed), and `ATEN_CPU_CAPABILITY=avx512` where the processor has it. Its time for 4-32-32-1 hardly
            depends on the batch: there, calls are measured and not arithmetic.
            """);
    }

    private static void Write(Report report, string? missing)
    {
        if (missing is null)
        {
            report.Write();
        }
        else
        {
            Console.Error.WriteLine("Nothing was written, because there was no peer to compare with.");
        }
    }

    private static PyTorchPeer? TryStart(string python, PeerWorkload workload, out string? missing)
    {
        try
        {
            missing = null;
            return new PyTorchPeer(python, workload);
        }
        catch (PeerMissingException exception)
        {
            missing = exception.Message;
            Console.Error.WriteLine(missing);
            return null;
        }
    }

    private static Comparison Train(PeerWorkload workload, PyTorchPeer? peer, int rounds) =>
        SideBySide.Measure(index => workload.TrainStep(index, TimedLearningRate), peer is null ? null : peer.Train, rounds);

    private static Comparison Predict(PeerWorkload workload, PyTorchPeer? peer, int rounds)
    {
        float[] outputs = new float[workload.Network.Info.OutputSize];
        return SideBySide.Measure(
            index =>
            {
                workload.Predict(index, 1, outputs);
                return outputs[^1];
            },
            peer is null ? null : peer.Predict,
            rounds);
    }

    private static string[] Cells(Comparison comparison) =>
    [
        Microseconds(comparison.OurMedianSeconds),
        comparison.HasPeer ? Microseconds(comparison.PeerMedianSeconds) : None,
        comparison.HasPeer ? Figures.Fixed(comparison.Ratio(0.5), 2) : None,
        comparison.HasPeer ? $"{Figures.Fixed(comparison.Ratio(0.1), 2)} to {Figures.Fixed(comparison.Ratio(0.9), 2)}" : None,
    ];

    private static string Microseconds(double seconds) => Figures.Fixed(seconds * 1e6, seconds < 1e-5 ? 2 : 1);
}
