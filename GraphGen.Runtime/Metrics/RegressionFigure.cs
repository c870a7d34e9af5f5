namespace GraphGen;

/// <summary>Which of the <see cref="RegressionScores"/> a metric is.</summary>
internal enum RegressionFigure
{
    /// <summary>See <see cref="RegressionScores.MeanSquaredError"/>.</summary>
    MeanSquaredError,

    /// <summary>See <see cref="RegressionScores.RootMeanSquaredError"/>.</summary>
    RootMeanSquaredError,

    /// <summary>See <see cref="RegressionScores.MeanAbsoluteError"/>.</summary>
    MeanAbsoluteError,

    /// <summary>See <see cref="RegressionScores.R2"/>.</summary>
    R2,
}
