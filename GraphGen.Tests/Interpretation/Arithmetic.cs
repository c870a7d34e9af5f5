namespace GraphGen.Tests.Interpretation;

/// <summary>How the interpreter rounds: not at all beyond double precision.</summary>
internal class Arithmetic
{
    public static readonly Arithmetic Exact = new();

    /// <summary>What is kept of a result.</summary>
    /// <param name="value">The result.</param>
    /// <param name="magnitude">The sum of the absolute values that were added up for it, which its rounding error is proportional to.</param>
    public virtual double Round(double value, double magnitude) => value;
}
