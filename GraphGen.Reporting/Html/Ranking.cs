namespace GraphGen.Reporting.Html;

/// <summary>The few items of many with the highest scores, highest first; of equal ones those that came first. What is not a number comes last.</summary>
/// <param name="capacity">Items to keep at most.</param>
internal sealed class Ranking(int capacity)
{
    private readonly float[] _scores = new float[capacity];
    private readonly int[] _items = new int[capacity];
    private int _count;

    /// <summary>The items that are kept.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);

    /// <summary>Keeps an item if its score is among the highest so far.</summary>
    public void Add(float score, int item)
    {
        int place = _count;
        while (place > 0 && score.CompareTo(_scores[place - 1]) > 0)
        {
            place--;
        }

        if (place == capacity)
        {
            return;
        }

        int moved = Math.Min(_count, capacity - 1) - place;
        _scores.AsSpan(place, moved).CopyTo(_scores.AsSpan(place + 1));
        _items.AsSpan(place, moved).CopyTo(_items.AsSpan(place + 1));
        (_scores[place], _items[place]) = (score, item);
        _count = Math.Min(_count + 1, capacity);
    }
}
