namespace GraphGen.Tests.Data;

/// <summary>What scikit-learn makes of a few columns, the last of them constant, and of classes of which one has no rows.</summary>
internal sealed record PreparationGoldens(
    int Columns,
    float[] Rows,
    float[] Later,
    double[] Means,
    double[] Deviations,
    double[] Minima,
    double[] Maxima,
    ScaledGoldens Standardized,
    ScaledGoldens Unit,
    ScaledGoldens Symmetric,
    int[] Labels,
    int[] PresentClasses,
    double[] BalancedWeights)
{
    public static PreparationGoldens Read() => DataFiles.Read<PreparationGoldens>("Preparation.json");
}

/// <summary>Rows that went through one scaler.</summary>
/// <param name="Fitted">Those that it was fitted on.</param>
/// <param name="Later">Others.</param>
/// <param name="Inverted">Those others the other way.</param>
internal sealed record ScaledGoldens(double[] Fitted, double[] Later, double[] Inverted);
