using GraphGen;

/// <summary>One row of the notes' table: a network, how it is trained, and what the notes measured.</summary>
/// <param name="Title">Optimizer and normalisation, as the notes name them.</param>
/// <param name="BatchSize">Rows of a mini-batch; the notes give none, the book that they follow takes 50 to 200.</param>
/// <param name="Rate">The learning rate of the first epoch.</param>
/// <param name="Decay">What the learning rate is multiplied by in the course of each epoch; 1 for a constant one.</param>
/// <param name="Fit">Trains a new network, whose weights are drawn from the seed.</param>
/// <param name="Notes">The notes' validation accuracy after each epoch.</param>
internal sealed record TableRow(
    string Title, int BatchSize, double Rate, double Decay, Func<ulong, Dataset, FitOptions, History> Fit, float[] Notes)
{
    // The notes count epochs from 0: in the third one every row has left its first steps behind.
    private const int FirstSettledEpoch = 2;
    private const float Tolerance = 0.005f;

    /// <summary>The six rows.</summary>
    public static readonly TableRow[] All =
    [
        new("Gradient descent, no batch normalisation", 50, 0.01, 1, (seed, train, options) => new PlainSgd(seed).Fit(train, options),
            [0.902f, 0.924f, 0.9306f, 0.9404f, 0.9468f, 0.9494f, 0.9542f, 0.957f, 0.9594f, 0.9616f]),
        new("Gradient descent, batch normalisation", 50, 0.01, 1, (seed, train, options) => new NormalizedSgd(seed).Fit(train, options),
            [0.9296f, 0.9548f, 0.9618f, 0.966f, 0.9674f, 0.971f, 0.972f, 0.9748f, 0.9752f, 0.9734f]),
        new("NAG, no batch normalisation", 50, 0.01, 1, (seed, train, options) => new PlainNag(seed).Fit(train, options),
            [0.9052f, 0.9234f, 0.9326f, 0.9416f, 0.9442f, 0.9526f, 0.957f, 0.9606f, 0.9628f, 0.9648f]),
        new("Adam, no batch normalisation", 50, 0.001, 0.8, (seed, train, options) => new PlainAdam(seed).Fit(train, options),
            [0.9538f, 0.9756f, 0.976f, 0.9748f, 0.9768f, 0.9776f, 0.9752f, 0.9824f, 0.9796f, 0.9826f]),
        new("NAG, batch normalisation", 50, 0.01, 1, (seed, train, options) => new NormalizedNag(seed).Fit(train, options),
            [0.955f, 0.9746f, 0.9758f, 0.9786f, 0.9788f, 0.9796f, 0.9804f, 0.9794f, 0.9816f, 0.9826f]),
        new("Adam, batch normalisation", 100, 0.001, 1, (seed, train, options) => new NormalizedAdam(seed).Fit(train, options),
            [0.9568f, 0.9748f, 0.9748f, 0.9798f, 0.981f, 0.9802f, 0.9814f, 0.982f, 0.9836f, 0.982f]),
    ];

    /// <summary>How it is trained, in words.</summary>
    public string Settings => $"batch size {BatchSize}, rate {Rate}" + (Decay < 1 ? $" times {Decay} an epoch" : "");

    /// <summary>Trains with each seed.</summary>
    /// <returns>The median of the validation accuracies after each epoch.</returns>
    public float[] Measure(Dataset train, Dataset validation, ulong[] seeds)
    {
        History[] histories = [.. seeds.Select(seed => Fit(seed, train, new FitOptions
        {
            Epochs = Notes.Length,
            BatchSize = BatchSize,
            Schedule = LearningRateSchedule.Exponential(Rate, Decay),
            Validation = validation,
            Seed = seed,
        }))];
        return [.. Notes.Select((_, epoch) => Median(histories.Select(history => history.ValidationAccuracy[epoch])))];
    }

    /// <summary>Where accuracies fall short of the notes', in sentences; empty where they do not.</summary>
    public IEnumerable<string> Shortfalls(float[] measured)
    {
        if (measured[^1] < Notes[^1])
        {
            yield return $"{Title}: ends at {measured[^1]:F4}, below the notes' {Notes[^1]:F4}.";
        }

        for (int epoch = FirstSettledEpoch; epoch < Notes.Length; epoch++)
        {
            if (measured[epoch] < Notes[epoch] - Tolerance)
            {
                yield return $"{Title}: {measured[epoch]:F4} after epoch {epoch} is more than {100 * Tolerance:F1} points below the notes' {Notes[epoch]:F4}.";
            }
        }
    }

    private static float Median(IEnumerable<float> values)
    {
        float[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
