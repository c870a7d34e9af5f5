using GraphGen.Model;

namespace GraphGen.Generator.Lowering;

/// <summary>
/// The network that a predictor runs: without what does nothing in prediction, and without the batch normalisations that become
/// part of a dense layer beside them. <c>GraphGen.Predictor</c> documents the formulas.
/// </summary>
/// <param name="Network">The smaller network; a dense layer that takes in a shift has a bias there.</param>
/// <param name="Folds">Which dense layer takes in what, in the order of the layers.</param>
internal sealed record BatchNormFolding(NetworkSpec Network, IReadOnlyList<DenseFold> Folds)
{
    public static BatchNormFolding Of(NetworkSpec network)
    {
        var layers = network.Layers.Where(layer => !IsIdle(layer)).ToList();
        var folds = new List<DenseFold>();
        var kept = new List<LayerSpec>();
        var pending = new List<BatchNormSpec>();
        for (int index = 0; index < layers.Count; index++)
        {
            switch (layers[index])
            {
                case BatchNormSpec batchNorm:
                    pending.Add(batchNorm);
                    break;
                case DenseSpec shared when network.IsShared(shared):
                    // The weights serve two layers, of which only one has the normalisation beside it.
                    kept.AddRange(pending);
                    kept.Add(shared);
                    pending.Clear();
                    break;
                case DenseSpec dense:
                    var behind = dense.Activation.Kind == Act.Linear ? layers.Skip(index + 1).TakeWhile(layer => layer is BatchNormSpec).Cast<BatchNormSpec>().ToList() : [];
                    var fold = new DenseFold(dense, pending.ToList(), behind);
                    if (fold.InFront.Count + fold.Behind.Count > 0)
                    {
                        folds.Add(fold);
                        dense = dense with { Bias = true };
                    }

                    kept.Add(dense);
                    pending.Clear();
                    index += behind.Count;
                    break;
                default:
                    kept.AddRange(pending);
                    kept.Add(layers[index]);
                    pending.Clear();
                    break;
            }
        }

        return new BatchNormFolding(network with { Layers = new(kept.Concat(pending)) }, folds);
    }

    private static bool IsIdle(LayerSpec layer) => layer is DropoutSpec or AlphaDropoutSpec or GaussianNoiseSpec or ActivityRegularizationSpec or SparsitySpec or ActivationSpec { Activation.Kind: Act.Linear };
}

/// <summary>A dense layer and the batch normalisations that it takes in, each list in the order of the layers.</summary>
/// <param name="Dense">The layer as declared.</param>
/// <param name="InFront">Those of its inputs.</param>
/// <param name="Behind">Those of its sums.</param>
internal sealed record DenseFold(DenseSpec Dense, IReadOnlyList<BatchNormSpec> InFront, IReadOnlyList<BatchNormSpec> Behind);
