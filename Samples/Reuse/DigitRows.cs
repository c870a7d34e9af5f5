using GraphGen;
using GraphGen.Numerics;

/// <summary>Parts of a set of digits.</summary>
internal static class DigitRows
{
    // First weights take the streams from 0 on.
    private const ulong DrawingStream = 1UL << 32;

    /// <summary>The rows of some digits, with labels that count from 0.</summary>
    public static Dataset Between(Dataset digits, int first, int last)
    {
        int[] labels = digits.Labels.ToArray();
        int[] rows = [.. Enumerable.Range(0, digits.Count).Where(row => labels[row] >= first && labels[row] <= last)];
        return new Dataset(digits.Pick(rows).Inputs.ToArray(), digits.InputSize, [.. rows.Select(row => labels[row] - first)]);
    }

    /// <summary>As many rows of each class, drawn at random.</summary>
    public static Dataset Draw(Dataset digits, int perClass, ulong seed)
    {
        var random = new CounterRandom(seed, DrawingStream);
        int[] rows = [.. Enumerable.Range(0, digits.Count)];
        random.Shuffle(rows);
        int[] labels = digits.Labels.ToArray();
        return digits.Pick([.. rows.GroupBy(row => labels[row]).SelectMany(ofClass => ofClass.Take(perClass))]);
    }
}
