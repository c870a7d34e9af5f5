namespace GraphGen.Model;

/// <summary>
/// The Gauss-Legendre rule on [-1, 1]: its nodes are the zeros of the Legendre polynomial P of its order, its weights
/// <c>2 / ((1 - x^2) P'(x)^2)</c>. It is exact for polynomials of degree 2 order - 1, and its nodes crowd where a piece ends: where a
/// function bends.
/// </summary>
internal static class GaussLegendre
{
    /// <summary>Nodes on one piece. Half a normal density up to 6.5 deviations then integrates to within 1e-8.</summary>
    public const int Order = 12;

    /// <summary>The nodes in rising order.</summary>
    public static readonly double[] Nodes = [.. Enumerable.Range(0, Order).Select(NodeAt)];

    /// <summary>The weights, which sum to 2.</summary>
    public static readonly double[] Weights = [.. Nodes.Select(WeightAt)];

    /// <summary>Newton's method from the zeros' asymptotic places, <c>-cos(pi (i + 3/4) / (n + 1/2))</c>.</summary>
    private static double NodeAt(int index)
    {
        double node = -Math.Cos(Math.PI * (index + 0.75) / (Order + 0.5));
        for (int iteration = 0; iteration < 8; iteration++)
        {
            (double value, double slope) = Legendre(node);
            node -= value / slope;
        }

        return node;
    }

    private static double WeightAt(double node)
    {
        (_, double slope) = Legendre(node);
        return 2 / ((1 - (node * node)) * slope * slope);
    }

    /// <summary><c>P(x)</c> and <c>P'(x)</c> by Bonnet's recursion.</summary>
    private static (double Value, double Slope) Legendre(double x)
    {
        double former = 1;
        double value = x;
        for (int degree = 2; degree <= Order; degree++)
        {
            (former, value) = (value, ((((2 * degree) - 1) * x * value) - ((degree - 1) * former)) / degree);
        }

        return (value, Order * ((x * value) - former) / ((x * x) - 1));
    }
}
