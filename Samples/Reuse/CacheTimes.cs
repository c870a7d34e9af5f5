using System.Diagnostics;
using GraphGen;

/// <summary>What an epoch takes on rows, and on what the frozen layers make of them.</summary>
internal sealed class CacheTimes
{
    private static readonly FitOptions Options = new() { Epochs = 5, BatchSize = 128, LearningRate = 0.01f };

    private readonly Dataset _rows;
    private readonly AlignedTable _table = new("frozen", "share of the work", "epoch on rows", "caching", "epoch on the cache", "times quicker");

    private CacheTimes(Dataset rows) => _rows = rows;

    /// <summary>Measures and prints.</summary>
    public static void Run(Dataset rows)
    {
        Console.WriteLine($"""
            Cache: epochs of 784-300-200-100-10 on {rows.Count:N0} digits, batch size 128, one thread, with more and more frozen layers. Their share is that of a step's operations.
            """);
        var times = new CacheTimes(rows);
        times.MeasureWhole();
        times.Measure("300", OneFrozen.Info, NewOne);
        times.Measure("300-200", TwoFrozen.Info, NewTwo);
        times.Measure("300-200-100", HeadOnly.Info, NewHead);
        times._table.Print();
        Console.WriteLine("Every network learned the same on its cache as on the rows, to the bit.\n");

        static Fits NewOne()
        {
            var network = new OneFrozen(seed: 1);
            return new Fits(network.CacheFrozen, data => network.Fit(data, Options));
        }

        static Fits NewTwo()
        {
            var network = new TwoFrozen(seed: 1);
            return new Fits(network.CacheFrozen, data => network.Fit(data, Options));
        }

        static Fits NewHead()
        {
            var network = new HeadOnly(seed: 1);
            return new Fits(network.CacheFrozen, data => network.Fit(data, Options));
        }
    }

    private void MeasureWhole()
    {
        History history = new NothingFrozen(seed: 1).Fit(_rows, Options);
        _table.Add("nothing", "0 %", Milliseconds(Epoch(history)), "", "", "");
    }

    private void Measure(string frozen, NetworkInfo info, Func<Fits> create)
    {
        History onRows = create().Fit(_rows);
        Fits fits = create();
        long start = Stopwatch.GetTimestamp();
        Dataset features = fits.Cache(_rows);
        double caching = Stopwatch.GetElapsedTime(start).TotalSeconds;
        History onCache = fits.Fit(features);
        if (!onCache.Loss.SequenceEqual(onRows.Loss))
        {
            throw new InvalidOperationException($"{info.Name} did not learn the same on its cache as on the rows.");
        }

        double share = info.Layers.Take(info.FrozenLayers).Sum(layer => (double)layer.FlopsPerRow) / info.TrainingFlopsPerRow;
        _table.Add(frozen, $"{share:P0}", Milliseconds(Epoch(onRows)), Milliseconds(caching), Milliseconds(Epoch(onCache)), $"{Epoch(onRows) / Epoch(onCache):F1}");
    }

    // The quickest is the one that nothing else on the machine disturbed.
    private static double Epoch(History history) => history.Epochs.Min(epoch => epoch.Seconds);

    private static string Milliseconds(double seconds) => $"{1e3 * seconds:F0} ms";

    /// <summary>What is done with one network.</summary>
    /// <param name="Cache">Runs its frozen layers.</param>
    /// <param name="Fit">Trains it on rows or on its cache.</param>
    private readonly record struct Fits(Func<Dataset, Dataset> Cache, Func<Dataset, History> Fit);
}
