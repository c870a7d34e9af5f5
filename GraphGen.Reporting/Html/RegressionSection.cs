using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>How predicted values lie against their targets, and where they are furthest apart.</summary>
internal static class RegressionSection
{
    private const int Size = 330;
    private const int Left = 60;
    private const int Right = 318;
    private const int Top = 26;
    private const int Bottom = 284;

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Outcome is not { Epoch: var epoch, Values: { } values })
        {
            return;
        }

        html.Write($"<section id='values' aria-labelledby='values-name'><h2 id='values-name'>Predicted values</h2>");
        html.Write($"<p class='hint'>Predictions for {Figures.Count(values.Rows, "row")} of validation data against their targets after epoch {Figures.Count(epoch)}");
        html.Write($"{(values.Outputs.Length < values.Count ? $", of the first {values.Outputs.Length} outputs" : "")}");
        html.Write($"{(values.IsUnscaled ? ", in the units from before the targets were scaled; losses and metrics are of scaled ones" : "")}.</p><div class='pair'>");
        for (int output = 0; output < values.Outputs.Length; output++)
        {
            WritePicture(html, values, output);
        }

        WriteWorst(html, view, values);
        html.Write($"</div></section>");
    }

    private static void WritePicture(HtmlWriter html, ValueOutcome outcome, int output)
    {
        (RegressionScores scores, double[] targets, double[] predictions) = outcome.Outputs[output];
        double[] values = [.. targets, .. predictions];
        Axis across = Axis.Around(values, AxisScale.Linear, Left, Right), up = Axis.Around(values, AxisScale.Linear, Bottom, Top);
        string heading = outcome.Count == 1 ? "Predicted and true" : Invariant($"Output {output}");
        html.Write($"<figure class='scatter' id='output-{output}'><h3 id='output-{output}-name'>{heading}</h3>");
        html.Write($"<svg viewBox='0 0 {Size} {Size}' role='img' aria-labelledby='output-{output}-name' aria-describedby='output-{output}-text'>");
        html.Write($"<text class='unit' x='0' y='12'>Predicted</text>");
        foreach (double tick in up.Ticks)
        {
            html.Write($"<path class='grid' d='M{Left} {up[tick]}H{Right}'/>");
            html.Write($"<text class='value' x='{Left - 8}' y='{up[tick]}'>{Figures.Number(tick)}</text>");
            html.Write($"<text class='epoch' x='{across[tick]}' y='{Bottom + 18}'>{Figures.Number(tick)}</text>");
        }

        html.Write($"<text class='epoch unit' x='{(Left + Right) / 2}' y='{Size - 6}'>True</text><path class='base' d='M{Left} {Bottom}H{Right}'/>");
        html.Write($"<path class='ideal' d='M{Left} {Bottom}L{Right} {Top}'/><path class='dots' d='");
        for (int point = 0; point < targets.Length; point++)
        {
            if (double.IsFinite(predictions[point]))
            {
                html.WritePoint('M', across[targets[point]], up[predictions[point]]);
                html.Write($"h0");
            }
        }

        string sample = targets.Length < outcome.Rows ? $" {Figures.Count(targets.Length)} of the rows are drawn." : "";
        html.Write($"'/></svg><figcaption id='output-{output}-text'>R\u00B2 {Figures.Number(scores.R2)}, mean absolute error ");
        html.Write($"{Figures.Number(scores.MeanAbsoluteError)}, root mean squared error {Figures.Number(scores.RootMeanSquaredError)}. ");
        html.Write($"On the line predictions are perfect.{sample}</figcaption></figure>");
    }

    private static void WriteWorst(HtmlWriter html, ReportView view, ValueOutcome outcome)
    {
        html.Write($"<div><h3 id='worst-name'>Furthest apart</h3>");
        bool isOne = outcome.Count == 1;
        TableMarkup.Begin(html, "worst-name", isOne ? ["Row", "Target", "Predicted", "Difference"] : ["Row", "Output", "Target", "Predicted", "Difference"], textColumns: 1);
        foreach ((int row, int output, float target, float predicted) in outcome.Worst)
        {
            html.Write($"<tr><th scope='row'>{view.RowNumber(row)}</th>");
            if (!isOne)
            {
                html.Write($"<td>{output}</td>");
            }

            html.Write($"<td>{Figures.Number(target)}</td><td>{Figures.Number(predicted)}</td><td>{Figures.Number(predicted - target)}</td></tr>");
        }

        TableMarkup.End(html);
        html.Write($"<p class='caption'>Rows are counted from 0 in the data as the fit was given them.</p></div>");
    }
}
