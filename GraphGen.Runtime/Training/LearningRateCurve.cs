namespace GraphGen;

/// <summary>What <see cref="LearningRateFinder"/> found: the loss at each learning rate, from small to large.</summary>
public sealed class LearningRateCurve
{
    /// <summary>Looks for the suggestions.</summary>
    /// <param name="rates">Of each step, at least three.</param>
    /// <param name="losses">Before each step.</param>
    /// <param name="smoothedLosses">Their moving average.</param>
    /// <param name="unsettled">Points at the start whose average is of so few losses that its slope is noise.</param>
    internal LearningRateCurve(float[] rates, float[] losses, float[] smoothedLosses, int unsettled)
    {
        Rates = Array.AsReadOnly(rates);
        Losses = Array.AsReadOnly(losses);
        SmoothedLosses = Array.AsReadOnly(smoothedLosses);
        int lowest = Array.IndexOf(smoothedLosses, smoothedLosses.Min());
        Suggestion = rates[Steepest(smoothedLosses, Math.Min(unsettled, rates.Length / 2), lowest)];
        TenthOfLowest = rates[lowest] / 10;
    }

    /// <summary>The rate of each step, growing by the same factor from one to the next. They end where the loss left all bounds.</summary>
    public IReadOnlyList<float> Rates { get; }

    /// <summary>The loss of each step's mini-batch before the step.</summary>
    public IReadOnlyList<float> Losses { get; }

    /// <summary>The moving average of <see cref="Losses"/>, without the pull of its first value towards zero.</summary>
    public IReadOnlyList<float> SmoothedLosses { get; }

    /// <summary>
    /// The rate at which the smoothed loss falls fastest over the logarithm of the rate, on the way to its lowest value: what falls behind
    /// that recovers from a rate that was too high. (Howard and Gugger's fastai suggests the steepest point, too.)
    /// </summary>
    public float Suggestion { get; }

    /// <summary>
    /// A tenth of the rate at which the smoothed loss is lowest, where it is about to grow again: another rule in use. Where it and
    /// <see cref="Suggestion"/> are far apart, the smaller is the safer one.
    /// </summary>
    public float TenthOfLowest { get; }

    /// <summary>The suggestions in one line, the same in every culture.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"learning rate {Suggestion:G3} (steepest descent), {TenthOfLowest:G3} (a tenth of that of the lowest loss), {Rates.Count} steps");

    /// <summary>The place of the most negative slope up to the lowest loss, by central differences and a one-sided one at the end.</summary>
    private static int Steepest(float[] losses, int first, int lowest)
    {
        int steepest = first;
        float least = float.PositiveInfinity;
        for (int index = first; index <= lowest; index++)
        {
            int before = index - 1;
            int after = Math.Min(losses.Length - 1, index + 1);
            float slope = (losses[after] - losses[before]) / (after - before);
            if (slope < least)
            {
                (steepest, least) = (index, slope);
            }
        }

        return steepest;
    }
}
