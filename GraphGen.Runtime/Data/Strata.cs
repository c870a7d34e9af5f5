namespace GraphGen;

/// <summary>Shares rows out class by class.</summary>
internal static class Strata
{
    /// <summary>
    /// Moves rows to the front of a random order, otherwise kept, so that the first <paramref name="wanted"/> have each class in its share:
    /// quotas by largest remainder (Hamilton's method), so none is off by a whole row.
    /// </summary>
    public static void SplitOrder(Span<int> order, ReadOnlySpan<int> labels, int wanted)
    {
        Dictionary<int, int> quotas = Quotas(labels, wanted);
        int[] rest = new int[order.Length - wanted];
        int first = 0;
        int second = 0;
        foreach (int row in order)
        {
            if (quotas[labels[row]] > 0)
            {
                quotas[labels[row]]--;
                order[first++] = row;
            }
            else
            {
                rest[second++] = row;
            }
        }

        rest.CopyTo(order[wanted..]);
    }

    /// <summary>The fold of each place of a random order: class after class, rows are dealt like cards.</summary>
    public static int[] Folds(int[] order, ReadOnlySpan<int> labels, int k)
    {
        int[] labelOf = labels.ToArray();
        int[] folds = new int[order.Length];
        int dealt = 0;
        foreach (int place in Enumerable.Range(0, order.Length).OrderBy(place => labelOf[order[place]]))
        {
            folds[place] = dealt++ % k;
        }

        return folds;
    }

    private static Dictionary<int, int> Quotas(ReadOnlySpan<int> labels, int wanted)
    {
        var counts = new SortedDictionary<int, long>();
        foreach (int label in labels)
        {
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        int rows = labels.Length;
        var quotas = counts.ToDictionary(pair => pair.Key, pair => (int)(pair.Value * wanted / rows));
        int missing = wanted - quotas.Values.Sum();
        foreach (int label in counts.Keys.OrderByDescending(label => counts[label] * wanted % rows).Take(missing))
        {
            quotas[label]++;
        }

        return quotas;
    }
}
