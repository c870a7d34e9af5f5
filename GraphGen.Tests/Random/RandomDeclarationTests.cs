using System.Globalization;
using GraphGen.Model;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static System.FormattableString;

namespace GraphGen.Tests.Randomized;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;
using VisibleUnits = GraphGen.Model.VisibleUnits;

/// <summary>
/// Random declarations, compiled and run, against the interpreter: loss, gradients, predictions, three optimizer steps.
/// The environment variables GRAPHGEN_SEED and GRAPHGEN_RANDOM_COUNT choose which and how many.
/// </summary>
public sealed class RandomDeclarationTests(ITestOutputHelper output)
{
    private const int DefaultCount = 300;
    private const ulong DefaultSeed = 20260;
    private const int Attempts = 20;

    /// <summary>Declarations in one compilation: all at once would hold the text of every kernel in memory.</summary>
    private const int CompiledTogether = 50;

    private const int ReportedFailures = 3;
    private const int ShrinkingRounds = 30;

    [Fact]
    public void Emitted_networks_compute_what_the_interpreter_computes()
    {
        int count = (int)Setting("GRAPHGEN_RANDOM_COUNT", DefaultCount);
        ulong seed = Setting("GRAPHGEN_SEED", DefaultSeed);
        output.WriteLine(Invariant($"GRAPHGEN_SEED={seed} GRAPHGEN_RANDOM_COUNT={count}"));

        var failures = new List<(RandomCase Case, string Difference)>();
        int compared = 0, wellConditioned = 0, tensors = 0;
        foreach (RandomCase[] cases in Cases(count, seed).Chunk(CompiledTogether))
        {
            (RandomCase Case, Expectation Expectation)[] posed = cases.Select(current => (current, Expect(current))).Where(pair => pair.Item2 is not null).ToArray()!;
            compared += posed.Length;
            tensors += posed.Sum(pair => pair.Expectation.Tensors.Count);
            wellConditioned += posed.Sum(pair => pair.Expectation.Tensors.Count(tensor => tensor.IsWellConditioned));
            failures.AddRange(Failures(posed));
        }

        output.WriteLine(Invariant($"{compared} of {count} declarations compared, {wellConditioned} of {tensors} tensors well-conditioned, {failures.Count} declarations failed"));
        if (failures.Count > 0)
        {
            Assert.Fail(Invariant($"{failures.Count} of {compared} declarations (GRAPHGEN_SEED={seed}):\n\n") + string.Join("\n\n", failures.Take(ReportedFailures).Select(Report)));
        }

        // A comparison that allows everything or skips everything would prove nothing.
        compared.ShouldBeGreaterThanOrEqualTo((int)(0.95 * count));
        wellConditioned.ShouldBeGreaterThanOrEqualTo((int)(0.9 * tensors));
    }

