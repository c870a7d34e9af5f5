namespace GraphGen.Reporting.Html;

/// <summary>A row of the validation data that was taken for another class.</summary>
/// <param name="Row">The row, counted from 0.</param>
/// <param name="Actual">Its class.</param>
/// <param name="Predicted">The class it was taken for.</param>
/// <param name="Confidence">The probability of that class.</param>
/// <param name="ActualProbability">The probability of the true one.</param>
internal readonly record struct Mistake(int Row, int Actual, int Predicted, float Confidence, float ActualProbability);
