using System.Collections.ObjectModel;
using static System.FormattableString;

namespace GraphGen;

/// <summary>What one epoch of a fit brought.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Loss">
/// The mean over the training rows of the loss that their mini-batch had before its step, with penalties and dropout: so it
/// is higher than an evaluation after the epoch would find.
/// </param>
/// <param name="Accuracy">
/// The share of right predictions, measured like the loss, before each step and with dropout; NaN for a regression.
/// </param>
/// <param name="ValidationLoss">The loss on the validation data after the epoch; null without such data.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation data; null without such data, NaN for a regression.</param>
/// <param name="Seconds">Wall-clock seconds of the epoch's training, without its validation.</param>
/// <param name="SamplesPerSecond">Training rows per second.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
public sealed record EpochRecord(
    int Epoch,
    float Loss,
    float Accuracy,
    float? ValidationLoss,
    float? ValidationAccuracy,
    double Seconds,
    double SamplesPerSecond,
    float LearningRate)
{
    /// <summary>
    /// The value of each of <see cref="FitOptions.Metrics"/> on the validation data, by its name and in their order; empty without metrics.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The record in one line, the same in every culture: made for <c>EpochEnd = (run, record) => Console.WriteLine(record)</c>.</summary>
    public override string ToString()
    {
        string text = Invariant($"epoch {Epoch}: loss {Number(Loss)}");
        if (!float.IsNaN(Accuracy))
        {
            text += Invariant($", accuracy {100 * Accuracy:F2}%");
        }

        if (ValidationLoss is { } validationLoss)
        {
            text += Invariant($", validation loss {Number(validationLoss)}");
        }

        if (ValidationAccuracy is { } validationAccuracy && !float.IsNaN(validationAccuracy))
        {
            text += Invariant($", validation accuracy {100 * validationAccuracy:F2}%");
        }

        foreach ((string name, double value) in Metrics)
        {
            text += Invariant($", {name} {Number(value)}");
        }

        return text + Invariant($", rate {LearningRate:G4}, {Seconds:F2} s, {SamplesPerSecond:N0} rows/s");
    }

    /// <summary>Four decimals, or three digits of what would vanish behind them.</summary>
    private static string Number(double value) => Math.Abs(value) is > 0 and < 0.001 ? Invariant($"{value:G3}") : Invariant($"{value:F4}");
}
