using GraphGen.Numerics;

namespace GraphGen.Tests.Fuzzing;

/// <summary>Chances of one case, the same for the same seed and number.</summary>
internal sealed class Dice(ulong seed, int number)
{
    private CounterRandom random = new(seed, (ulong)number);

    /// <summary>A whole number from 0 on, below <paramref name="below"/>.</summary>
    public int Next(int below) => random.NextInt(below);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    /// <summary>One of the elements.</summary>
    public T Pick<T>(IReadOnlyList<T> elements) => elements[Next(elements.Count)];
}
