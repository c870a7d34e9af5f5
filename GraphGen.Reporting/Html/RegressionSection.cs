using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>How predicted values lie against their targets, and where they are furthest apart.</summary>
internal static class RegressionSection
{
    private const int MostOutputs = 4;
    private const int MostPoints = 800;
    private const int MostRows = 10;

    private const int Size = 330;
    private const int Left = 60;
    private const int Right = 318;
    private const int Top = 26;
    private const int Bottom = 284;

    public static void Write(HtmlWriter html, ReportView view)
    {
        TrainingRun run = view.Run;
        bool isRegression = run.Network.Info.Loss is not (LossFunction.SoftmaxCrossEntropy or LossFunction.BinaryCrossEntropy);
        if (!isRegression || !view.IsValidated || run.Validation is not { } data)
        {
            return;
        }

        int outputs = run.Network.Info.OutputSize;
        html.Write($"<section id='values' aria-labelledby='values-name'><h2 id='values-name'>Predicted values</h2>");
        html.Write($"<p class='hint'>Predictions for {Figures.Count(data.Count, "row")} of validation data against their targets");
        html.Write($"{(outputs > MostOutputs ? $", of the first {MostOutputs} outputs" : "")}.</p><div class='pair'>");
        RegressionErrors errors = new RegressionErrors(data.Targets, outputs).Measure(run.ValidationPredictions, data.Targets);
        for (int output = 0; output < Math.Min(outputs, MostOutputs); output++)
        {
            WritePicture(html, run.ValidationPredictions, data.Targets, output, outputs, errors.Of(output));
        }

        WriteWorst(html, run.ValidationPredictions, data.Targets, outputs);
        html.Write($"</div></section>");
    }

    private static void WritePicture(HtmlWriter html, ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, int output, int outputs, RegressionScores scores)
    {
        int[] shown = Thinning.Indices(targets.Length / outputs, MostPoints);
        double[] values = new double[2 * shown.Length];
        for (int index = 0; index < shown.Length; index++)
        {
            int element = (shown[index] * outputs) + output;
            (values[2 * index], values[(2 * index) + 1]) = (targets[element], predictions[element]);
        }

        Axis across = Axis.Around(values, AxisScale.Linear, Left, Right), up = Axis.Around(values, AxisScale.Linear, Bottom, Top);
        string heading = outputs == 1 ? "Predicted and true" : Invariant($"Output {output}");
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
        for (int index = 0; index < values.Length; index += 2)
        {
            if (double.IsFinite(values[index + 1]))
            {
                html.Write($"M{across[values[index]]} {up[values[index + 1]]}h0");
            }
        }

        string sample = shown.Length < targets.Length / outputs ? $" {Figures.Count(shown.Length)} of the rows are drawn." : "";
        html.Write($"'/></svg><figcaption id='output-{output}-text'>R\u00B2 {Figures.Number(scores.R2)}, mean absolute error ");
        html.Write($"{Figures.Number(scores.MeanAbsoluteError)}, root mean squared error {Figures.Number(scores.RootMeanSquaredError)}. ");
        html.Write($"On the line predictions are perfect.{sample}</figcaption></figure>");
    }

    private static void WriteWorst(HtmlWriter html, ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, int outputs)
    {
        var worst = new Ranking(MostRows);
        for (int element = 0; element < targets.Length; element++)
        {
            worst.Add(MathF.Abs(predictions[element] - targets[element]), element);
        }

        html.Write($"<div><h3 id='worst-name'>Furthest apart</h3>");
        TableMarkup.Begin(html, "worst-name", ["Row", "Output", "Target", "Predicted", "Difference"], textColumns: 1);
        foreach (int element in worst.Items)
        {
            html.Write($"<tr><th scope='row'>{element / outputs}</th><td>{element % outputs}</td><td>{Figures.Number(targets[element])}</td>");
            html.Write($"<td>{Figures.Number(predictions[element])}</td><td>{Figures.Number(predictions[element] - targets[element])}</td></tr>");
        }

        TableMarkup.End(html);
        html.Write($"</div>");
    }
}
