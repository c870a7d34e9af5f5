using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>
/// What a network should compute, and how far single precision may take it from there. Besides the exact run, a few runs in
/// <see cref="NoisyArithmetic"/> measure how much rounding moves each tensor: that is the tensor's own conditioning, large for
/// instance behind batch normalisation of two rows, and a fixed tolerance would be too strict there or too lax elsewhere.
/// </summary>
internal sealed class Expectation
{
    private const int NoisyRuns = 3;

    /// <summary>
    /// A noisy run draws each error evenly, so the largest of three over a tensor falls short of the worst case, and kernels
    /// round a few times more often than the graph has operations (polynomials, reciprocals). Measured over 2,000 tensors of 100
    /// networks with AVX-512: half of them use 5 % of what this allows, the worst of all 29 %.
    /// </summary>
    private const double SafetyFactor = 4;

    /// <summary>Four units in the last place of the tensor's largest element, whatever the noisy runs say.</summary>
    private const double RelativeFloor = 4.0 / (1 << 23);

    private Expectation(IReadOnlyDictionary<string, double[]> parameters, Batch batch, IReadOnlyList<Tensor> tensors)
    {
        Parameters = parameters;
        Batch = batch;
        Tensors = tensors;
    }

    /// <summary>Where every run starts.</summary>
    public IReadOnlyDictionary<string, double[]> Parameters { get; }

    public Batch Batch { get; }

    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>
    /// Draws parameters and data and computes what should come of them; null where the comparison would be ill-posed, because
    /// something so close to an activation's kink comes up that rounding decides on which side.
    /// </summary>
    public static Expectation? Of(RandomCase current, int attempt)
    {
        int seed = (current.Seed * 31) + attempt;
        var random = new System.Random(seed);
        Dictionary<string, double[]> parameters = NetworkLowering.Parameters(current.Network)
            .ToDictionary(parameter => parameter.Name, parameter => RandomValues.Parameter(random, parameter), StringComparer.Ordinal);
        Batch batch = Batch.Draw(current.Network, current.Rows, seed);

        (var exact, var exactKinks) = Run(Arithmetic.Exact);
        double[] movements = new double[exact.Count];
        double[] kinkMovements = new double[exactKinks.Count];
        for (int run = 0; run < NoisyRuns; run++)
        {
            (var noisy, var noisyKinks) = Run(new NoisyArithmetic(run));
            Widen(movements, exact.Select(tensor => tensor.Values), noisy.Select(tensor => tensor.Values));
            Widen(kinkMovements, exactKinks, noisyKinks);
        }

        bool isNearKink = exactKinks.Zip(kinkMovements).Any(pair => IsNearZero(pair.First, Allowed(pair.First, pair.Second)));
        return isNearKink ? null : new Expectation(parameters, batch, exact.Zip(movements, (tensor, movement) => new Tensor(tensor.Name, tensor.Values, Allowed(tensor.Values, movement))).ToArray());

        (IReadOnlyList<(string Name, double[] Values)> Trace, IReadOnlyList<double[]> Kinks) Run(Arithmetic arithmetic)
        {
            var network = new ReferenceNetwork(current.Network, (ulong)current.Seed, arithmetic) { Resting = current.Resting };
            return (Trace.Of(new ReferenceSubject(network, current.Network), parameters, batch), network.KinkInputs);
        }
    }

    private static void Widen(double[] movements, IEnumerable<double[]> exact, IEnumerable<double[]> noisy)
    {
        int index = 0;
        foreach ((double[] before, double[] after) in exact.Zip(noisy))
        {
            movements[index] = Math.Max(movements[index], Comparison.Distance(before, after));
            index++;
        }
    }

    private static double Allowed(double[] values, double movement) => (SafetyFactor * movement) + (RelativeFloor * values.Max(Math.Abs));

    /// <summary>An exact zero, such as a dropped element, is zero in every arithmetic.</summary>
    private static bool IsNearZero(double[] values, double margin) => values.Any(value => value != 0 && Math.Abs(value) <= margin);

    /// <summary>One tensor of the trace.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Values">What it should be.</param>
    /// <param name="Allowed">How far each element may be off.</param>
    public sealed record Tensor(string Name, double[] Values, double Allowed)
    {
        /// <summary>Whether the comparison means something: at least three digits of the largest element are determined.</summary>
        public bool IsWellConditioned => Allowed <= 1e-3 * Values.Max(Math.Abs);
    }
}
