using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Predictions;

/// <summary>Our predictions beside the FMA peak.</summary>
internal static class OwnPredictions
{
    private const double SampleSeconds = 1e-3;

    /// <summary>Measures all cases.</summary>
    public static void Report(Report report, int rounds)
    {
        var set = InstructionSet.Chosen;
        Workload[] workloads = [.. PredictionCase.All.SelectMany(Predictions)];
        var (peak, measurements) = Interleaved.Measure(FmaPeak.For(set), workloads, rounds, SampleSeconds);
        var table = new Table(
            "network", "rows", "network us", "predictor us", "best", "predictor's share of peak", "best share", $"bytes in {Figures.Whole(Allocation.Calls)} calls");
        for (int index = 0; index < PredictionCase.All.Count; index++)
        {
            PredictionCase prediction = PredictionCase.All[index];
            Measurement network = measurements[2 * index], predictor = measurements[(2 * index) + 1];
            table.Add(
                prediction.Kind.Name,
                Figures.Whole(prediction.Rows),
                Figures.Microseconds(network.MedianSeconds),
                Figures.Microseconds(predictor.MedianSeconds),
                Figures.Microseconds(predictor.BestSeconds),
                Figures.Percent(predictor.MedianRatio),
                Figures.Percent(predictor.BestRatio),
                Figures.Whole(Allocation.Of(network.Workload.Run) + Allocation.Of(predictor.Workload.Run)));
        }

        report.Add($"""
            {set.Kernels}, {Figures.Whole(rounds)} rounds; medians, by the network's own `Predict` and by what `CreatePredictor` returns. FMA peak: median {Figures.Fixed(peak.MedianGigaflops, 0)}, best {Figures.Fixed(peak.BestGigaflops, 0)} GFLOP/s. A share of it counts the operations of
            the products alone and is formed with the faster of the peak's samples right before and after; the best is that of a round
            where the peak was not disturbed itself.
            """);
        report.Add(table);
    }

    /// <summary>By the network itself, and by its predictor.</summary>
    private static IEnumerable<Workload> Predictions(PredictionCase prediction)
    {
        var workload = prediction.Kind.Create(prediction.Rows);
        yield return workload.Predictions(workload.Runner.Predict);
        yield return workload.Predictions(workload.Runner.CreatePredictor().Predict);
    }
}
