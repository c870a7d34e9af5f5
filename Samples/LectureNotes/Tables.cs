using System.Diagnostics;
using GraphGen;

/// <summary>Trains the six networks of the notes' table on MNIST and compares.</summary>
internal static class Tables
{
    private const int ValidationRows = 5000;

    private static readonly ulong[] Seeds = [1, 2, 3];

    /// <summary>Trains and prints all rows.</summary>
    /// <returns>The exit code: 1 where a row falls short of the notes.</returns>
    public static int Run()
    {
        long start = Stopwatch.GetTimestamp();
        Dataset all = Mnist.Load().Train;
        Dataset train = all[..^ValidationRows], validation = all[^ValidationRows..];
        Console.WriteLine($"""
            MNIST, 784-300-100-10, first weights by He, momentum of NAG 0.9: {train.Count:N0} rows to train on, the last {validation.Count:N0} to validate.
            Validation accuracy after each epoch, median of the seeds {string.Join(", ", Seeds)}; the difference in points.

            """);
        List<string> shortfalls = [];
        foreach (TableRow row in TableRow.All)
        {
            float[] measured = row.Measure(train, validation, Seeds);
            Print(row, measured);
            shortfalls.AddRange(row.Shortfalls(measured));
        }

        foreach (string shortfall in shortfalls)
        {
            Console.Error.WriteLine(shortfall);
        }

        string outcome = shortfalls.Count == 0
            ? "Every row ends at or above the notes, and is never more than 0.5 points below them from epoch 2 on"
            : "Not every row holds what the notes measured";
        Console.WriteLine($"{outcome} ({Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s).");
        return shortfalls.Count == 0 ? 0 : 1;
    }

    private static void Print(TableRow row, float[] measured)
    {
        Console.WriteLine($"{row.Title}: {row.Settings}");
        Console.WriteLine("  epoch       " + string.Concat(measured.Select((_, epoch) => $"{epoch,8}")));
        Console.WriteLine("  notes       " + string.Concat(row.Notes.Select(accuracy => $"{accuracy,8:F4}")));
        Console.WriteLine("  here        " + string.Concat(measured.Select(accuracy => $"{accuracy,8:F4}")));
        Console.WriteLine("  difference  " + string.Concat(measured.Zip(row.Notes, (here, notes) => $"{100 * (here - notes),8:+0.00;-0.00}")));
        Console.WriteLine();
    }
}
