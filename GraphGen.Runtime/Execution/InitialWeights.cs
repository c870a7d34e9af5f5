using System.ComponentModel;
using GraphGen.Numerics;

namespace GraphGen.Execution;

/// <summary>Draws a layer's first weights.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InitialWeights
{
    /// <summary>Draws the weights as <see cref="Initializer.Fill"/> does; the same seed and stream give the same weights.</summary>
    /// <param name="weight">The parameter, of shape <c>[fanIn, fanOut]</c>.</param>
    /// <param name="init">The initialiser, not <see cref="Init.Auto"/>.</param>
    /// <param name="scale">Standard deviation, limit or value of the initialisers that take one.</param>
    /// <param name="fanIn">Connections into a unit.</param>
    /// <param name="fanOut">Connections out of an input.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="stream">The layer's number.</param>
    /// <param name="fanMode">The fan that the initialiser divides by.</param>
    /// <param name="gain">What random weights are multiplied with, above 0.</param>
    public static void Draw(
        Parameter weight,
        Init init,
        double scale,
        int fanIn,
        int fanOut,
        ulong seed,
        ulong stream,
        FanMode fanMode = FanMode.Auto,
        double gain = 1)
    {
        var drawn = new float[weight.Length];
        Initializer.Fill(drawn, init, scale, fanMode, gain, fanIn, fanOut, seed, stream);
        weight.Write(drawn);
    }
}
