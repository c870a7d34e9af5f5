namespace GraphGen.Reporting.Html;

/// <summary>What a regression's predictions for the validation data came to.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Count">Outputs.</param>
/// <param name="Outputs">The first few of them.</param>
/// <param name="Worst">The values that were furthest off, furthest first.</param>
/// <param name="IsUnscaled">Whether values are in the units that targets had before they were scaled; otherwise they were not scaled.</param>
internal sealed record ValueOutcome(int Rows, int Count, OutputOutcome[] Outputs, ValueMistake[] Worst, bool IsUnscaled);
