using static System.FormattableString;

namespace GraphGen;

/// <summary>How far predicted values <c>y</c> are from their targets <c>t</c>.</summary>
/// <param name="MeanSquaredError">The mean of (y - t)².</param>
/// <param name="RootMeanSquaredError">Its square root, which has the targets' unit.</param>
/// <param name="MeanAbsoluteError">The mean of |y - t|, which has the targets' unit, too.</param>
/// <param name="R2">
/// The coefficient of determination, <c>1 - Σ(y - t)² / Σ(t - mean of t)²</c>: 1 is perfect, 0 as good as the mean of the targets, below 0
/// worse. Where all targets are equal 1 if every prediction is exact, otherwise 0; NaN for a single row.
/// </param>
public readonly record struct RegressionScores(double MeanSquaredError, double RootMeanSquaredError, double MeanAbsoluteError, double R2)
{
    /// <summary>The numbers as text, the same in every culture.</summary>
    public override string ToString()
    {
        string squared = Invariant($"mean squared error {MeanSquaredError:G6}, root mean squared error {RootMeanSquaredError:G6}");
        return Invariant($"{squared}, mean absolute error {MeanAbsoluteError:G6}, R2 {R2:G6}");
    }
}
