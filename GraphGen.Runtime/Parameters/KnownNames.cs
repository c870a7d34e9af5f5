namespace GraphGen;

/// <summary>What to say of a name that nothing has: the nearest one that something has, and all of them.</summary>
internal static class KnownNames
{
    /// <summary>
    /// Such as <c>There is no layer 'hiden1': did you mean 'hidden1'? There are: hidden1, output.</c>
    /// </summary>
    /// <param name="what">What was looked for, such as <c>layer</c>.</param>
    /// <param name="name">The name that nothing has.</param>
    /// <param name="known">The names that there are.</param>
    public static string Missing(string what, string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string guess = Nearest(name, names) is { } nearest ? $": did you mean '{nearest}'?" : ".";
        return $"There is no {what} '{name}'{guess} {List(names)}";
    }

    /// <summary>All names in a sentence.</summary>
    public static string List(IReadOnlyCollection<string> names) => names.Count == 0 ? "There are none." : $"There are: {string.Join(", ", names)}.";

    /// <summary>The name with the least distance, the first of several; null where more than a third of the letters differ.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Distance: EditDistance.Between(name, candidate)))
        .Where(candidate => 3 * candidate.Distance <= Math.Max(name.Length, candidate.Name.Length))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();
}
