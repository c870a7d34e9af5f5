using System.Globalization;
using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>How far a regression's values are from their targets. <see cref="Evaluation.Predictions"/> are the predicted values.</summary>
public sealed class RegressionEvaluation : Evaluation
{
    /// <summary>Outputs that the text tells one by one; of more it tells the worst, since a page of pixels tells nothing.</summary>
    private const int ListedOutputs = 20;

    private readonly RegressionScores _all;

    internal RegressionEvaluation(NetworkInfo info, Dataset data, float[] predictions, EvaluationSummary summary)
        : base(info, predictions, summary)
    {
        RegressionErrors errors = new RegressionErrors(data.TargetRows).Measure(predictions);
        _all = errors.OfAll();
        Outputs = Array.AsReadOnly(Enumerable.Range(0, OutputSize).Select(errors.Of).ToArray());
    }

    /// <summary>The same figures for each output on its own.</summary>
    public IReadOnlyList<RegressionScores> Outputs { get; }

    /// <summary>The mean of (y - t)² over rows and outputs.</summary>
    public double MeanSquaredError => _all.MeanSquaredError;

    /// <summary>The square root of <see cref="MeanSquaredError"/>, which has the targets' unit.</summary>
    public double RootMeanSquaredError => _all.RootMeanSquaredError;

    /// <summary>The mean of |y - t| over rows and outputs, which has the targets' unit.</summary>
    public double MeanAbsoluteError => _all.MeanAbsoluteError;

    /// <summary>
    /// The coefficient of determination, averaged over the outputs: see <see cref="RegressionScores.R2"/>. 1 is perfect, 0 as good as
    /// always predicting the mean of the targets; NaN for a single row.
    /// </summary>
    public double R2 => _all.R2;

    private protected override string Headline() => "";

    private protected override void WriteTables(StringBuilder text)
    {
        var table = new TextTable(false, true, true, true, true);
        table.Add("output", "mean squared error", "root mean squared error", "mean absolute error", "R2");
        table.AddRule();
        IEnumerable<int> outputs = Enumerable.Range(0, OutputSize > 1 ? OutputSize : 0);
        if (OutputSize > ListedOutputs)
        {
            outputs = outputs.OrderByDescending(output => Outputs[output].MeanSquaredError).Take(ListedOutputs).Order();
        }

        foreach (int output in outputs)
        {
            Add(table, Invariant($"{output}"), Outputs[output]);
        }

        Add(table, "all", _all);
        text.Append('\n');
        table.WriteTo(text);
        if (OutputSize > ListedOutputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nthe {ListedOutputs} of {OutputSize} outputs with the largest errors\n");
        }
    }

    private static void Add(TextTable table, string name, RegressionScores scores) => table.Add(
        name,
        Number(scores.MeanSquaredError),
        Number(scores.RootMeanSquaredError),
        Number(scores.MeanAbsoluteError),
        double.IsNaN(scores.R2) ? "-" : Invariant($"{scores.R2:F4}"));

    private static string Number(double value) => Invariant($"{value:G6}");
}
