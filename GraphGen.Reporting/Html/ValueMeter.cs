namespace GraphGen.Reporting.Html;

/// <summary>Measures a regression's predictions after each epoch, in the units that its targets had before they were scaled.</summary>
internal sealed class ValueMeter
{
    private const int MostOutputs = 4;
    private const int MostPoints = 800;
    private const int MostRows = 10;

    private readonly int _outputs;
    private readonly FeatureScaling? _scaling;
    private readonly float[] _targets;
    private readonly float[] _predictions;
    private readonly RegressionErrors _errors;

    /// <summary>Takes in the data, whose targets stay the same.</summary>
    /// <param name="data">The validation data.</param>
    /// <param name="scaling">What the targets went through; null for nothing.</param>
    public ValueMeter(Dataset data, FeatureScaling? scaling)
    {
        (_outputs, _scaling) = (data.TargetSize, scaling);
        _targets = data.TargetRows.ToArray();
        scaling?.Invert(_targets);
        _predictions = new float[_targets.Length];
        _errors = new RegressionErrors(_targets, _outputs);
    }

    /// <summary>Measures predictions, <c>[rows, outputs]</c>, row-major.</summary>
    public ValueOutcome Measure(ReadOnlySpan<float> predictions)
    {
        predictions.CopyTo(_predictions);
        _scaling?.Invert(_predictions);
        _errors.Measure(_predictions);
        int rows = _targets.Length / _outputs;
        int[] shown = Thinning.Indices(rows, MostPoints);
        var outcomes = new OutputOutcome[Math.Min(_outputs, MostOutputs)];
        for (int output = 0; output < outcomes.Length; output++)
        {
            outcomes[output] = new OutputOutcome(_errors.Of(output), Values(_targets, shown, output), Values(_predictions, shown, output));
        }

        return new ValueOutcome(rows, _outputs, outcomes, Worst(), IsUnscaled: _scaling is not null);
    }

    private double[] Values(float[] values, int[] rows, int output) => Array.ConvertAll(rows, row => (double)values[(row * _outputs) + output]);

    private ValueMistake[] Worst()
    {
        var worst = new Ranking(MostRows);
        for (int element = 0; element < _targets.Length; element++)
        {
            worst.Add(MathF.Abs(_predictions[element] - _targets[element]), element);
        }

        var mistakes = new ValueMistake[worst.Items.Length];
        for (int index = 0; index < mistakes.Length; index++)
        {
            int element = worst.Items[index];
            mistakes[index] = new ValueMistake(element / _outputs, element % _outputs, _targets[element], _predictions[element]);
        }

        return mistakes;
    }
}
