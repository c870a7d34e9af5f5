using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>For emitted code: how far down a step's gradients must go.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TrainedLayers
{
    /// <summary>The place of the lowest layer with parameters that are trained; the number of layers where all rest.</summary>
    /// <param name="layers">The network's layers.</param>
    public static int Lowest(ReadOnlySpan<Layer> layers)
    {
        int lowest = 0;
        while (lowest < layers.Length && !(layers[lowest].Trainable && layers[lowest].Parameters.Count > 0))
        {
            lowest++;
        }

        return lowest;
    }
}
