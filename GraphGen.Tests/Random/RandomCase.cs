using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>One comparison: a declared network, rows in a mini-batch, and the seed of parameters, data and dropout.</summary>
internal sealed record RandomCase(NetworkSpec Network, int Rows, int Seed)
{
    /// <summary>Simpler cases, each smaller in one respect, the boldest cuts first.</summary>
    public IEnumerable<RandomCase> Smaller()
    {
        for (int layer = 0; layer < Network.Layers.Count; layer++)
        {
            int dropped = layer;
            yield return WithLayers(Network.Layers.Where((_, index) => index != dropped));
        }

        for (int layer = 0; layer < Network.Layers.Count; layer++)
        {
            foreach (LayerSpec simpler in Simpler(Network.Layers[layer]))
            {
                int changed = layer;
                yield return WithLayers(Network.Layers.Select((old, index) => index == changed ? simpler : old));
            }
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

        var plain = Network with { ClipValue = 0, ClipNorm = 0, AccumulatedBatches = 1, AverageDecay = 0, HasSampleWeights = false };
        NetworkSpec[] plainer =
        [
            plain,
            Network with { ClipValue = 0 },
            Network with { ClipNorm = 0 },
            Network with { AccumulatedBatches = 1 },
            Network with { AverageDecay = 0 },
            Network with { HasSampleWeights = false },
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

    /// <summary>Whether the declaration is in order: there is an output, and softmax has at least two.</summary>
    public bool IsValid() => Network.Layers.OfType<DenseSpec>().LastOrDefault() is { } output
        && (!Network.Loss.TakesClasses || output.Units > 1);

    public override string ToString() => FormattableString.Invariant($"{DeclarationText.Of(Network)}with {Rows} rows, seed {Seed}");

    private RandomCase WithLayers(IEnumerable<LayerSpec> layers) => this with { Network = Declare.Named(Network with { Layers = new(layers) }) };

    private static IEnumerable<LayerSpec> Simpler(LayerSpec layer)
    {
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
