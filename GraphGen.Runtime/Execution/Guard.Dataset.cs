namespace GraphGen.Execution;

/// <content>The check of a whole data set against a network, once before a fit or an evaluation.</content>
public static partial class Guard
{
    /// <summary>
    /// Checks that <paramref name="data"/> fit the network: the input size, labels or targets as its loss needs them, every
    /// label in range, and every number finite.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="info">The network.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit.</exception>
    public static void Dataset(Dataset data, NetworkInfo info, string argument)
    {
        Inputs(data, info, argument);
        Expected(data, info, argument);
    }

    /// <summary>Checks that the inputs of <paramref name="data"/> fit the network, and that they are finite; labels and targets are passed over.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    internal static void Inputs(Dataset data, NetworkInfo info, string argument)
    {
        ArgumentNullException.ThrowIfNull(data, argument);
        if (data.HoldsFeatures)
        {
            throw Invalid(
                argument,
                $"It holds features that frozen layers of {data.Features!.Network} made, on which Fit trains and nothing else works",
                $"pass the rows that they were made of");
        }

        if (data.InputSize != info.InputSize)
        {
            throw Invalid(
                argument,
                $"Its rows hold {data.InputSize} features, but {info.Name} takes {info.InputSize}",
                $"choose other data, or declare [Input({data.InputSize})]");
        }

        Finite(data.InputRows, "Input", argument);
    }

    /// <summary>Checks data that may hold features of the network's frozen layers instead of rows.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit, or the features are those of another network or other parameters.</exception>
    internal static void RowsOrFeatures(Dataset data, INetwork network, string argument)
    {
        if (data?.Features is not { } source)
        {
            Dataset(data!, network.Info, argument);
            return;
        }

        NetworkInfo info = network.Info;
        if (source.Network != info.Name || source.Layers != info.FrozenLayers || data.InputSize != info.FeatureSize)
        {
            throw Invalid(
                argument,
                $"It holds {data.InputSize} features a row that the first {source.Layers} layers of {source.Network} made, but {info.Name} has {info.FrozenLayers} frozen layers in front, which make {info.FeatureSize}",
                $"cache the rows with the network that is to be trained");
        }

        if (source != FeatureSource.Of(network))
        {
            throw Invalid(argument, $"It holds features of {info.Name}'s frozen layers, whose parameters have changed since", $"cache the rows again with CacheFrozen");
        }

        Finite(data.InputRows, "Feature", argument);
        Expected(data, info, argument);
    }

    /// <summary>Checks labels or targets.</summary>
    private static void Expected(Dataset data, NetworkInfo info, string argument)
    {
        if (data.IsUnlabelled && !info.IsReconstruction)
        {
            throw Invalid(
                argument,
                $"It holds inputs alone, but {info.Name} does not learn these themselves",
                $"make the data set with labels or targets, or declare [Reconstruction] in the place of the loss");
        }

        switch (info.Loss)
        {
            case LossFunction.SoftmaxCrossEntropy:
                SoftmaxLabels(data, info, argument);
                break;
            case LossFunction.BinaryCrossEntropy when data.HasLabels:
                BinaryLabels(data, info, argument);
                break;
            case LossFunction.BinaryCrossEntropy:
                TargetSize(data, info, argument);
                Probabilities(data.TargetRows, argument);
                break;
            case LossFunction.Reconstruction:
                break;
            case LossFunction.ReconstructionCrossEntropy:
                if (data.InputRows.First(IndexOfNoProbability) is { } place)
                {
                    throw NoProbableInput(place.Value, place.Row, place.Column, argument);
                }

                break;
            default:
                TargetSize(data, info, argument);
                Finite(data.TargetRows, "Target", argument);
                break;
        }
    }

    private static void SoftmaxLabels(Dataset data, NetworkInfo info, string argument)
    {
        if (!data.HasLabels)
        {
            throw Invalid(
                argument,
                $"It holds targets, but {info.Name} learns classes by softmax cross-entropy",
                $"make the data set with one int label for each row");
        }

        LabelRange(data.Labels, info.OutputSize, argument);
    }

    private static void BinaryLabels(Dataset data, NetworkInfo info, string argument)
    {
        if (info.OutputSize != 1)
        {
            throw Invalid(
                argument,
                $"It holds one label for each row, but {info.Name} has {info.OutputSize} outputs",
                $"make the data set with {info.OutputSize} targets in [0, 1] for each row");
        }

        LabelRange(data.Labels, classes: 2, argument);
    }

    private static void TargetSize(Dataset data, NetworkInfo info, string argument)
    {
        if (data.HasLabels)
        {
            throw Invalid(
                argument,
                $"It holds labels, but {info.Name} learns targets, not classes",
                $"make the data set with {info.OutputSize} float targets for each row");
        }

        if (data.TargetSize != info.OutputSize)
        {
            throw Invalid(
                argument,
                $"Its rows hold {data.TargetSize} targets, but {info.Name} has {info.OutputSize} outputs",
                $"make the data set with {info.OutputSize} targets for each row");
        }
    }

    private static void Finite(RowWindow rows, string what, string argument)
    {
        if (rows.FirstNonFinite() is { } place)
        {
            throw Invalid(
                argument,
                $"{what} {place.Value} in row {place.Row}, column {place.Column} is not finite",
                $"clean the data first, since one such value spoils every weight");
        }
    }

    private static void Probabilities(RowWindow rows, string argument)
    {
        if (rows.First(IndexOfNoProbability) is { } place)
        {
            throw NoProbability(place.Value, place.Row, place.Column, argument);
        }
    }
}
