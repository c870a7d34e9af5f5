using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GraphGen.Execution;

/// <summary>All memory of one network, and the little state that its steps need. Emitted code knows what lies where.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory
{
    /// <summary>Rows of the batch are padded to a multiple of this, the height of the tallest row tile that repeats.</summary>
    public const int RowGranularity = 8;

    // What the network is doing: nothing, a step or an evaluation, or a copy of its parameters.
    private const int Free = 0;
    private const int Working = 1;
    private const int Copying = 2;

    private readonly NetworkSizes _sizes;
    private readonly RowLoader _loader;
    private int _state;
    private int _copiesWanted;
    private int _nestingThread;
    private bool _isFitting;

    /// <summary>Allocates everything, zeroed.</summary>
    /// <param name="sizes">The sizes that the compiler planned.</param>
    /// <param name="seed">The seed of the dropout masks.</param>
    /// <param name="threads">Threads that a training step may use.</param>
    /// <param name="batchCapacity">Rows of the largest batch that needs no further allocation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchCapacity"/> is below 1, or <paramref name="threads"/> below 1 or too many.</exception>
    public NetworkMemory(NetworkSizes sizes, ulong seed, int threads, int batchCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchCapacity, 1);
        Team = new WorkerTeam(threads);
        _loader = new RowLoader(Team);
        _sizes = sizes;
        Allocate(batchCapacity, nameof(batchCapacity));
        Seed = seed;
        Parameters = new Arena(sizes.Parameters);
        Gradients = new Arena(sizes.Trained);
        Slot1 = new Arena(sizes.Slots >= 1 ? sizes.Trained : 0);
        Slot2 = new Arena(sizes.Slots >= 2 ? sizes.Trained : 0);
        SquareSums = new double[sizes.SquareSums];
        Averages = new Arena(sizes.HasAverages ? sizes.Trained : 0);
        Derived = new Arena(sizes.Derived);
        Vectors = new Arena(sizes.Vectors);
        Chains = new float[sizes.Chains];
    }

    /// <summary>The threads that share the work of a step.</summary>
    public WorkerTeam Team { get; }

    /// <summary>For tests: whether steps are shared that are too small for it to pay.</summary>
    internal bool SharesSmallSteps { get; set; }

    /// <summary>How many threads should take part in a step.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="worthSharing">Rows of the smallest batch that is faster with two threads than with one.</param>
    public int ThreadsFor(int rows, int worthSharing) => rows >= worthSharing || SharesSmallSteps ? Team.Threads : 1;

    /// <summary>How the inputs were scaled that the network was fitted on, or that its checkpoint names; null for not at all.</summary>
    public FeatureScaling? InputScaling => Scaling.Inputs;

    /// <summary>How the targets were scaled; null for not at all.</summary>
    public FeatureScaling? TargetScaling => Scaling.Targets;

    /// <summary>Both.</summary>
    internal DataScaling Scaling { get; set; }

    /// <summary>Parameters and moving statistics.</summary>
    public Arena Parameters { get; }

    /// <summary>The gradient of every trained parameter, in the layout of <see cref="Parameters"/>.</summary>
    public Arena Gradients { get; }

    /// <summary>The optimizer's first number for each trained parameter.</summary>
    public Arena Slot1 { get; }

    /// <summary>The optimizer's second number for each trained parameter.</summary>
    public Arena Slot2 { get; }

    /// <summary>The exponential moving average of each trained parameter, in the layout of <see cref="Parameters"/>; empty unless declared.</summary>
    public Arena Averages { get; }

    /// <summary>What is computed from parameters whenever they change.</summary>
    public Arena Derived { get; }

    /// <summary>Statistics of the batch that the backward pass needs again, one number a column.</summary>
    public Arena Vectors { get; }

    /// <summary>Activations and their gradients.</summary>
    public Arena Workspace { get; private set; }

    /// <summary>The labels of the current batch.</summary>
    public int[] Labels { get; private set; }

    /// <summary>Sums of the squares of gradients, one for each column block of each parameter, where their common norm is wanted.</summary>
    public double[] SquareSums { get; }

    /// <summary>How much each row of the current batch counts in the loss; empty unless declared.</summary>
    public float[] RowWeights { get; private set; }

    /// <summary>The loss of the current batch, summed over each group of <see cref="RowGranularity"/> rows.</summary>
    public double[] Losses { get; private set; }

    /// <summary>Right predictions of the current batch in each group of rows: rows whose most likely class is their label, or for binary cross-entropy outputs on the right side of one half.</summary>
    public int[] HitCounts { get; private set; }

    /// <summary>The hidden units that the persistent chains of a restricted Boltzmann machine have ended in, row-major; empty without such chains.</summary>
    public float[] Chains { get; }

    /// <summary>Rows of the largest batch that needs no further allocation.</summary>
    public int BatchCapacity { get; private set; }

    /// <summary>The seed of what is drawn in training, such as dropout masks. Restoring a training state sets it.</summary>
    public ulong Seed { get; set; }

    /// <summary>Optimizer steps done so far.</summary>
    public uint Step { get; set; }

    /// <summary>Nadam: the product of the momenta of all steps so far; 1 before the first.</summary>
    public double MomentumProduct { get; set; } = 1;

    /// <summary>Mini-batches whose gradients have been added up since the last step, where gradients are accumulated over several.</summary>
    public int Accumulated { get; set; }

    /// <summary>Whether <see cref="Gradients"/> holds the gradients of a batch that no step has used yet.</summary>
    public bool HasGradients { get; set; }

    /// <summary>Rows of a forward pass that waits for its backward pass; 0 for none. Any other work writes over what it has left.</summary>
    public int ForwardRows { get; set; }

    /// <summary>The rows of the forward pass that waits for its backward pass.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public int RequireForward() => ForwardRows > 0
        ? ForwardRows
        : throw new InvalidOperationException("No forward pass waits for its backward pass: call Forward before each Backward, with nothing else on this network in between.");

    /// <summary>Marks the gradients as used.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public void TakeGradients()
    {
        RequireOwnParameters();
        if (!HasGradients)
        {
            throw new InvalidOperationException("There are no gradients to apply: call ComputeGradients before each ApplyGradients, or TrainStep, which does both.");
        }

        HasGradients = false;
    }

    /// <summary>Right predictions of the last training step or evaluation.</summary>
    public int Hits { get; private set; }

    /// <summary>Bytes that are really allocated.</summary>
    public long Bytes =>
        Parameters.Bytes + Gradients.Bytes + Slot1.Bytes + Slot2.Bytes + Averages.Bytes + Derived.Bytes + Vectors.Bytes + Workspace.Bytes +
        ((Labels.LongLength + HitCounts.LongLength) * sizeof(int)) + ((RowWeights.LongLength + Chains.LongLength) * sizeof(float)) + ((Losses.LongLength + SquareSums.LongLength) * sizeof(double));

    /// <summary>Floats between two column blocks of a matrix that has <paramref name="rows"/> rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Stride(int rows) => (rows + (RowGranularity - 1)) / RowGranularity * RowGranularity * ColumnBlocks.Width;

    /// <summary>Makes room for batches of <paramref name="rows"/> rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">So many rows need more memory than an arena can hold; nothing has changed.</exception>
    public void EnsureCapacity(int rows)
    {
        if (rows > BatchCapacity)
        {
            Allocate(rows, nameof(rows));
        }
    }

    /// <summary>Forgets what the optimizer has gathered: its memory, its count of steps, and gradients that wait to be applied.</summary>
    public void ResetOptimizer()
    {
        Slot1.Span.Clear();
        Slot2.Span.Clear();
        Averages.Span.Clear();
        AveragesAreSwapped = false;
        Step = 0;
        MomentumProduct = 1;
        Array.Clear(Chains);
        DiscardGradients();
    }

    /// <summary>Forgets gradients that wait to be applied or to be completed.</summary>
    public void DiscardGradients()
    {
        if (Accumulated > 0)
        {
            Gradients.Span.Clear();
        }

        Accumulated = 0;
        HasGradients = false;
    }

    /// <summary>
    /// Exchanges the trained parameters with their averages; whoever does so renews what is computed from parameters, and may
    /// exchange them again.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are no averages: none were declared, or no step has been made.</exception>
    public void SwapAverages()
    {
        RequireAverages();
        AveragesAreSwapped = !AveragesAreSwapped;
        for (int index = 0; index < Averages.Length; index++)
        {
            (Parameters.Span[index], Averages.Span[index]) = (Averages.Span[index], Parameters.Span[index]);
        }
    }

    /// <summary>Overwrites the trained parameters by their averages; whoever does so renews what is computed from parameters.</summary>
    /// <exception cref="InvalidOperationException">There are no averages: none were declared, or no step has been made.</exception>
    public void TakeAverages()
    {
        RequireAverages();
        Averages.Span.CopyTo(Parameters.Span);
    }

    /// <summary>
    /// Claims the workspace for one training step or evaluation. Two at once would mix their rows and give wrong numbers without a
    /// word, so the second is refused. Copies, which are short, are waited for.
    /// </summary>
    /// <returns>To be disposed when the work is done.</returns>
    /// <exception cref="InvalidOperationException">Another thread trains or evaluates this network.</exception>
    public Claim Begin()
    {
        var wait = new SpinWait();
        while (true)
        {
            // Whoever waits to copy goes first: a loop of steps would leave them no gap.
            int state = Volatile.Read(ref _copiesWanted) > 0 ? Copying : Interlocked.CompareExchange(ref _state, Working, Free);
            switch (state)
            {
                case Free:
                    return new Claim(this);
                case Working:
                    throw new InvalidOperationException(
                        "This network is training or evaluating on another thread. Do one after the other, and to predict while it trains, use a predictor: CreatePredictor waits for the end of the step.");
                case var _ when Volatile.Read(ref _nestingThread) == Environment.CurrentManagedThreadId:
                    return default;
                default:
                    wait.SpinOnce(sleep1Threshold: -1);
                    break;
            }
        }
    }

    /// <summary>Claims the network for a whole fit: two at once would train it by turns.</summary>
    /// <returns>To be disposed when the fit is over.</returns>
    /// <exception cref="InvalidOperationException">It is being fitted.</exception>
    internal FitClaim BeginFit() => Interlocked.Exchange(ref _isFitting, true)
        ? throw new InvalidOperationException(
            "This network is being fitted already: wait for the end of that fit, or train another instance. A callback must not fit the network that calls it.")
        : new FitClaim(this);

    /// <summary>Claims the network for reading or writing its parameters between two steps: waits for the end of the step that another thread is in.</summary>
    /// <returns>To be disposed when the work is done.</returns>
    public Claim BeginCopy()
    {
        Interlocked.Increment(ref _copiesWanted);
        var wait = new SpinWait();
        while (Interlocked.CompareExchange(ref _state, Copying, Free) != Free)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        Interlocked.Decrement(ref _copiesWanted);
        return new Claim(this);
    }

    /// <summary>
    /// Claims the network for work of several parts, which this thread claims as if nobody had: so that no other thread gets in between them.
    /// </summary>
    /// <returns>To be disposed when the work is done.</returns>
    internal Claim BeginNesting()
    {
        Claim claim = BeginCopy();
        Volatile.Write(ref _nestingThread, Environment.CurrentManagedThreadId);
        return claim;
    }

    /// <summary>Copies the rows of a batch, row-major, to a matrix of the workspace. See <see cref="ColumnBlocks.Pack"/>.</summary>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, ref float destination, nint stride) =>
        _loader.Pack(source, rows, columns, ref destination, stride);

    /// <summary>Copies the inputs of consecutive rows of a data set, wherever they lie, to a matrix of the workspace.</summary>
    /// <param name="data">The data.</param>
    /// <param name="start">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="destination">The first float of the matrix. See <see cref="ColumnBlocks.Pack"/>.</param>
    /// <param name="stride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public void Pack(Dataset data, int start, int rows, ref float destination, nint stride)
    {
        _loader.Pack(data.InputRows.Rows(start, rows), rows, data.InputSize, ref destination, stride);
        GC.KeepAlive(data);
    }

    /// <summary>Copies the inputs of picked rows of a data set, wherever they lie, to a matrix of the workspace.</summary>
    /// <param name="data">The data.</param>
    /// <param name="rows">Which rows, in any order, repeated or not.</param>
    /// <param name="destination">The first float of the matrix. See <see cref="ColumnBlocks.Pack"/>.</param>
    /// <param name="stride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Gather(Dataset data, ReadOnlySpan<int> rows, ref float destination, nint stride)
    {
        _loader.Gather(data.InputRows, rows, ref destination, stride);
        GC.KeepAlive(data);
    }

    /// <summary>Lets the chain of each row begin where one has ended: of more rows than chains several at the same one.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="units">Hidden units of each chain.</param>
    /// <param name="destination">The matrix that the chains begin with.</param>
    /// <param name="stride">Floats between two column blocks of the matrix.</param>
    public void LoadChains(int rows, int units, ref float destination, nint stride)
    {
        int chains = Chains.Length / units;
        for (int first = 0; first < rows; first += chains)
        {
            int count = Math.Min(chains, rows - first);
            ColumnBlocks.Pack(Chains.AsSpan(0, count * units), count, units, ref Unsafe.Add(ref destination, first * ColumnBlocks.Width), stride);
        }
    }

    /// <summary>Keeps where the chains of the first rows have ended, as many as there are chains.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="units">Hidden units of each chain.</param>
    /// <param name="source">The matrix that the chains end with.</param>
    /// <param name="stride">Floats between two column blocks of the matrix.</param>
    public void KeepChains(int rows, int units, ref float source, nint stride)
    {
        int count = Math.Min(rows, Chains.Length / units);
        ColumnBlocks.Unpack(ref source, stride, count, units, Chains.AsSpan(0, count * units));
    }

    /// <summary>The loss summed over the rows of the current batch, and their <see cref="Hits"/>: group after group, whichever thread computed it.</summary>
    public double SumLosses(int rows)
    {
        double sum = 0;
        int hits = 0;
        for (int group = 0; group * RowGranularity < rows; group++)
        {
            sum += Losses[group];
            hits += HitCounts[group];
        }

        Hits = hits;
        return sum;
    }

    /// <summary>Whether the rows that were loaded last are what the frozen layers in front make of others.</summary>
    public bool HoldsFeatures { get; set; }

    /// <summary>Whether parameters and averages are exchanged at present.</summary>
    public bool AveragesAreSwapped { get; private set; }

    /// <summary>Checks that the network may take in a mini-batch: that the gradients of no whole step wait, and that its parameters are its own.</summary>
    /// <exception cref="InvalidOperationException">One of the two does not hold.</exception>
    public void BeginBatch()
    {
        RequireOwnParameters();
        if (_sizes.AccumulatedBatches > 1 && Accumulated >= _sizes.AccumulatedBatches)
        {
            throw new InvalidOperationException($"The gradients of {Accumulated} mini-batches wait, as many as make a step: call ApplyGradients first.");
        }
    }

    /// <summary>Checks that the parameters are those that training goes on with, and not their averages.</summary>
    /// <exception cref="InvalidOperationException">They are exchanged.</exception>
    public void RequireOwnParameters()
    {
        if (AveragesAreSwapped)
        {
            throw new InvalidOperationException("The parameters are exchanged with their averages: call SwapAverages again before training goes on or its state is saved.");
        }
    }

    /// <summary>After a step: a layer that is not trained is its own average.</summary>
    /// <param name="layers">The network's layers.</param>
    public void HoldAverages(ReadOnlySpan<Layer> layers)
    {
        foreach (Layer layer in layers)
        {
            for (int index = 0; !layer.Trainable && index < layer.Parameters.Count; index++)
            {
                layer.Parameters[index].CopyStored(Averages);
            }
        }
    }

    /// <summary>Whether so many mini-batches may wait for a step.</summary>
    internal bool CanAccumulate(int batches) => batches == 0 || (_sizes.AccumulatedBatches > 1 && batches <= _sizes.AccumulatedBatches);

    private void RequireAverages()
    {
        if (!_sizes.HasAverages)
        {
            throw new InvalidOperationException("This network averages no weights: declare [AverageWeights] on its class.");
        }

        if (Step == 0)
        {
            throw new InvalidOperationException("There is no average yet: train the network for at least one step first.");
        }
    }

    [MemberNotNull(nameof(Workspace), nameof(Labels), nameof(RowWeights), nameof(Losses), nameof(HitCounts))]
    private void Allocate(int rows, string argument)
    {
        long groups = ((long)rows + (RowGranularity - 1)) / RowGranularity;
        long floats = _sizes.WorkspaceBlocks * groups * RowGranularity * ColumnBlocks.Width;
        if (floats > Arena.MaxLength)
        {
            throw new ArgumentOutOfRangeException(argument, rows, $"A batch of {rows} rows needs {floats} floats of workspace; at most {Arena.MaxLength} are possible. Use a smaller batch.");
        }

        ForwardRows = 0;
        Workspace = new Arena((int)floats);
        Labels = _sizes.HasLabels ? new int[rows] : [];
        RowWeights = _sizes.HasRowWeights ? new float[rows] : [];
        Losses = new double[groups];
        HitCounts = new int[groups];
        BatchCapacity = rows;
    }

    /// <summary>The network, claimed for a fit until this is disposed.</summary>
    internal readonly ref struct FitClaim(NetworkMemory memory)
    {
        /// <summary>Lets the next fit begin.</summary>
        public void Dispose() => Volatile.Write(ref memory._isFitting, false);
    }

    /// <summary>The workspace, claimed until this is disposed.</summary>
    public readonly ref struct Claim(NetworkMemory? memory)
    {
        /// <summary>Lets others have it, unless it is a part of a larger claim.</summary>
        public void Dispose()
        {
            if (memory is not null)
            {
                Volatile.Write(ref memory._nestingThread, 0);
                Volatile.Write(ref memory._state, Free);
            }
        }
    }
}

/// <summary>The sizes of a network's memory, in floats.</summary>
/// <param name="Parameters">Of the parameters and moving statistics.</param>
/// <param name="Trained">Of those that are trained, which come first.</param>
/// <param name="Slots">Numbers that the optimizer keeps for each, 0 to 2.</param>
/// <param name="Derived">Of what is computed from parameters.</param>
/// <param name="Vectors">Of the vectors that the backward pass needs again.</param>
/// <param name="WorkspaceBlocks">Column blocks of the workspace: 16 floats each for every row.</param>
/// <param name="HasLabels">Whether the loss takes labels.</param>
/// <param name="HasAverages">Whether the parameters' moving averages are kept.</param>
/// <param name="HasRowWeights">Whether each row has a weight in the loss.</param>
/// <param name="SquareSums">Sums of the squares of gradients.</param>
/// <param name="AccumulatedBatches">Mini-batches whose gradients make one step.</param>
/// <param name="Chains">Hidden units of all persistent chains.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NetworkSizes(
    int Parameters, int Trained, int Slots, int Derived, int Vectors, int WorkspaceBlocks, bool HasLabels, bool HasAverages = false, bool HasRowWeights = false, int SquareSums = 0,
    int AccumulatedBatches = 1, int Chains = 0);
