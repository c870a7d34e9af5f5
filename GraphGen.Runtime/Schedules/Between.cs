namespace GraphGen;

/// <summary>The way from one rate to another.</summary>
internal static class Between
{
    /// <summary>The rate after a share of the way, from 0 (<paramref name="start"/>) to 1 (<paramref name="end"/>).</summary>
    public static double At(Annealing annealing, double start, double end, double share)
    {
        double gone = annealing == Annealing.Cosine ? (1 - Math.Cos(Math.PI * share)) / 2 : share;
        return start + ((end - start) * gone);
    }
}
