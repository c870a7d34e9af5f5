using static System.FormattableString;

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
        Dataset(train, network.Info, nameof(train));
        RowWeights(train, network.Info, nameof(train));
        if (options.Validation is { } validation)
        {
            Dataset(validation, network.Info, nameof(options.Validation));
            RowWeights(validation, network.Info, nameof(options.Validation));
        }

        if (options.ClassWeights is { } weights)
        {
            ClassWeights(weights, train, network.Info, nameof(options.ClassWeights));
        }

        if (options.EarlyStopping is { } stopping)
        {
            EarlyStopping(stopping, network.Info, options.Validation, nameof(options.EarlyStopping));
        }

        if (options.Augmentation is { } augmentation && augmentation.ImageSize != network.Info.InputSize)
        {
            throw Invalid(
                nameof(options.Augmentation),
                $"It is for images of {augmentation.Height} x {augmentation.Width} x {augmentation.Channels}, {augmentation.ImageSize} values",
                $"make it for those that {network.Info.Name} takes, of {network.Info.InputSize} values");
        }

        if (options.FirstEpoch > options.Epochs)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options.FirstEpoch),
                Invariant($"FirstEpoch is {options.FirstEpoch}, beyond the last epoch {options.Epochs}: Epochs counts those before FirstEpoch, too."));
        }
    }

    private static void EarlyStopping(EarlyStopping stopping, NetworkInfo info, Dataset? validation, string argument)
    {
        if (validation is null)
        {
            throw Invalid(argument, $"Early stopping watches the {stopping.Monitor}, but there are no validation data", $"set Validation");
        }

        if (stopping.Monitor == EarlyStoppingMonitor.ValidationAccuracy
            && info.Loss is not (LossFunction.SoftmaxCrossEntropy or LossFunction.BinaryCrossEntropy))
        {
            throw Invalid(argument, $"{info.Name} is a regression, whose predictions have no accuracy", $"watch the ValidationLoss");
        }
    }
}