    /// <summary>What random stacks reach seldom or never: rows of one number and of many vectors, and work along rows next to work along rows.</summary>
    [Fact]
    public void Softmax_of_any_width_in_any_place_computes_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Network(4, LossKind.MeanSquaredError, Dense(1, Act.Softmax)),
            Network(3, LossKind.MeanSquaredError, Dense(5), Activation(Act.Softmax)),
            Network(3, LossKind.SoftmaxCrossEntropy, Dense(16, Act.Softmax)),
            Network(3, LossKind.BinaryCrossEntropy, Dense(17, Act.Softmax)),
            Network(6, LossKind.Huber, Activation(Act.Softmax), Dense(9, Act.Softmax), Activation(Act.Softmax), Dense(4)),
            Network(5, LossKind.MeanSquaredError, Dense(1003, Act.Softmax)),
            Network(5, LossKind.MeanSquaredError, Dense(131, Act.Softmax), Dropout(0.3), Dense(2)),
            Network(5, LossKind.MeanSquaredError, Dense(12, Act.Tanh), Dense(72, Act.Softmax), BatchNorm(epsilon: 0.1), Activation(Act.Elu), Dense(2)),
            Network(20, LossKind.MeanAbsoluteError, Dense(80, Act.Softmax), Activation(Act.PRelu), Activation(Act.Softmax), BatchNorm(epsilon: 0.1)),
            Network(20, LossKind.SoftmaxCrossEntropy, Dense(64, Act.Softmax, frozen: true), Dense(64), BatchNorm(), Activation(Act.Softmax), AlphaDropout(0.1), Dense(3)),
        ];
        Compare(networks);
    }

    /// <summary>Several products make one gradient: under every optimizer, with whatever else may happen to a gradient, in either orientation of the weights.</summary>
    [Fact]
    public void Tied_weights_compute_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Network(20, LossKind.MeanSquaredError, Dense(7, Act.Tanh), Tied(20, "Dense1")),
            Network(100, LossKind.BinaryCrossEntropy, new AdamSpec(0.9, 0.999, 1e-3), Dense(10, Act.Sigmoid), Tied(100, "Dense1")),
            Network(10, LossKind.MeanSquaredError, new MomentumSpec(0.9, Nesterov: true), Dense(100, Act.Tanh), Tied(10, "Dense1", bias: false)),
            Network(70, LossKind.Huber, new RmsPropSpec(0.9, 0.01), Dense(66, Act.Elu, l2: 0.1, maxNorm: 0.9) with { L1 = 0.02, PenalizesBias = true }, Tied(70, "Dense1", Act.Tanh)),
            Network(33, LossKind.MeanSquaredError, new NadamSpec(0.9, 0.99, 0.01, 0.004), Dense(17, Act.Tanh), Dense(5, Act.Sigmoid), Tied(17, "Dense2", Act.PRelu), Tied(33, "Dense1")),
            Network(33, LossKind.MeanSquaredError, new AdaGradSpec(0.01), Dense(17, Act.Tanh), BatchNorm(epsilon: 0.1), Dense(40, Act.Tanh), BatchNorm(epsilon: 0.1), Tied(17, "Dense2"), BatchNorm(epsilon: 0.1), Tied(33, "Dense1")) with { AccumulatedBatches = 2 },
            Network(12, LossKind.MeanSquaredError, new AdaMaxSpec(0.9, 0.99, 0.01), Dense(9, Act.Tanh), Tied(12, "Dense1"), Dense(9, Act.Tanh), Tied(12, "Dense1")) with { ClipNorm = 0.1 },
            Network(12, LossKind.MeanSquaredError, new AdamSpec(0.9, 0.999, 1e-3) { WeightDecay = 0.2 }, Dense(5), Dense(9, Act.Tanh), Tied(5, "Dense2"), Dense(9, Act.Tanh), Tied(5, "Dense2", Act.Softmax)) with { AverageDecay = 0.9, ClipValue = 0.2 },
            Network(20, LossKind.SoftmaxCrossEntropy, Dense(16, Act.Tanh, frozen: true), Dropout(0.3), Tied(20, "Dense1", Act.Tanh), Dense(3)) with { HasSampleWeights = true },
            Network(1, LossKind.MeanSquaredError, Dense(60, Act.Tanh), Tied(1, "Dense1")),
            Network(40, LossKind.MeanSquaredError, new MomentumSpec(0.9, Nesterov: false), Dense(3, Act.Tanh, l2: 0.1), Tied(40, "Dense1", Act.Sigmoid), Dense(3), Tied(40, "Dense1")) with { AccumulatedBatches = 3, ClipNorm = 2 },
        ];
        Compare(networks);
    }

    /// <summary>Targets that are read where the inputs lie, whatever else reads and overwrites these.</summary>
    [Fact]
    public void Reconstructions_compute_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Network(20, Reconstruction(LossKind.MeanSquaredError), Dense(7, Act.Tanh), Dense(20)),
            Network(33, Reconstruction(LossKind.BinaryCrossEntropy), new AdamSpec(0.9, 0.999, 1e-3), Dropout(0.3), Dense(7, Act.Sigmoid), Tied(33, "Dense1")),
            Network(50, Reconstruction(LossKind.MeanSquaredError), new MomentumSpec(0.9, Nesterov: true), BatchNorm(epsilon: 0.1), Dense(17, Act.Elu), BatchNorm(epsilon: 0.1), Dense(4), Dense(17, Act.Tanh), Dense(50, Act.Sigmoid)) with { HasSampleWeights = true, AccumulatedBatches = 2 },
            Network(3, Reconstruction(LossKind.BinaryCrossEntropy), Activation(Act.Softmax), Dense(3)),
            Network(1, Reconstruction(LossKind.BinaryCrossEntropy), Dropout(0.5), Activation(Act.Tanh), Dense(20, Act.Tanh), Dense(1)),
        ];
        Compare(networks);
    }

    /// <summary>Noise on inputs and between layers, and penalties on what layers put out.</summary>
    [Fact]
    public void Noise_and_sparsity_compute_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Network(20, Reconstruction(LossKind.MeanSquaredError), GaussianNoise(0.3), Dense(7, Act.Tanh), Dense(20)),
            Network(33, Reconstruction(LossKind.BinaryCrossEntropy), new AdamSpec(0.9, 0.999, 1e-3), GaussianNoise(0.1), Dense(40, Act.Sigmoid), Sparsity(0.05, 0.2), GaussianNoise(0.5), Tied(33, "Dense1")),
            Network(50, Reconstruction(LossKind.MeanSquaredError), new MomentumSpec(0.9, Nesterov: true), BatchNorm(epsilon: 0.1), GaussianNoise(0.2), Dense(17, Act.Elu), ActivityRegularization(0.02), Dropout(0.2), Dense(50)) with { AccumulatedBatches = 2 },
            Network(8, LossKind.SoftmaxCrossEntropy, Dense(70, Act.Tanh, l2: 0.1), ActivityRegularization(0.1), GaussianNoise(0), Dense(5, Act.Sigmoid), Sparsity(0.2, 1), ActivityRegularization(0.1), BatchNorm(epsilon: 0.1), Dense(3)) with { AverageDecay = 0.9 },
            Network(6, LossKind.MeanSquaredError, Sparsity(0.3, 0.5), Dense(16, Act.Softmax), Sparsity(0.1, 0.3), GaussianNoise(1), Dense(2), ActivityRegularization(0.3)) with { ClipNorm = 0.5 },
        ];
        Compare(networks);
    }

    /// <summary>Norms that go by moving statistics behind trained layers, and layers in front that never change, some of which share their weights.</summary>
    [Fact]
    public void Frozen_layers_compute_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Network(6, LossKind.SoftmaxCrossEntropy, new AdamSpec(0.9, 0.999, 1e-3), Dense(20, bias: false), BatchNorm(epsilon: 0.1, frozen: true), Activation(Act.Elu), Dense(3)),
            Network(6, LossKind.MeanSquaredError, Dense(5), BatchNorm(frozen: true), Activation(Act.Tanh), Dense(70), BatchNorm(epsilon: 0.1), Activation(Act.Tanh), BatchNorm(frozen: true), Dense(2)) with { ClipNorm = 0.1, HasInputGradients = true },
            Network(20, LossKind.MeanSquaredError, Dense(7, Act.Tanh, frozen: true), Tied(20, "Dense1", Act.Tanh) with { Frozen = true }, Dense(7, Act.Tanh), Dense(2)),
            Network(20, LossKind.BinaryCrossEntropy, Dense(33, Act.Tanh, frozen: true), BatchNorm(frozen: true), Tied(20, "Dense1", Act.PRelu) with { Frozen = true }, Dense(4, Act.Tanh), Tied(20, "Dense3"), Dense(2)),
        ];
        Compare(networks);
    }

    /// <summary>Gibbs chains of any length, from the same draws.</summary>
    [Fact]
    public void Boltzmann_machines_compute_what_the_interpreter_computes()
    {
        NetworkSpec[] networks =
        [
            Machine(20, 7, new BoltzmannSpec(VisibleUnits.Bernoulli, Steps: 1)),
            Machine(7, 100, new BoltzmannSpec(VisibleUnits.Bernoulli, Steps: 2), new MomentumSpec(0.5, Nesterov: false) { WeightDecay = 0.01 }),
            Machine(100, 70, new BoltzmannSpec(VisibleUnits.Gaussian, Steps: 1), new AdamSpec(0.9, 0.999, 1e-3)) with { AccumulatedBatches = 2 },
            Machine(33, 17, new BoltzmannSpec(VisibleUnits.Gaussian, Steps: 3)) with { ClipNorm = 0.1 },
            Machine(40, 70, new BoltzmannSpec(VisibleUnits.Bernoulli, Steps: 1, PersistentChains: 30), new MomentumSpec(0.9, Nesterov: false)),
            Machine(20, 9, new BoltzmannSpec(VisibleUnits.Gaussian, Steps: 2, PersistentChains: 5)) with { AccumulatedBatches = 2 },
            Machine(1, 1, new BoltzmannSpec(VisibleUnits.Bernoulli, Steps: 3), new RmsPropSpec(0.9, 0.01)) with { AverageDecay = 0.9 },
            Machine(20, 70, new BoltzmannSpec(VisibleUnits.Bernoulli, Steps: 2, PersistentChains: 9)) with { AverageDecay = 0.9, ClipNorm = 0.05, AccumulatedBatches = 3, HasInputGradients = true },
            Machine(33, 5, new BoltzmannSpec(VisibleUnits.Gaussian, Steps: 1), new MomentumSpec(0.9, Nesterov: true)) with { ClipValue = 0.01, HasInputGradients = true },
        ];
        Compare(networks);
        Compare(networks, resting: 0);
        Compare(networks, resting: 1);
    }

    private static void Compare(NetworkSpec[] networks, params int[] resting)
    {
        (RandomCase Case, Expectation Expectation)[] posed = networks.Select((network, index) => new RandomCase(network, Rows: (5 * index) + 1, Seed: index) { Resting = new(resting) })
            .Select(current => (current, Expect(current).ShouldNotBeNull(current.ToString()))).ToArray();
        string.Join("\n\n", Failures(posed).Select(failure => $"{failure.Case}\n{failure.Difference}")).ShouldBeEmpty();
    }

    private static IEnumerable<RandomCase> Cases(int count, ulong seed) =>
        DeclarationGenerator.Sample(DeclarationGenerator.RestingCase, count, seed)
            .Select((drawn, index) => new RandomCase(drawn.Network, drawn.Rows, index + 1) { Resting = drawn.Resting });

    private static Expectation? Expect(RandomCase current) =>
        Enumerable.Range(0, Attempts).Select(attempt => Expectation.Of(current, attempt)).FirstOrDefault(expectation => expectation is not null);

    private static IEnumerable<(RandomCase Case, string Difference)> Failures((RandomCase Case, Expectation Expectation)[] posed)
    {
        IReadOnlyList<Func<int, IEmittedNetwork>> networks = EmittedNetworks.Compile(posed.Select(pair => pair.Case).ToArray());
        for (int index = 0; index < posed.Length; index++)
        {
            (RandomCase current, Expectation expectation) = posed[index];
            if (Difference(expectation, networks[index], current) is { } difference)
            {
                yield return (current, difference);
            }
        }
    }

    private static string? Difference(Expectation expectation, Func<int, IEmittedNetwork> construct, RandomCase current)
    {
        try
        {
            return Comparison.FirstDifference(expectation, new EmittedSubject(construct(1), current.Network.Layers.OfType<DenseSpec>().Last().Units))
                ?? SharedSteps.FirstDifference(construct, current);
        }
        catch (Exception exception)
        {
            // Whatever an emitted network throws is a finding about its declaration, to be reported with it.
            return exception.ToString();
        }
    }

    private static string Report((RandomCase Case, string Difference) failure)
    {
        (RandomCase Case, string Difference) smallest = Shrink(failure);
        return $"{smallest.Case}\n{smallest.Difference}\nshrunk from\n{failure.Case}\n{failure.Difference}";
    }

    /// <summary>Takes the first smaller case that fails too, again and again.</summary>
    private static (RandomCase Case, string Difference) Shrink((RandomCase Case, string Difference) failure)
    {
        for (int round = 0; round < ShrinkingRounds; round++)
        {
            (RandomCase, Expectation)[] posed = failure.Case.Smaller().Where(current => current.IsValid())
                .Select(current => (current, Expect(current))).Where(pair => pair.Item2 is not null).ToArray()!;
            var smaller = posed.Length == 0 ? default : Failures(posed).FirstOrDefault();
            if (smaller.Case is null)
            {
                break;
            }

            failure = smaller;
        }

        return failure;
    }

    private static ulong Setting(string name, ulong otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(text) ? otherwise
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value
            : throw new InvalidOperationException($"The environment variable {name} is '{text}': give a whole number, or remove it.");
    }
}
