using System.Diagnostics;
using System.Runtime.InteropServices;
using GraphGen;

/// <summary>What an epoch takes on rows, and on what the frozen layers make of them.</summary>
internal sealed class CacheTimes
{
    private const int TimedEpochs = 3;

    // The first epoch compiles, and brings what it touches into memory.
    private static readonly FitOptions Options = new() { Epochs = 1 + TimedEpochs, BatchSize = 128, LearningRate = 0.01f };

    private readonly Dataset _rows;
    private readonly int _seeds;
    private readonly AlignedTable _table = new("frozen", "share of the work", "epoch on rows", "caching", "epoch on the cache", "times quicker", "lowest", "highest");

    private CacheTimes(Dataset rows, int seeds) => (_rows, _seeds) = (rows, seeds);

    /// <summary>Measures and prints.</summary>
    public static void Run(Dataset rows, int seeds)
    {
        Console.WriteLine($"""
            Cache: epochs of 784-300-200-100-10 on {rows.Count:N0} digits, batch size 128, one thread, with more and more frozen layers. Their share is that of a step's operations.
            """);
        var times = new CacheTimes(rows, seeds);
        times.MeasureWhole();
        times.Measure("300", OneFrozen.Info, NewOne);
        times.Measure("300-200", TwoFrozen.Info, NewTwo);
        times.Measure("300-200-100", HeadOnly.Info, NewHead);
        times._table.Print();
        Console.WriteLine("With every seed, every network learned the same on its cache as on the rows: losses and parameters are equal to the bit.\n");

        static Fits NewOne(ulong seed)
        {
            var network = new OneFrozen(seed);
            return new Fits(network.Parameters, network.CacheFrozen, data => network.Fit(data, Options with { Seed = seed }));
        }

        static Fits NewTwo(ulong seed)
        {
            var network = new TwoFrozen(seed);
            return new Fits(network.Parameters, network.CacheFrozen, data => network.Fit(data, Options with { Seed = seed }));
        }

        static Fits NewHead(ulong seed)
        {
            var network = new HeadOnly(seed);
            return new Fits(network.Parameters, network.CacheFrozen, data => network.Fit(data, Options with { Seed = seed }));
        }
    }

    private void MeasureWhole()
    {
        double[] epochs = [.. OneAfterAnother(seed => Epoch(new NothingFrozen(seed).Fit(_rows, Options with { Seed = seed })))];
        _table.Add("nothing", "0 %", Milliseconds(epochs), "", "", "", "", "");
    }

    private void Measure(string frozen, NetworkInfo info, Func<ulong, Fits> create)
    {
        Times[] times = [.. OneAfterAnother(seed => Measure(info, create(seed), create(seed)))];
        double share = info.Layers.Take(info.FrozenLayers).Sum(layer => (double)layer.FlopsPerRow) / info.TrainingFlopsPerRow;
        double[] quotients = [.. times.Select(ofSeed => ofSeed.OnRows / ofSeed.OnCache)];
        _table.Add(
            frozen,
            $"{share:P0}",
            Milliseconds(times.Select(ofSeed => ofSeed.OnRows)),
            Milliseconds(times.Select(ofSeed => ofSeed.Caching)),
            Milliseconds(times.Select(ofSeed => ofSeed.OnCache)),
            $"{Seeds.Median(quotients):F1}",
            $"{quotients.Min():F1}",
            $"{quotients.Max():F1}");
    }

    private Times Measure(NetworkInfo info, Fits withoutCache, Fits withCache)
    {
        History onRows = withoutCache.Fit(_rows);
        long start = Stopwatch.GetTimestamp();
        Dataset features = withCache.Cache(_rows);
        double caching = Stopwatch.GetElapsedTime(start).TotalSeconds;
        History onCache = withCache.Fit(features);
        if (!onCache.Loss.SequenceEqual(onRows.Loss) || !withCache.Parameters.Zip(withoutCache.Parameters, AreEqual).All(equal => equal))
        {
            throw new InvalidOperationException($"{info.Name} did not learn the same on its cache as on the rows.");
        }

        return new Times(Epoch(onRows), caching, Epoch(onCache));
    }

    // Not as many at a time as there are cores: they would measure one another.
    private IEnumerable<T> OneAfterAnother<T>(Func<ulong, T> measure) => Enumerable.Range(1, _seeds).Select(seed => measure((ulong)seed));

    private static bool AreEqual(Parameter one, Parameter other) => Bits(one).SequenceEqual(Bits(other));

    private static ReadOnlySpan<int> Bits(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return MemoryMarshal.Cast<float, int>(values);
    }

    private static double Epoch(History history) => Seeds.Median(history.Epochs.TakeLast(TimedEpochs).Select(epoch => epoch.Seconds));

    private static string Milliseconds(IEnumerable<double> seconds) => $"{1e3 * Seeds.Median(seconds):F0} ms";

    /// <summary>What is done with one network.</summary>
    /// <param name="Parameters">What it has learned.</param>
    /// <param name="Cache">Runs its frozen layers.</param>
    /// <param name="Fit">Trains it on rows or on its cache.</param>
    private readonly record struct Fits(ParameterCollection Parameters, Func<Dataset, Dataset> Cache, Func<Dataset, History> Fit);

    /// <summary>Seconds with one seed.</summary>
    /// <param name="OnRows">An epoch on the rows.</param>
    /// <param name="Caching">Computing the cache.</param>
    /// <param name="OnCache">An epoch on the cache.</param>
    private readonly record struct Times(double OnRows, double Caching, double OnCache);
}
