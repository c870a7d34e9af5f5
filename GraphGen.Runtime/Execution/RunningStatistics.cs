using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>Mean and standard deviation of numbers that come pass after pass, in the memory of the two results alone (Welford, 1962).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RunningStatistics
{
    private readonly Span<float> _mean;
    private readonly Span<float> _spread;
    private int _count;

    /// <summary>Starts with no pass.</summary>
    /// <param name="mean">Receives the means.</param>
    /// <param name="standardDeviation">Receives the standard deviations; of the same length.</param>
    public RunningStatistics(Span<float> mean, Span<float> standardDeviation)
    {
        _mean = mean;
        _spread = standardDeviation;
        mean.Clear();
        standardDeviation.Clear();
    }

    /// <summary>Takes in a pass.</summary>
    /// <param name="values">As many numbers as there are means.</param>
    public void Add(ReadOnlySpan<float> values)
    {
        _count++;
        for (int index = 0; index < values.Length; index++)
        {
            float distance = values[index] - _mean[index];
            _mean[index] += distance / _count;
            _spread[index] += distance * (values[index] - _mean[index]);
        }
    }

    /// <summary>Turns the sums of squares into standard deviations; to be called once, after the last pass.</summary>
    public readonly void Complete()
    {
        for (int index = 0; index < _spread.Length; index++)
        {
            _spread[index] = MathF.Sqrt(_spread[index] / _count);
        }
    }
}
