namespace GraphGen.Reporting.Html;

/// <summary>What the predictions for the validation data came to after an epoch.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Classes">How the classes fared; null for a regression.</param>
/// <param name="Values">How far the values are off; null for a classification.</param>
internal sealed record EpochOutcome(int Epoch, ClassOutcome? Classes, ValueOutcome? Values);
