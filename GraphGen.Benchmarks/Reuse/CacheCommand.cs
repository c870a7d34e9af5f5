using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Reuse;

/// <summary><c>cache</c>: what it brings to compute the features of frozen layers once, beside their share of the work.</summary>
internal static class CacheCommand
{
    public static Command Create()
    {
        var rounds = CommonOptions.Rounds(9);
        var write = CommonOptions.Write();
        var command = new Command("cache", "Epochs of networks with more and more frozen layers, on rows and on their cached features.") { rounds, write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(int rounds, bool write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        (Dataset train, _) = Mnist.Load();
        FrozenFit[] fits =
        [
            new("nothing", new WholeDigits(seed: 1), train), new("300", new OneFrozenDigits(seed: 1), train),
            new("300-200", new TwoFrozenDigits(seed: 1), train), new("300-200-100", new HeadDigits(seed: 1), train),
        ];
        List<Sample>[] samples = [.. fits.Select(_ => new List<Sample>(rounds))];
        for (int round = -1; round < rounds; round++)
        {
            for (int index = 0; index < fits.Length; index++)
            {
                Sample sample = Measure(fits[index]);

                // The first round compiles.
                if (round >= 0)
                {
                    samples[index].Add(sample);
                }
            }
        }

        var report = new Report("cache");
        report.Add($"""
            An epoch of 784-300-200-100-10 with ELU, two batch normalisations and dropout on the 60,000 rows of MNIST, batch size 128, one thread, by Nesterov momentum, the
            lower layers frozen: medians of {Figures.Whole(rounds)} interleaved rounds. The share is that of the frozen layers in the operations of a step that is compiled
            without their gradients; 1 / (1 - share) is what leaving them out could bring at most if all operations took the same time. "Times" compares in the same round.
            """);
        report.Add(TableOf(fits, samples));
        if (write)
        {
            report.Write();
        }
    }

    private static Sample Measure(FrozenFit fit) => fit.HasFeatures ? new Sample(fit.OnRows(), fit.Cache(), fit.OnFeatures()) : new Sample(fit.OnRows(), 0, 0);

    private static Table TableOf(FrozenFit[] fits, List<Sample>[] samples)
    {
        var table = new Table("frozen", "operations a row", "frozen share", "ms an epoch", "times quicker than nothing frozen", "ms to cache", "ms an epoch on the cache", "times quicker", "1 / (1 - share)");
        for (int index = 0; index < fits.Length; index++)
        {
            FrozenFit fit = fits[index];
            List<Sample> mine = samples[index];
            string[] cells =
            [
                fit.Name, Figures.Whole(fit.Flops), Figures.Percent(fit.FrozenShare), Milliseconds(mine.Select(sample => sample.Rows)),
                Figures.Fixed(Statistics.Quantile(mine.Zip(samples[0], (one, whole) => whole.Rows / one.Rows), 0.5), 2),
            ];
            table.Add(fit.HasFeatures
                ? [.. cells, Milliseconds(mine.Select(sample => sample.Cache)), Milliseconds(mine.Select(sample => sample.Features)),
                    Figures.Fixed(Statistics.Quantile(mine.Select(sample => sample.Rows / sample.Features), 0.5), 2), Figures.Fixed(1 / (1 - fit.FrozenShare), 2)]
                : [.. cells, "", "", "", ""]);
        }

        return table;
    }

    private static string Milliseconds(IEnumerable<double> seconds) => Figures.Fixed(1e3 * Statistics.Quantile(seconds, 0.5), 1);

    /// <summary>Seconds of an epoch on rows, of caching, and of an epoch on the cache.</summary>
    private readonly record struct Sample(double Rows, double Cache, double Features);
}
