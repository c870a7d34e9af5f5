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
        var (peak, measurements) = Interleaved.Measure(
            FmaPeak.For(set), [.. PredictionCase.All.Select(Predictions)], rounds, SampleSeconds);
        var table = new Table(
            "network", "rows", "median us", "best us", "share of peak", "best share", $"bytes in {Figures.Whole(Allocation.Calls)} calls");
        foreach (var (prediction, measurement) in PredictionCase.All.Zip(measurements))
        {
            table.Add(
                prediction.Kind.Name,
                Figures.Whole(prediction.Rows),
                Figures.Microseconds(measurement.MedianSeconds),
                Figures.Microseconds(measurement.BestSeconds),
                Figures.Percent(measurement.MedianRatio),
                Figures.Percent(measurement.BestRatio),
                Figures.Whole(Allocation.Of(measurement.Workload.Run)));
        }

        report.Add($"""
            {set.Kernels}, {Figures.Whole(rounds)} rounds. FMA peak: median {Figures.Fixed(peak.MedianGigaflops, 0)}, best {Figures.Fixed(peak.BestGigaflops, 0)} GFLOP/s. A share of it counts the operations of
            the products alone and is formed with the faster of the peak's samples right before and after; the best is that of a round
            where the peak was not disturbed itself.
            """);
        report.Add(table);
    }

    private static Workload Predictions(PredictionCase prediction)
    {
        var workload = prediction.Kind.Create(prediction.Rows);
        return workload.Predictions(workload.Runner.Predict);
    }
}
