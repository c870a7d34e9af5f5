using GraphGen.Generator.Graph;

namespace GraphGen.Tests.Interpretation;

/// <summary>What the leaves of a graph stand for. Matrices are row-major and without padding.</summary>
internal sealed record Feed
{
    /// <summary>Rows of the mini-batch; in an optimizer's update, elements of the parameter.</summary>
    public required int Rows { get; init; }

    /// <summary>The mini-batch, [rows, features].</summary>
    public double[]? Inputs { get; init; }

    /// <summary>The targets, [rows, outputs]; labels as one-hot rows.</summary>
    public double[]? Expected { get; init; }

    /// <summary>How much each row counts in the loss; null where all count alike.</summary>
    public double[]? Weights { get; init; }

    /// <summary>The hidden units that persistent chains begin at, [rows, hidden units].</summary>
    public double[]? ChainStates { get; init; }

    /// <summary>What gradients of earlier mini-batches add up to, by their parameters' names.</summary>
    public IReadOnlyDictionary<string, double[]> Accumulated { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Moving averages of parameters by their names.</summary>
    public IReadOnlyDictionary<string, double[]> Averages { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Parameters and moving statistics by their names.</summary>
    public IReadOnlyDictionary<string, double[]> Parameters { get; init; } = new Dictionary<string, double[]>();

    /// <summary>The numbers of the step, but for <see cref="StepScalarKind.InverseRows"/>, which follows from <see cref="Rows"/>.</summary>
    public IReadOnlyDictionary<StepScalarKind, double> Scalars { get; init; } = new Dictionary<StepScalarKind, double>();

    /// <summary>The places of the layers that rest.</summary>
    public IReadOnlyCollection<int> Resting { get; init; } = [];

    /// <summary>In an optimizer's update: the parameter, its gradient and its memory.</summary>
    public IReadOnlyDictionary<UpdateRole, double[]> Operands { get; init; } = new Dictionary<UpdateRole, double[]>();

    /// <summary>The seed of what is drawn.</summary>
    public ulong Seed { get; init; }

    /// <summary>The number of the step, or of the sample, which what is drawn depends on.</summary>
    public uint Step { get; init; }
}
