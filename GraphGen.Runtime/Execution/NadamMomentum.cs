using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>Nadam's growing momentum (Dozat, 2016).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NadamMomentum
{
    /// <summary>The momentum of a step, <c>beta1 (1 - 0.96^(step decay) / 2)</c>.</summary>
    /// <param name="beta1">The momentum that it grows towards.</param>
    /// <param name="decay">How fast.</param>
    /// <param name="step">The step, from 1 on.</param>
    public static double Of(double beta1, double decay, double step) => beta1 * (1 - (0.5 * Math.Pow(0.96, step * decay)));
}
