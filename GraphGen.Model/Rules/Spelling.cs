namespace GraphGen.Model;

/// <summary>What somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>The word among <paramref name="words"/>, of which there is at least one, that takes the fewest changes; the first of several.</summary>
    public static string Nearest(string word, IReadOnlyList<string> words) => words.OrderBy(other => Distance(word.ToUpperInvariant(), other.ToUpperInvariant())).First();

    /// <summary>Letters to insert, to delete or to replace (Levenshtein, 1966).</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }
}
