namespace GraphGen.Execution;

/// <summary>What every evaluation measures, whatever the loss.</summary>
/// <param name="Loss">The mean loss over the rows, in inference mode and without penalties.</param>
/// <param name="Accuracy">The share of right predictions in [0, 1]: see <see cref="Evaluator.Accuracy"/>. NaN for a regression.</param>
internal readonly record struct EvaluationSummary(float Loss, float Accuracy);
