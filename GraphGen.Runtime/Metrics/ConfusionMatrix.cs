using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How often each class was taken for each: a row for every actual class, a column for every predicted one. A prediction of NaN is in none. Immutable.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;

    internal ConfusionMatrix(int classes, int[] counts)
    {
        Classes = classes;
        _counts = counts;
    }

    /// <summary>Classes.</summary>
    public int Classes { get; }

    /// <summary>Rows of the data that are of one class and were said to be of another, or of the same.</summary>
    /// <param name="actual">What they are, from 0 to <see cref="Classes"/> - 1.</param>
    /// <param name="predicted">What was predicted, in the same range.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] =>
        _counts[(MetricGuard.Index(actual, Classes, nameof(actual)) * Classes) + MetricGuard.Index(predicted, Classes, nameof(predicted))];

    /// <summary>The counts as a table. Lines end with <c>\n</c>.</summary>
    public override string ToString() => ToString([.. Enumerable.Range(0, Classes).Select(index => Invariant($"{index}"))]);

    /// <summary>The counts as a table with names for the classes.</summary>
    /// <param name="classNames">A name for each class.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classNames"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        MetricGuard.Names(classNames, Classes, nameof(classNames));
        var table = new TextTable([false, .. Enumerable.Repeat(true, Classes)]);
        table.Add(["actual \\ predicted", .. classNames]);
        table.AddRule();
        for (int actual = 0; actual < Classes; actual++)
        {
            IEnumerable<int> row = _counts.Skip(actual * Classes).Take(Classes);
            table.Add([classNames[actual], .. row.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        }

        var text = new StringBuilder();
        table.WriteTo(text);
        return text.ToString();
    }
}
