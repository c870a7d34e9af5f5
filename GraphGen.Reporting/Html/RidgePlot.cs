namespace GraphGen.Reporting.Html;

/// <summary>
/// How the distribution of a tensor moved from epoch to epoch: one density behind the other, the oldest at the back. All share one scale of values and one of
/// densities.
/// </summary>
internal sealed class RidgePlot
{
    /// <summary>More epochs than this are thinned out.</summary>
    private const int MostRidges = 12;

    /// <summary>The share of elements at each end that the axis leaves out: a few outliers would squeeze all others.</summary>
    private const double LeftOut = 0.01;

    private const int Width = 366;
    private const int Left = 12;
    private const int Right = 290;
    private const int Top = 10;
    private const int Baselines = 96;
    private const int Peak = 62;
    private const int Bottom = Top + Peak + Baselines;
    private const int Height = Bottom + 26;

    /// <summary>Half the width of a tick's label, which must not leave the picture.</summary>
    private const int LabelRoom = 14;

    /// <summary>Shades from the oldest ridge to the newest.</summary>
    private const int Shades = 4;

    /// <summary>The element's id, by which it is found again when the page is renewed.</summary>
    public required string Id { get; init; }

    /// <summary>What is distributed, such as <c>Outputs</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>The name of the picture, such as <c>Densities of the outputs of dense1, epochs 1 to 10</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The epochs, ascending, at least one.</summary>
    public required int[] Epochs { get; init; }

    /// <summary>The tensor after each of them.</summary>
    public required TensorStatistics[] Tensors { get; init; }

    /// <summary>Writes the plot as a figure.</summary>
    public void WriteTo(HtmlWriter html)
    {
        int[] shown = Array.FindAll(Thinning.Indices(Epochs.Length, MostRidges), index => float.IsFinite(Tensors[index].Mean));
        html.Write($"<figure class='ridges' id='{Id}'><h4 id='{Id}-name'>{Heading}</h4>");
        if (shown.Length > 0)
        {
            WritePicture(html, shown);
        }

        TensorStatistics first = Tensors[0], last = Tensors[^1];
        html.Write($"<figcaption>mean {Figures.Number(first.Mean)} \u2192 {Figures.Number(last.Mean)}, ");
        html.Write($"deviation {Figures.Number(first.StandardDeviation)} \u2192 {Figures.Number(last.StandardDeviation)}</figcaption></figure>");
    }

    private void WritePicture(HtmlWriter html, int[] shown)
    {
        (double from, double to) = Range(shown);
        Axis across = Axis.Exact(from, to, Left, Right, tickCount: 4);

        // Where all elements are almost equal the density has no bounds: no bin counts as narrower than about a pixel.
        double leastWidth = (to - from) / (Right - Left);
        double[][] densities = Array.ConvertAll(shown, index => Densities(Tensors[index], leastWidth));
        double highest = densities.Max(density => density.Max());
        html.Write($"<svg viewBox='0 0 {Width} {Height}' role='img' aria-label='{Name}'>");
        for (int index = 0; index < shown.Length; index++)
        {
            int behind = shown.Length - 1 - index, gaps = Math.Max(1, shown.Length - 1);
            double baseline = Bottom - ((double)Baselines * behind / gaps);
            WriteRidge(html, Tensors[shown[index]], densities[index], Shades - 1 - (behind * (Shades - 1) / gaps), across, baseline, Peak / highest);
            if (index == 0 || behind % 3 == 0)
            {
                html.Write($"<text class='value' x='{Right + 6}' y='{baseline}'>{(index == 0 ? "epoch " : "")}{Epochs[shown[index]]}</text>");
            }
        }

        foreach (double tick in Array.FindAll(across.Ticks, tick => across[tick] is > Left + LabelRoom and < Right - LabelRoom))
        {
            html.Write($"<path class='base' d='M{across[tick]} {Bottom}v4'/><text class='epoch' x='{across[tick]}' y='{Bottom + 18}'>{Figures.Number(tick)}</text>");
        }

        html.Write($"</svg>");
    }

    private static void WriteRidge(
        HtmlWriter html, TensorStatistics tensor, double[] densities, int shade, Axis across, double baseline, double scale)
    {
        html.Write($"<path class='ridge t{shade}' d='M{Left} {baseline}");
        WriteCorner(tensor.BinEdge(0), 0);
        for (int bin = 0; bin < densities.Length; bin++)
        {
            WriteCorner((tensor.BinEdge(bin) + tensor.BinEdge(bin + 1)) / 2, densities[bin]);
        }

        WriteCorner(tensor.BinEdge(densities.Length), 0);
        html.Write($"L{Right} {baseline}'/>");

        void WriteCorner(double value, double density)
        {
            if (across[value] is >= Left and <= Right and var x)
            {
                html.WritePoint('L', x, baseline - (scale * density));
            }
        }
    }

    /// <summary>The share of elements in each bin by the bin's width, its square root taken so that thin tails remain to be seen.</summary>
    private static double[] Densities(TensorStatistics tensor, double leastWidth)
    {
        double total = tensor.Histogram.Sum();
        double width = Math.Max(tensor.BinEdge(1) - tensor.BinEdge(0), leastWidth);
        double[] densities = new double[TensorStatistics.BinCount];
        for (int bin = 0; bin < densities.Length; bin++)
        {
            densities[bin] = Math.Sqrt(tensor.Histogram[bin] / (total * width));
        }

        return densities;
    }

    private (double From, double To) Range(int[] shown)
    {
        double from = double.PositiveInfinity, to = double.NegativeInfinity;
        foreach (int index in shown)
        {
            from = Math.Min(from, Quantile(Tensors[index], LeftOut));
            to = Math.Max(to, Quantile(Tensors[index], 1 - LeftOut));
        }

        double room = to > from ? 0.04 * (to - from) : Math.Max(1e-6, 0.1 * Math.Abs(to));
        return (from - room, to + room);
    }

    /// <summary>The value below which a share of the elements lies, to a bin's width.</summary>
    private static double Quantile(TensorStatistics tensor, double share)
    {
        double wanted = share * tensor.Histogram.Sum(), before = 0;
        for (int bin = 0; bin < TensorStatistics.BinCount; bin++)
        {
            int count = tensor.Histogram[bin];
            if (before + count >= wanted && count > 0)
            {
                double within = (wanted - before) / count;
                return tensor.BinEdge(bin) + (within * (tensor.BinEdge(bin + 1) - tensor.BinEdge(bin)));
            }

            before += count;
        }

        return tensor.Maximum;
    }
}
