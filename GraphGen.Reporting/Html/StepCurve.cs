namespace GraphGen.Reporting.Html;

/// <summary>
/// The loss and the learning rate of every step of a fit, in a fixed number of places: each holds the mean of a run of steps, and when all places are taken
/// two neighbours become one.
/// </summary>
internal sealed class StepCurve
{
    /// <summary>About as many as a chart has pixels to show them.</summary>
    private const int Capacity = 256;

    private readonly double[] _losses = new double[Capacity];
    private readonly double[] _rates = new double[Capacity];
    private long _first;
    private long _steps;
    private long _stepsPerPlace = 1;

    /// <summary>Places in use.</summary>
    public int Count => (int)((_steps + _stepsPerPlace - 1) / _stepsPerPlace);

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_steps, _stepsPerPlace) = (0, 1);

    /// <summary>Adds the next step.</summary>
    /// <param name="step">Its number, counted from 1; each call one more than the last.</param>
    /// <param name="loss">The loss of its mini-batch.</param>
    /// <param name="rate">Its learning rate.</param>
    public void Add(long step, double loss, double rate)
    {
        if (_steps == 0)
        {
            _first = step;
        }
        else if (_steps == Capacity * _stepsPerPlace)
        {
            Halve();
        }

        long place = _steps / _stepsPerPlace;
        long before = _steps % _stepsPerPlace;
        _losses[place] = before == 0 ? loss : _losses[place] + ((loss - _losses[place]) / (before + 1));
        _rates[place] = before == 0 ? rate : _rates[place] + ((rate - _rates[place]) / (before + 1));
        _steps++;
    }

    /// <summary>The mean loss of a place's steps.</summary>
    public double Loss(int place) => _losses[place];

    /// <summary>The mean rate of a place's steps.</summary>
    public double Rate(int place) => _rates[place];

    /// <summary>The middle of a place's steps, counted like them.</summary>
    public double Step(int place)
    {
        long from = place * _stepsPerPlace;
        long to = Math.Min(from + _stepsPerPlace, _steps);
        return _first + ((from + to - 1) / 2.0);
    }

    private void Halve()
    {
        for (int place = 0; place < Capacity / 2; place++)
        {
            _losses[place] = (_losses[2 * place] + _losses[(2 * place) + 1]) / 2;
            _rates[place] = (_rates[2 * place] + _rates[(2 * place) + 1]) / 2;
        }

        _stepsPerPlace *= 2;
    }
}
