namespace GraphGen.Reporting.Html;

/// <summary>How the rows of one class fared.</summary>
/// <param name="Actual">Rows that belong to it.</param>
/// <param name="Predicted">Rows that were taken for it.</param>
/// <param name="Right">Rows of which both is true.</param>
internal readonly record struct ClassCount(int Actual, int Predicted, int Right)
{
    /// <summary>The share of the rows taken for it that belong to it; NaN where there are none.</summary>
    public double Precision => (double)Right / Predicted;

    /// <summary>The share of its rows that were found; NaN where there are none.</summary>
    public double Recall => (double)Right / Actual;

    /// <summary>The harmonic mean of the two, <c>2 right / (actual + predicted)</c>; NaN where there are no rows at all.</summary>
    public double F1 => 2.0 * Right / (Actual + Predicted);
}
