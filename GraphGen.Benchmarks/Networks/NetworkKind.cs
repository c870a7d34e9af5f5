namespace GraphGen.Benchmarks.Networks;

/// <summary>One of the networks that are measured, in the words that all sides need.</summary>
/// <param name="Name">The network, for the tables.</param>
/// <param name="Activation">The activation of every hidden layer.</param>
/// <param name="Info">What was declared.</param>
/// <param name="CreateRunner">Makes the network, as it is initialised, for a batch size and a number of threads.</param>
internal sealed record NetworkKind(string Name, Act Activation, NetworkInfo Info, Func<int, int, NetworkRunner> CreateRunner)
{
    private const int UsualRows = 2048;

    /// <summary>The rate of dropout behind every hidden layer.</summary>
    public double Dropout { get; init; }

    /// <summary>For a network with dropout the same one without it, whose losses can be compared with a peer's; else null.</summary>
    public NetworkKind? WithoutDropout { get; init; }

    /// <summary>The optimizer's attribute, without its numbers.</summary>
    public string Optimizer => Info.Optimizer[..Info.Optimizer.IndexOf('(', StringComparison.Ordinal)];

    /// <summary>A learning rate that suits the optimizer.</summary>
    public float LearningRate => Optimizer == "Adam" ? 0.001f : 0.05f;

    /// <summary>Creates the network, and rows for it: at least one batch.</summary>
    public NetworkWorkload Create(int batch, int threads = 1) =>
        new(this, CreateRunner(batch, threads), batch, RandomData.For(Info, Math.Max(batch, UsualRows)));
}
