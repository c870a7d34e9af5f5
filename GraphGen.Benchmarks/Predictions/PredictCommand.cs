using System.CommandLine;
using GraphGen.Benchmarks.Peers;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Predictions;

/// <summary><c>predict</c>: predictions of one row and of many, beside the FMA peak and beside peers.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var python = CommonOptions.Python();
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("predict", "Predictions of one row and of many: time, allocation, and beside peers.") { python, rounds, write };
        command.SetAction(result => CommonOptions.Guarded(
            () => Run(result.GetRequiredValue(python), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string python, int rounds, bool write)
    {
        var report = new Report("predict");
        report.Add("From row-major rows to row-major probabilities or values, one thread. Beside peers it is the predictor that is measured.");
        OwnPredictions.Report(report, rounds);

        var starter = new PeerStarter();
        using var plainC = new PlainC();
        using var dlib = new Dlib();
        var tables = Compare(starter, [new OnnxRuntime(), new PyTorch(python), plainC, dlib], rounds);
        starter.Describe(report, rounds);
        tables.AddTo(report, "one thread on either side.");
        if (write)
        {
            report.Write();
        }
    }

    private static PeerTables Compare(PeerStarter starter, IReadOnlyList<IPeer> peers, int rounds)
    {
        var tables = new PeerTables("rows");
        foreach (PredictionCase prediction in PredictionCase.All)
        {
            var (kind, rows) = prediction;
            var workload = kind.Create(rows);
            using var group = new PeerGroup(
                starter, peers.Where(peer => peer.CanPredict(kind, rows)), kind, rows, PeerUse.Prediction, threads: 1);
            foreach (var (peer, comparison) in group.Compare(
                workload.Predictions(workload.Runner.CreatePredictor().Predict),
                (process, predictions) => rows == 1 ? process.PredictRows(predictions) : process.PredictBatches(predictions),
                rounds))
            {
                tables.Add(peer, kind.Name, rows, comparison, peer is OnnxRuntime ? prediction.OnnxRuntimeTarget : null);
            }
        }

        return tables;
    }
}
