namespace GraphGen;

/// <summary>Lists in messages.</summary>
internal static class FieldText
{
    private const int Shown = 12;

    /// <summary>The first few of some names, quoted.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Count > Shown ? " and others" : "");
}
