using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>Finds what stands for missing values in a column of numbers. Keeps of them only what that takes.</summary>
internal sealed class NumberFit(MissingTreatment treatment)
{
    private readonly List<float> _values = [];
    private readonly Dictionary<double, int> _counts = [];
    private double _sum;
    private long _count;

    public void Add(float value)
    {
        switch (treatment)
        {
            case MissingTreatment.Mean:
                _sum += value;
                _count++;
                break;
            case MissingTreatment.Median:
                _values.Add(value);
                break;
            case MissingTreatment.MostFrequent:
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;
                break;
        }
    }

    /// <summary>The filling, of at least one value.</summary>
    public double Fill() => treatment switch
    {
        MissingTreatment.Mean => _sum / _count,
        MissingTreatment.Median => Median(),
        _ => _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key,
    };

    private double Median()
    {
        _values.Sort();
        return (_values[(_values.Count - 1) / 2] + (double)_values[_values.Count / 2]) / 2;
    }
}
