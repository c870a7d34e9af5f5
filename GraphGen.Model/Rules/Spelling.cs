namespace GraphGen.Model;

/// <summary>What somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>The word among <paramref name="words"/>, of which there is at least one, that takes the fewest changes; the first of several.</summary>
    public static string Nearest(string word, IReadOnlyList<string> words) => words.OrderBy(other => EditDistance.Between(word, other)).First();
}
