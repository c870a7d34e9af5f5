using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Callbacks;

/// <summary><c>callbacks</c>: what each callback costs a fit of MNIST, and all of them together.</summary>
internal static class CallbacksCommand
{
    private const double Target = 0.05;
    private const int UsualEpochs = 10;

    public static Command Create()
    {
        var epochs = new Option<int>("--epochs") { Description = "Epochs of each fit.", DefaultValueFactory = _ => UsualEpochs };
        var rounds = CommonOptions.Rounds(9);
        var write = CommonOptions.Write();
        var command = new Command("callbacks", "A fit of MNIST with each callback, and with all of them, against one without.") { epochs, rounds, write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(epochs), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(int epochs, int rounds, bool write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("GraphGenCallbacks");
        try
        {
            var fits = new MnistFits(epochs, folder.FullName);
            IReadOnlyList<double>[] seconds = Measure(fits, rounds);
            var report = new Report("callbacks");
            report.Add($"""
                The sample's network fitted to MNIST for {Figures.Whole(epochs)} epochs of 60,000 rows, batch size 128, validated on 10,000, one thread:
                the whole of `Fit`, medians of {Figures.Whole(rounds)} interleaved rounds. The last column is the median over the rounds of the time with the callback to that
                without in the same round; "none, again" shows what the machine's unrest makes of nothing. The target is {Figures.Fixed(100 * Target, 0)} % for all together.
                """);
            report.Add(TableOf(fits, seconds, epochs));
            if (write)
            {
                report.Write();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<double>[] Measure(MnistFits fits, int rounds)
    {
        List<double>[] seconds = [.. fits.Names.Select(_ => new List<double>(rounds))];
        for (int round = -1; round < rounds; round++)
        {
            for (int index = 0; index < seconds.Length; index++)
            {
                double sample = fits.Run(index);

                // The first round compiles.
                if (round >= 0)
                {
                    seconds[index].Add(sample);
                }
            }
        }

        return seconds;
    }

    private static Table TableOf(MnistFits fits, IReadOnlyList<double>[] seconds, int epochs)
    {
        var table = new Table("callbacks", "ms an epoch", "quickest", "times none");
        for (int index = 0; index < seconds.Length; index++)
        {
            table.Add(
                fits.Names[index],
                Figures.Fixed(1e3 * Statistics.Quantile(seconds[index], 0.5) / epochs, 1),
                Figures.Fixed(1e3 * seconds[index].Min() / epochs, 1),
                Figures.Fixed(Statistics.Quantile(seconds[index].Zip(seconds[0], (mine, none) => mine / none), 0.5), 3));
        }

        return table;
    }
}
