namespace GraphGen.Reporting.Html;

/// <summary>A value of the validation data that was predicted badly.</summary>
/// <param name="Row">The row, counted from 0.</param>
/// <param name="Output">The output, counted from 0.</param>
/// <param name="Target">What it is.</param>
/// <param name="Predicted">What was predicted.</param>
internal readonly record struct ValueMistake(int Row, int Output, float Target, float Predicted);
