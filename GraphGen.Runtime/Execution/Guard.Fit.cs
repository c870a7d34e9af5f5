namespace GraphGen.Execution;

/// <content>The check of everything that a fit is given, before it touches the network.</content>
public static partial class Guard
{
    /// <summary>Checks the data and the options against the network and each other.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Something does not fit.</exception>
    internal static void Fit(INetwork network, Dataset train, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        OwnLoss(network.Info, nameof(network));
        RowsOrFeatures(train, network, nameof(train));
        RowWeights(train, network.Info, nameof(train));
        if (options.Validation is { } validation)
        {
            Dataset(validation, network.Info, nameof(options.Validation));
            RowWeights(validation, network.Info, nameof(options.Validation));
            SameScaling(train, validation.For(network.Info));
        }

        if (options.ClassWeights is { } weights)
        {
            ClassWeights(weights, train, network.Info, nameof(options.ClassWeights));
        }

        if (train.HoldsFeatures && options.Augmentation is not null)
        {
            throw Invalid(nameof(options.Augmentation), $"The training data are features of frozen layers, no images any more", $"train on the images, without a cache");
        }

        if (train.HoldsFeatures && options.OverfitOneBatch)
        {
            throw Invalid(nameof(options.OverfitOneBatch), $"The training data are features of frozen layers, which are not evaluated", $"check on the rows themselves");
        }

        if (train.HoldsFeatures && options.ValidationFraction > 0)
        {
            throw Invalid(
                nameof(options.ValidationFraction),
                $"The training data are features of frozen layers, and a network is validated on rows as they are",
                $"Split the rows first, cache one part and set Validation to the other");
        }

        if (options.Augmentation is { } augmentation && augmentation.ImageSize != network.Info.InputSize)
        {
            throw Invalid(
                nameof(options.Augmentation),
                $"It is for images of {augmentation.Height} x {augmentation.Width} x {augmentation.Channels}, {augmentation.ImageSize} values",
                $"make it for those that {network.Info.Name} takes, of {network.Info.InputSize} values");
        }

        Together(options, train);
    }

    /// <summary>Checks that the network measures its loss itself, so that a data set says what to learn.</summary>
    /// <exception cref="ArgumentException">It declares an external loss.</exception>
    internal static void OwnLoss(NetworkInfo info, string argument)
    {
        if (info.Loss == LossFunction.ExternalLoss)
        {
            throw Invalid(argument, $"{info.Name} declares [ExternalLoss]: no data set holds what it learns from", $"train it by Forward and Backward, or set it against a discriminator with GanTrainer");
        }
    }

    /// <summary>Checks that a step would change something.</summary>
    /// <exception cref="InvalidOperationException">Every layer rests.</exception>
    internal static void SomethingToTrain(INetwork network)
    {
        Layer[] layers = LayerFreezing.WithParameters(network);
        if (layers.Length > 0 && !Array.Exists(layers, layer => layer.Trainable))
        {
            string remedy = Array.FindLast(layers, layer => !layer.IsFrozen) is { } last
                ? $"let some be trained, as with SetTrainable(\"{last.Name}\", true)"
                : "declare one that neither Frozen = true nor [FreezeUpTo] freezes";
            throw new InvalidOperationException($"Every layer of {network.Info.Name} rests, so that a fit would change nothing: {remedy}.");
        }
    }

    /// <summary>Checks that nothing in a list is null.</summary>
    /// <returns>A copy.</returns>
    internal static T[] AllPresent<T>(IReadOnlyList<T> values, string argument)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        T[] copy = [.. values];
        int missing = Array.IndexOf(copy, null);
        return missing < 0
            ? copy
            : throw Invalid(argument, $"Element {missing} is null", $"leave it out");
    }

    /// <summary>Checks that both were scaled alike, as far as they know.</summary>
    private static void SameScaling(Dataset train, Dataset validation)
    {
        if (!Equals(train.InputScaling, validation.InputScaling) || !Equals(train.TargetScaling, validation.TargetScaling))
        {
            throw Invalid(
                nameof(FitOptions.Validation),
                $"Its rows were scaled otherwise than the training rows, or one of the two not at all, so the network would see other numbers for the same thing",
                $"scale it by what was fitted on the training rows: validation = scaling.Apply(validation), for targets scaling.ApplyToTargets(validation); or where it is scaled already, say so: validation.WithScaling(train.InputScaling, train.TargetScaling)");
        }
    }

    private static void Together(FitOptions options, Dataset train)
    {
        if (options is { Validation: not null, ValidationFraction: > 0 })
        {
            throw Invalid(
                nameof(options.ValidationFraction), $"Validation data are given, and a part of the training data is wanted as well", $"set one of the two");
        }

        if (options is { ValidationFraction: > 0, OverfitOneBatch: false } && !train.CanSplit(1 - options.ValidationFraction))
        {
            throw Invalid(
                nameof(options.ValidationFraction),
                $"A share of {options.ValidationFraction} of {train.Count} rows leaves none to train on, or none to validate with",
                $"choose another share, or give more rows");
        }

        if (options is { ValidationFraction: > 0, OverfitOneBatch: false } && train.IsMapped)
        {
            throw Invalid(
                nameof(options.ValidationFraction),
                $"The training rows lie in a file, and drawing a part of them would copy all of them into memory",
                $"train on data[..^n] and set Validation to data[^n..], of rows in random order");
        }

        if (options is { Metrics.Count: > 0, Validation: null, ValidationFraction: 0, OverfitOneBatch: false })
        {
            throw Invalid(nameof(options.Metrics), $"Metrics are measured on validation data, but there are none", $"set Validation or ValidationFraction");
        }

        if (options is { DryRun: true, OverfitOneBatch: true })
        {
            throw Invalid(nameof(options.OverfitOneBatch), $"A dry run makes one step, and the check of a mini-batch many", $"ask for one of the two");
        }
    }
}
