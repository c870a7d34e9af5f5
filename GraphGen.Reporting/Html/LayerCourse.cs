namespace GraphGen.Reporting.Html;

/// <summary>What a layer was like after epoch upon epoch.</summary>
/// <param name="Index">Its place among the layers, counted from 0.</param>
/// <param name="Epochs">The epochs, ascending, at least one.</param>
/// <param name="Statistics">The layer after each of them.</param>
internal sealed record LayerCourse(int Index, int[] Epochs, LayerStatistics[] Statistics)
{
    /// <summary>The layer's name.</summary>
    public string Name => Statistics[^1].Name;

    /// <summary>The courses of all layers.</summary>
    public static LayerCourse[] Of(IReadOnlyList<EpochStatistics> statistics)
    {
        int[] epochs = new int[statistics.Count];
        for (int index = 0; index < epochs.Length; index++)
        {
            epochs[index] = statistics[index].Epoch;
        }

        var courses = new LayerCourse[statistics[^1].Network.Layers.Count];
        for (int layer = 0; layer < courses.Length; layer++)
        {
            var layers = new LayerStatistics[epochs.Length];
            for (int index = 0; index < layers.Length; index++)
            {
                layers[index] = statistics[index].Network.Layers[layer];
            }

            courses[layer] = new LayerCourse(layer, epochs, layers);
        }

        return courses;
    }
}
