namespace GraphGen.Numerics;

/// <summary><c>log(1 + exp(x))</c> in double precision, for numbers of any size.</summary>
internal static class Softplus
{
    /// <summary>The value at <paramref name="x"/>: nowhere does an exponential overflow, and nowhere is 1 lost beside it.</summary>
    public static double Of(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
