namespace GraphGen;

/// <summary>How far a fit has come: what <see cref="FitOptions.Progress"/> is told some ten times a second and after each epoch.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Epochs">Epochs of the whole fit.</param>
/// <param name="Batch">Mini-batches of the epoch that are done.</param>
/// <param name="Batches">Mini-batches in an epoch.</param>
/// <param name="Loss">The mean loss of the epoch so far; NaN before its first step.</param>
/// <param name="Accuracy">The accuracy of the epoch so far, on training rows; NaN before its first step and for a regression.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
/// <param name="SamplesPerSecond">Training rows per second in this epoch.</param>
/// <param name="Elapsed">Time since the fit began, validation and callbacks included.</param>
/// <param name="Remaining">What the rest should take at the pace so far; null before the first step, and where it is more than a <see cref="TimeSpan"/> holds.</param>
/// <param name="Record">The epoch's record where it has just ended; otherwise null.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    float Loss,
    float Accuracy,
    float LearningRate,
    double SamplesPerSecond,
    TimeSpan Elapsed,
    TimeSpan? Remaining,
    EpochRecord? Record)
{
    /// <summary>The share of all mini-batches that are done, in [0, 1].</summary>
    public double Share => ((Epoch - 1.0) + ((double)Batch / Batches)) / Epochs;
}
