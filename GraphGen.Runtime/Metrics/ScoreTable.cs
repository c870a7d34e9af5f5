using System.Text;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Writes precision, recall and F1 of each class or output and their averages, as scikit-learn's classification_report does.
/// </summary>
internal static class ScoreTable
{
    /// <summary>Writes the table, with a name for each class or output.</summary>
    public static void Write(
        StringBuilder text, string title, IReadOnlyList<string> names, ClassCounts counts, params ReadOnlySpan<Average> averages)
    {
        var table = new TextTable(false, true, true, true, true);
        table.Add(title, "precision", "recall", "F1", "rows");
        table.AddRule();
        long rows = 0;
        for (int column = 0; column < names.Count; column++)
        {
            int index = column;
            rows += counts.Actual(column);
            bool isAveraged = counts.IsAveraged(column);
            Add(names[column], score => isAveraged ? Number(counts.Score(score, index)) : "-", counts.Actual(column));
        }

        table.AddRule();
        foreach (Average average in averages)
        {
            Add($"{average.ToString().ToLowerInvariant()} average", score => Number(counts.Score(score, average)), rows);
        }

        table.WriteTo(text);

        void Add(string name, Func<ClassScore, string> score, long support) =>
            table.Add(name, score(ClassScore.Precision), score(ClassScore.Recall), score(ClassScore.F1), Invariant($"{support}"));
    }

    /// <summary>A figure between 0 and 1, or a dash where it is not defined.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "-" : Invariant($"{value:F4}");
}
