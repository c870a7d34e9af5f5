#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>How far two names are apart. One source for the compiler and what runs.</summary>
internal static class EditDistance
{
    /// <summary>How many letters must be inserted, deleted or replaced to make one of the other (Levenshtein, 1966), whatever their case.</summary>
    public static int Between(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 0; j < to.Length; j++)
            {
                bool isSame = char.ToUpperInvariant(from[i]) == char.ToUpperInvariant(to[j]);
                int replaced = diagonal + (isSame ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, 1 + Math.Min(row[j], diagonal));
            }
        }

        return row[to.Length];
    }
}
