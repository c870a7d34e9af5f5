using System.Text;
using GraphGen;

/// <summary>The histogram of a layer's activations as an SVG picture on given axes, so that pictures can be compared.</summary>
internal static class ActivationChart
{
    /// <summary>Where the vertical axis ends, as a share of the activations. Higher bars are cut off; neighbours among them have their joint share above them.</summary>
    private const double HighestShare = 0.3;

    /// <summary>Half as many as a histogram has, so that its bins seldom reach across the edges of these.</summary>
    private const int Bins = TensorStatistics.BinCount / 2;

    private const double Left = 30, Top = 18, Width = 160, Height = 90;

    /// <summary>Draws one layer.</summary>
    /// <param name="text">Receives the SVG element.</param>
    /// <param name="title">What the picture shows, for those who cannot see it.</param>
    /// <param name="values">The layer's activations.</param>
    /// <param name="end">Where the horizontal axis ends; it begins at 0.</param>
    public static void Write(StringBuilder text, string title, TensorStatistics values, double end)
    {
        double[] shares = SharesOnAxis(values, end);
        text.Append($"<svg viewBox=\"0 0 208 142\" role=\"img\" aria-label=\"{title}\">");
        text.Append($"<path class=\"axis\" d=\"M{Left} {Top}V{Top + Height}H{Left + Width}\"/>");
        for (int bin = 0; bin < Bins; bin++)
        {
            double height = Height * Math.Min(shares[bin], HighestShare) / HighestShare;
            if (height >= 0.05)
            {
                text.Append($"<rect x=\"{Left + (bin * Width / Bins):0.##}\" y=\"{Top + Height - height:0.##}\" width=\"{(Width / Bins) - 1:0.##}\" height=\"{height:0.##}\"/>");
            }
        }

        LabelCutBars(text, shares);
        Label(text, Left - 4, Top + 7, "end", $"{100 * HighestShare:0}%");
        Label(text, Left - 4, Top + Height, "end", "0");
        Label(text, Left, Top + Height + 13, "middle", "0");
        Label(text, Left + (Width / 2), Top + Height + 13, "middle", $"{end / 2:0.###}");
        Label(text, Left + Width, Top + Height + 13, "middle", $"{end:0.##}");
        Label(text, Left + (Width / 2), Top + Height + 29, "middle", "activation");
        text.Append($"<text transform=\"translate(10 {Top + (Height / 2)}) rotate(-90)\" text-anchor=\"middle\">share</text></svg>");
    }

    /// <summary>
    /// The shares of activations in bins of the axis. The histogram's own bins lie between the layer's smallest and largest activation; what is
    /// in one of them is taken to be spread evenly.
    /// </summary>
    private static double[] SharesOnAxis(TensorStatistics values, double end)
    {
        double[] shares = new double[Bins];
        for (int source = 0; source < TensorStatistics.BinCount; source++)
        {
            double from = values.BinEdge(source) * Bins / end, to = values.BinEdge(source + 1) * Bins / end;
            double share = (double)values.Histogram[source] / values.Count;
            for (int bin = Math.Clamp((int)from, 0, Bins - 1); bin <= Math.Min((int)to, Bins - 1); bin++)
            {
                double overlap = Math.Min(to, bin + 1) - Math.Max(from, bin);
                shares[bin] += to > from ? share * Math.Max(overlap, 0) / (to - from) : share;
            }
        }

        return shares;
    }

    private static void LabelCutBars(StringBuilder text, double[] shares)
    {
        for (int start = 0, end = 0; start < Bins; start = ++end)
        {
            while (end < Bins && shares[end] > HighestShare)
            {
                end++;
            }

            if (end > start)
            {
                Label(text, Left + ((start + end) / 2.0 * Width / Bins), Top - 5, "middle", $"{100 * shares[start..end].Sum():0}%");
            }
        }
    }

    private static void Label(StringBuilder text, double x, double y, string anchor, string label) =>
        text.Append($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{label}</text>");
}
