namespace GraphGen.Reporting.Html;

/// <summary>Maps values to coordinates along a line, and says which values to mark on it.</summary>
internal sealed class Axis
{
    // On a linear axis half of such values would lie in its lowest fifth, and the smallest could not be told apart.
    private const double LogarithmicSpan = 20;
    private const double LogarithmicSkew = 5;

    private readonly double _first;
    private readonly double _last;
    private readonly double _start;
    private readonly double _end;

    private Axis(double first, double last, double start, double end, bool isLogarithmic, double[] ticks)
    {
        IsLogarithmic = isLogarithmic;
        _first = isLogarithmic ? Math.Log10(first) : first;
        _last = isLogarithmic ? Math.Log10(last) : last;
        _start = start;
        _end = end;
        Ticks = ticks;
    }

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>The values to mark, ascending.</summary>
    public double[] Ticks { get; }

    /// <summary>The coordinate of a value. A logarithmic axis needs a positive one.</summary>
    public double this[double value]
    {
        get
        {
            double share = ((IsLogarithmic ? Math.Log10(value) : value) - _first) / (_last - _first);
            return _start + (share * (_end - _start));
        }
    }

    /// <summary>An axis that reaches from the value <paramref name="first"/> at <paramref name="start"/> to <paramref name="last"/> at <paramref name="end"/>.</summary>
    public static Axis Exact(double first, double last, double start, double end, int tickCount)
    {
        double[] ticks = RoundNumbers(first, last, tickCount);
        return new Axis(first, last, start, end, isLogarithmic: false, Array.FindAll(ticks, tick => tick >= first && tick <= last));
    }

    /// <summary>An axis for some values, from one round number to another. Values that are not finite are left out.</summary>
    /// <param name="values">The values.</param>
    /// <param name="scale">How distances stand for values.</param>
    /// <param name="start">The coordinate of the lowest value.</param>
    /// <param name="end">The coordinate of the highest value.</param>
    public static Axis Around(double[] values, AxisScale scale, double start, double end)
    {
        double[] finite = Array.FindAll(values, double.IsFinite);
        Array.Sort(finite);
        (double lowest, double highest) = finite.Length == 0 ? (0, 1) : (finite[0], finite[^1]);
        bool isLogarithmic = lowest > 0 && highest > lowest && scale switch
        {
            AxisScale.Logarithmic => true,
            AxisScale.Skewed => highest / lowest >= LogarithmicSpan && highest / finite[finite.Length / 2] >= LogarithmicSkew,
            _ => false,
        };
        return isLogarithmic ? Logarithmic(lowest, highest, start, end) : Linear(lowest, highest, isShare: scale == AxisScale.Share, start, end);
    }

    private static Axis Linear(double lowest, double highest, bool isShare, double start, double end)
    {
        const int TickCount = 5;
        if (highest - lowest <= 1e-9 * Math.Max(Math.Abs(lowest), Math.Abs(highest)))
        {
            // Equal values: some room above them, and below where that is not beyond zero.
            double room = highest == 0 ? 1 : 0.1 * Math.Abs(highest);
            (lowest, highest) = (lowest == 0 ? 0 : lowest - room, isShare ? Math.Max(highest, Math.Min(1, highest + room)) : highest + room);
        }

        double[] ticks = RoundNumbers(lowest, highest, TickCount);
        return new Axis(ticks[0], ticks[^1], start, end, isLogarithmic: false, ticks);
    }

    private static Axis Logarithmic(double lowest, double highest, double start, double end)
    {
        const int MostTicks = 6;
        int from = (int)Math.Floor(Math.Log10(lowest)), to = (int)Math.Floor(Math.Log10(highest)) + 1;
        double[] decades = new double[to - from + 1];
        double[] numbers = new double[3 * decades.Length];
        for (int index = 0; index < decades.Length; index++)
        {
            decades[index] = Math.Pow(10, from + index);
            (numbers[3 * index], numbers[(3 * index) + 1], numbers[(3 * index) + 2]) = (decades[index], 2 * decades[index], 5 * decades[index]);
        }

        double first = Array.FindLast(numbers, value => value <= lowest * (1 + 1e-9)), last = Array.Find(numbers, value => value >= highest * (1 - 1e-9));
        double[] ticks = Array.FindAll(numbers, IsWithin);
        if (ticks.Length > MostTicks)
        {
            // Powers of ten alone, and of those every so many.
            int every = (decades.Length / MostTicks) + 1;
            ticks = Array.FindAll(decades, value => IsWithin(value) && Array.IndexOf(decades, value) % every == 0);
        }

        return new Axis(first, last, start, end, isLogarithmic: true, ticks);

        bool IsWithin(double value) => value >= first && value <= last;
    }

    /// <summary>The multiples of a round number from the one at or below the lowest value to the one at or above the highest.</summary>
    private static double[] RoundNumbers(double lowest, double highest, int count)
    {
        double wanted = (highest - lowest) / (count - 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        double step = power * ((wanted / power) switch
        {
            <= 1.0000001 => 1,
            <= 2.0000001 => 2,
            <= 5.0000001 => 5,
            _ => 10,
        });
        double from = Math.Floor((lowest / step) + 1e-9), to = Math.Ceiling((highest / step) - 1e-9);
        double[] numbers = new double[(int)(to - from) + 1];
        for (int index = 0; index < numbers.Length; index++)
        {
            // Divided by a whole number where the step is a fraction, so that a tick is 0.3 and not 0.30000000000000004.
            numbers[index] = step >= 1 ? (from + index) * step : (from + index) / Math.Round(1 / step);
        }

        return numbers;
    }
}
