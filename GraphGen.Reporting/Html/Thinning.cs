namespace GraphGen.Reporting.Html;

/// <summary>Chooses what to show of a long row of things.</summary>
internal static class Thinning
{
    /// <summary>The indices of at most <paramref name="most"/> things out of <paramref name="count"/>, evenly spaced, the last one always among them.</summary>
    public static int[] Indices(int count, int most)
    {
        if (count == 0)
        {
            return [];
        }

        int every = (count + most - 1) / most;
        int[] indices = new int[((count - 1) / every) + 1];
        for (int index = 0; index < indices.Length; index++)
        {
            indices[index] = ((count - 1) % every) + (index * every);
        }

        return indices;
    }
}
