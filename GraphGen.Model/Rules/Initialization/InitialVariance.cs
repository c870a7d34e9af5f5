namespace GraphGen.Model;

/// <summary>The variance of the weights that the runtime draws, by the formulas at the members of <see cref="Init"/>.</summary>
internal static class InitialVariance
{
    /// <summary>
    /// The standard deviation of the standard normal distribution cut off at -2 and 2: <c>sqrt(1 - 2 * 2 phi(2) / (2 Phi(2) - 1))</c>.
    /// </summary>
    private const double TruncatedDeviation = 0.87962566103423978;

    /// <summary>The variance of one weight of <paramref name="dense"/>; null where all of them are one constant.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <exception cref="ArgumentException">The initialiser is <see cref="Init.Auto"/>, which a complete layer never has.</exception>
    public static double? Of(DenseSpec dense, int inputs) => dense.Init switch
    {
        Init.Constant => null,
        Init.Zeros => 0,
        Init.Normal => Square(dense.Gain * dense.InitScale),
        Init.TruncatedNormal => Square(dense.Gain * dense.InitScale * TruncatedDeviation),
        Init.Uniform => Square(dense.Gain * dense.InitScale) / 3,
        Init.He or Init.HeUniform => 2 * Square(dense.Gain) / Fan(dense, inputs),
        Init.Glorot or Init.GlorotUniform or Init.Xavier or Init.XavierUniform or Init.LeCun or Init.LeCunUniform =>
            Square(dense.Gain) / Fan(dense, inputs),
        // Orthonormal vectors as long as the longer side: their squares sum to 1 over it.
        Init.Orthogonal => Square(dense.Gain) / Math.Max(inputs, dense.Units),
        _ => throw new ArgumentException($"No variance is known for {dense.Init}.", nameof(dense)),
    };

    /// <summary>Whether <paramref name="init"/> divides by a fan.</summary>
    public static bool TakesFan(Init init) => init is Init.He or Init.HeUniform or Init.Glorot or Init.GlorotUniform
        or Init.Xavier or Init.XavierUniform or Init.LeCun or Init.LeCunUniform;

    private static double Fan(DenseSpec dense, int inputs) => (dense.FanMode, dense.Init) switch
    {
        (FanMode.Out, _) => dense.Units,
        (FanMode.Average, _) or (FanMode.Auto, Init.Glorot or Init.GlorotUniform) => (inputs + (double)dense.Units) / 2,
        _ => inputs,
    };

    private static double Square(double value) => value * value;
}
