namespace GraphGen.Tests.Training;

/// <summary>Rows of a straight line, for <see cref="TinyNetwork"/>.</summary>
internal static class LineData
{
    /// <summary>y = -x at seven places.</summary>
    public static Dataset Seven { get; } = new([0.25f, -1, 0.75f, 1, -0.5f, 0.125f, -0.25f], 1, [-0.25f, 1, -0.75f, -1, 0.5f, -0.125f, 0.25f], 1);

    /// <summary>A network after some steps of a fit, each made by hand with the rate of its number.</summary>
    public static TinyNetwork After(int steps, FitOptions options, Func<int, float> rate, TinyNetwork? network = null)
    {
        network ??= new TinyNetwork();
        var sampler = new BatchSampler(Seven.Count, options.BatchSize, options.Seed);
        for (int step = 0; step < steps; step++)
        {
            if (step % sampler.BatchCount == 0)
            {
                sampler.Shuffle(step / sampler.BatchCount);
            }

            network.TrainStep(Seven, sampler.Batch(step % sampler.BatchCount), rate(step));
        }

        return network;
    }
}
