using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>One comparison: a declared network, rows in a mini-batch, and the seed of parameters, data and dropout.</summary>
internal sealed record RandomCase(NetworkSpec Network, int Rows, int Seed)
{
    /// <summary>The places of the layers that rest at first.</summary>
    public EquatableArray<int> Resting { get; init; }

    /// <summary>Simpler cases, each smaller in one respect, the boldest cuts first.</summary>
    public IEnumerable<RandomCase> Smaller()
    {
        for (int layer = 0; layer < Network.Layers.Count; layer++)
        {
            int dropped = layer;
            yield return WithLayers(Network.Layers.Where((_, index) => index != dropped)) with
            {
                Resting = new(Resting.Where(index => index != dropped).Select(index => index > dropped ? index - 1 : index)),
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

        if (Resting.Count > 0)
        {
            yield return this with { Resting = default };
        }

        foreach (int rested in Resting)
        {
            yield return this with { Resting = new(Resting.Where(index => index != rested)) };
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

    /// <summary>
    /// Whether the declaration is in order: there is an output, softmax has at least two, a reconstruction as many as inputs, and tied layers fit.
    /// </summary>
    public bool IsValid() => Network.Layers.OfType<DenseSpec>().LastOrDefault() is { } output
        && (!Network.Loss.TakesClasses || output.Units > 1)
        && (!Network.Loss.IsReconstruction || output.Units == Network.InputSize)
        && Enumerable.Range(0, Network.Layers.Count).All(FitsTie);

    public override string ToString() => FormattableString.Invariant(
        $"{DeclarationText.Of(Network)}with {Rows} rows, seed {Seed}{(Resting.Count == 0 ? "" : $", while {string.Join(", ", Resting.Select(index => Network.Layers[index].Name))} rest")}");

    /// <summary>Gives the layers new names; a layer that was tied to one that is gone has weights of its own.</summary>
    private RandomCase WithLayers(IEnumerable<LayerSpec> layers)
    {
        LayerSpec[] old = [.. layers];
        LayerSpec[] named = [.. Declare.Named(Network with { Layers = new(old) }).Layers];
        return this with { Network = Network with { Layers = new(named.Select(layer => layer is DenseSpec { TiedTo: { } source } tied ? tied with { TiedTo = NewName(source) } : layer)) } };

        string? NewName(string name) => Array.FindIndex(old, layer => layer.Name == name) is >= 0 and var index ? named[index].Name : null;
    }

    private bool FitsTie(int position)
    {
        if (Network.Layers[position] is not DenseSpec { TiedTo: not null } tied)
        {
            return true;
        }

        int source = Network.Layers.ToList().FindIndex(layer => layer.Name == tied.TiedTo);
        return source < position && ((DenseSpec)Network.Layers[source]).Units == Inputs(position) && tied.Units == Inputs(source);
    }

    private int Inputs(int position) => Network.Layers.Take(position).OfType<DenseSpec>().LastOrDefault()?.Units ?? Network.InputSize;

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
        if (dense.TiedTo is not null)
        {
            // What a tied layer's weights were drawn by follows from its activation, and nothing else can be said of them.
            simpler = [.. simpler.Select(candidate => candidate with { Init = AutomaticInit.For(candidate.Activation.Kind) })];
        }

        foreach (DenseSpec candidate in simpler.Where(candidate => candidate != dense))
        {
            yield return candidate;
        }
    }

    private static IEnumerable<int> SmallerNumbers(int number) => new[] { 1, number / 2, number - 1 }.Where(smaller => smaller > 0 && smaller < number).Distinct();
}
