using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>One comparison: a declared network, rows in a mini-batch, and the seed of parameters, data and dropout.</summary>
internal sealed record RandomCase(NetworkSpec Network, int Rows, int Seed)
{
    /// <summary>The places of the layers that are not trained, though they could be.</summary>
    public EquatableArray<int> Resting { get; init; } = new([]);

    /// <summary>Simpler cases, each smaller in one respect, the boldest cuts first.</summary>
    public IEnumerable<RandomCase> Smaller()
    {
        for (int layer = 0; layer < Network.Layers.Count; layer++)
        {
            int dropped = layer;
            yield return WithLayers(Network.Layers.Where((_, index) => index != dropped)) with
            {
                Resting = new(Resting.Where(index => index != dropped).Select(index => index > dropped ? index - 1 : index).ToArray()),
            };
        }

        for (int layer = 0; layer < Network.Layers.Count; layer++)
        {
            foreach (LayerSpec simpler in Simpler(Network.Layers[layer]))
            {
                int changed = layer;
                yield return WithLayers(Network.Layers.Select((old, index) => index == changed ? simpler : old));
            }
        }

        foreach (int awakened in Resting)
        {
            yield return this with { Resting = new(Resting.Where(index => index != awakened).ToArray()) };
        }

        foreach (int inputs in SmallerNumbers(Network.InputSize))
        {
            yield return this with { Network = Network with { InputSize = inputs } };
        }

        foreach (int rows in SmallerNumbers(Rows))
        {
            yield return this with { Rows = rows };
        }

        if (Network.Optimizer is not SgdSpec)
        {
            yield return this with { Network = Network with { Optimizer = new SgdSpec() } };
        }

        var plain = Network with { ClipValue = 0, ClipNorm = 0, AccumulatedBatches = 1, AverageDecay = 0, HasSampleWeights = false, HasInputGradients = false };
        NetworkSpec[] plainer =
        [
            plain,
            Network with { ClipValue = 0 },
            Network with { ClipNorm = 0 },
            Network with { AccumulatedBatches = 1 },
            Network with { AverageDecay = 0 },
            Network with { HasSampleWeights = false },
            Network with { HasInputGradients = false },
        ];
        foreach (NetworkSpec network in plainer.Where(candidate => candidate != Network))
        {
            yield return this with { Network = network };
        }

        if (Network.Loss != LossKind.MeanSquaredError)
        {
            yield return this with { Network = Network with { Loss = LossKind.MeanSquaredError } };
        }
    }

    /// <summary>Whether the declaration is in order: there is an output, softmax has at least two, a reconstruction as many as inputs, and ties fit.</summary>
    public bool IsValid() => Network.Layers.OfType<DenseSpec>().LastOrDefault() is { } output
        && (!Network.Loss.TakesClasses || output.Units > 1)
        && (!Network.Loss.IsReconstruction || output.Units == Network.InputSize)
        && TiesFit();

    private bool TiesFit()
    {
        var earlier = new Dictionary<string, (int Inputs, DenseSpec Layer)>();
        int width = Network.InputSize;
        foreach (DenseSpec dense in Network.Layers.OfType<DenseSpec>())
        {
            if (dense.TiedTo is not null
                && !(earlier.TryGetValue(dense.TiedTo, out var source) && source.Layer.TiedTo is null && source.Layer.Units == width && source.Inputs == dense.Units))
            {
                return false;
            }

            earlier.Add(dense.Name, (width, dense));
            width = dense.Units;
        }

        return true;
    }

    public override string ToString() => FormattableString.Invariant($"{DeclarationText.Of(Network)}with {Rows} rows, seed {Seed}, {(Resting.Count == 0 ? "no" : string.Join(", ", Resting.Select(index => Network.Layers[index].Name)))} layers resting");

    private RandomCase WithLayers(IEnumerable<LayerSpec> layers) => this with { Network = Declare.Named(Network with { Layers = new(layers) }) };

    private static IEnumerable<LayerSpec> Simpler(LayerSpec layer)
    {
        if (layer is BatchNormSpec { Frozen: true })
        {
            yield return layer with { Frozen = false };
        }

        if (layer is not DenseSpec dense)
        {
            yield break;
        }

        DenseSpec plain = dense with { Activation = GraphGen.Model.Act.Linear, Bias = false, L1 = 0, L2 = 0, PenalizesBias = false, MaxNorm = 0, RateMultiplier = 1, Frozen = false };
        DenseSpec[] simpler =
        [
            plain,
            dense with { Activation = plain.Activation },
            dense with { Bias = false },
            dense with { L1 = 0 },
            dense with { L2 = 0 },
            dense with { RateMultiplier = 1 },
            dense with { MaxNorm = 0 },
            dense with { Frozen = false },
            .. SmallerNumbers(dense.Units).Select(units => dense with { Units = units }),
        ];
        foreach (DenseSpec candidate in simpler.Where(candidate => candidate != dense))
        {
            yield return candidate;
        }
    }

    private static IEnumerable<int> SmallerNumbers(int number) => new[] { 1, number / 2, number - 1 }.Where(smaller => smaller > 0 && smaller < number).Distinct();
}
