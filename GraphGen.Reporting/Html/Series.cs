namespace GraphGen.Reporting.Html;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows, in the legend.</param>
/// <param name="Values">A value for each position of the chart; NaN where there is none.</param>
internal sealed record Series(string Name, double[] Values)
{
    /// <summary>A figure of each of some things.</summary>
    public static Series Of<T>(string name, IReadOnlyList<T> things, Func<T, double> value)
        where T : class
    {
        double[] values = new double[things.Count];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = value(things[index]);
        }

        return new Series(name, values);
    }
}
