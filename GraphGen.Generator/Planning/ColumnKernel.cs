using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>
/// The column-wise work of a segment as loops over the rows of one column block. A sum over the rows ends a loop: what
/// depends on it comes in the next. Cheap values are computed again in every loop that needs them, the others are stored.
/// </summary>
internal sealed class ColumnKernel
{
    private readonly HashSet<Value> body;
    private readonly HashSet<Value> stored;
    private readonly Dictionary<Value, int> levels = [];

    /// <param name="body">The values to compute, in order.</param>
    /// <param name="escaping">Those among them that something outside reads.</param>
    public ColumnKernel(IReadOnlyList<Value> body, ISet<Value> escaping)
    {
        this.body = new HashSet<Value>(body);
        Body = body;
        foreach (var value in body)
        {
            levels.Add(value, Level(value));
        }

        stored = new HashSet<Value>(body.Where(value => value.Shape.Rank == 2 && escaping.Contains(value)));
        while (!StoreWhatLaterLoopsNeed())
        {
        }

        StoredVectors = body.Where(value => value.Shape.IsVector && escaping.Contains(value)).ToList();
        Loops = Enumerable.Range(0, levels.Values.Max() + 1).Select(Loop).ToList();
    }

    public IReadOnlyList<Value> Body { get; }

    /// <summary>The loops in their order; some may have no work.</summary>
    public IReadOnlyList<ColumnLoop> Loops { get; }

    /// <summary>Whether it sums over the rows.</summary>
    public bool HasSums => Loops.Any(loop => loop.Sums.Count > 0);

    /// <summary>Vectors that something outside reads.</summary>
    public IReadOnlyList<Value> StoredVectors { get; }

    /// <summary>Matrices that the kernel reads or writes.</summary>
    public IEnumerable<Value> Matrices => Loops.SelectMany(loop => loop.Loads.Concat(loop.Stores)).Distinct().OrderBy(value => value.Id);

    /// <summary>Vectors that others computed and the kernel reads.</summary>
    public IEnumerable<Value> LoadedVectors =>
        Body.SelectMany(value => value.Inputs).Where(input => input.Shape.IsVector && !body.Contains(input)).Distinct().OrderBy(value => value.Id);

    /// <summary>Numbers of the step that the kernel reads.</summary>
    public IEnumerable<Value> Scalars =>
        Body.SelectMany(value => value.Inputs).Where(input => input.Operation is StepNumber).Distinct().OrderBy(value => value.Id);

    /// <summary>What is drawn for each element.</summary>
    public IEnumerable<Draw> Draws => Body.Select(value => value.Operation).OfType<Draw>().Distinct();

    /// <summary>Vectors computed after loop <paramref name="level"/> - 1 and before loop <paramref name="level"/>.</summary>
    public IEnumerable<Value> Vectors(int level) =>
        Body.Where(value => value.Shape.IsVector && value.Operation is not SumRows && levels[value] == level);

    /// <summary>What costs more to compute again than to store and load.</summary>
    private static bool IsExpensive(Value value) => value.Operation is Activate or ActivateGradient or Draw;

    private int Level(Value value)
    {
        int level = value.Inputs.Select(input => levels.TryGetValue(input, out int known) ? known : 0).DefaultIfEmpty(0).Max();
        return value.Operation is SumRows ? level + 1 : level;
    }

    private bool StoreWhatLaterLoopsNeed()
    {
        bool complete = true;
        foreach (int level in levels.Values.Distinct().ToList())
        {
            foreach (var value in Closure(level))
            {
                if (IsExpensive(value) && levels[value] < level)
                {
                    stored.Add(value);
                    complete = false;
                }
            }
        }

        return complete;
    }

    private ColumnLoop Loop(int level)
    {
        var computed = Closure(level);
        var loads = computed.Concat(Sums(level)).SelectMany(value => value.Inputs)
            .Where(input => input.Shape.Rank == 2 && !computed.Contains(input)).Distinct().OrderBy(value => value.Id);
        return new ColumnLoop(level, loads.ToList(), computed.ToList(), Sums(level).ToList(), Stores(level).ToList());
    }

    private IEnumerable<Value> Sums(int level) => Body.Where(value => value.Operation is SumRows && levels[value] == level + 1);

    private IEnumerable<Value> Stores(int level) => stored.Where(value => levels[value] == level).OrderBy(value => value.Id);

    /// <summary>The matrix values that a loop computes: what it stores or sums, and whatever these need that is not loaded.</summary>
    private SortedSet<Value> Closure(int level)
    {
        var needed = new SortedSet<Value>(Comparer<Value>.Create((left, right) => left.Id.CompareTo(right.Id)));
        foreach (var root in Stores(level).Concat(Sums(level).SelectMany(sum => sum.Inputs)))
        {
            Need(root, needed, level);
        }

        return needed;
    }

    private void Need(Value value, SortedSet<Value> needed, int level)
    {
        bool isLoaded = !body.Contains(value) || (stored.Contains(value) && levels[value] < level);
        if (value.Shape.Rank < 2 || isLoaded || !needed.Add(value))
        {
            return;
        }

        foreach (var input in value.Inputs)
        {
            Need(input, needed, level);
        }
    }
}

/// <summary>One loop over the rows.</summary>
/// <param name="Level">Its number; vectors of the same level are known before it starts.</param>
/// <param name="Loads">Matrices that it reads.</param>
/// <param name="Values">Matrix values that it computes, in order.</param>
/// <param name="Sums">Sums over the rows that it accumulates.</param>
/// <param name="Stores">The computed values that it writes.</param>
internal sealed record ColumnLoop(int Level, IReadOnlyList<Value> Loads, IReadOnlyList<Value> Values, IReadOnlyList<Value> Sums, IReadOnlyList<Value> Stores)
{
    public bool IsEmpty => Sums.Count == 0 && Stores.Count == 0;
}
