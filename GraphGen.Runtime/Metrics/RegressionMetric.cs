namespace GraphGen;

/// <summary>One of the figures of a regression, over all outputs.</summary>
internal sealed class RegressionMetric(RegressionFigure figure) : Metric
{
    public override string Name => figure switch
    {
        RegressionFigure.MeanSquaredError => "mean_squared_error",
        RegressionFigure.RootMeanSquaredError => "root_mean_squared_error",
        RegressionFigure.MeanAbsoluteError => "mean_absolute_error",
        _ => "r2",
    };

    public override bool IsHigherBetter => figure == RegressionFigure.R2;

    public override void Check(NetworkInfo info) => MetricGuard.Regression(info, Name);

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, figure);

    private sealed class Run(NetworkInfo info, Dataset data, RegressionFigure figure) : MetricRun(info, data)
    {
        private readonly RegressionErrors _errors = new(data.TargetRows);

        protected override double Measure(ReadOnlySpan<float> predictions)
        {
            RegressionScores scores = _errors.Measure(predictions).OfAll();
            return figure switch
            {
                RegressionFigure.MeanSquaredError => scores.MeanSquaredError,
                RegressionFigure.RootMeanSquaredError => scores.RootMeanSquaredError,
                RegressionFigure.MeanAbsoluteError => scores.MeanAbsoluteError,
                _ => scores.R2,
            };
        }
    }
}
