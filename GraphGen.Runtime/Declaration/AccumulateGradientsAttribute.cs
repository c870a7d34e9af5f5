namespace GraphGen;

/// <summary>
/// Averages the gradients of several mini-batches for one step of the optimizer, <c>g = (g_1 + ... + g_batches) / batches</c>: a large
/// batch's step with a small batch's memory. Every <c>TrainStep</c> adds to the gradients, and each <c>batches</c>-th one makes the step.
/// Mini-batches count alike, whatever their rows; batch normalisation sees each mini-batch on its own. What waits at the end of a fit
/// waits for the next one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AccumulateGradientsAttribute : Attribute
{
    /// <summary>Declares the number of mini-batches.</summary>
    /// <param name="batches">Mini-batches for one step of the optimizer, from 1 to 1,048,576.</param>
    public AccumulateGradientsAttribute(int batches) => Batches = batches;

    /// <summary>Mini-batches for one step of the optimizer, from 1 to 1,048,576.</summary>
    public int Batches { get; }
}
