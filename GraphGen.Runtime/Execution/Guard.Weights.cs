using static System.FormattableString;

namespace GraphGen.Execution;

/// <content>The checks of weights in the loss.</content>
public static partial class Guard
{
    /// <summary>Checks that every weight is finite and at least 0, and that one is above 0.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <param name="what">What each weight belongs to, such as <c>row</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or NaN, or none is above 0.</exception>
    internal static void Weights(ReadOnlySpan<float> weights, string argument, string what)
    {
        bool hasPositive = false;
        for (int index = 0; index < weights.Length; index++)
        {
            float weight = weights[index];
            if (!(weight >= 0 && float.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(
                    argument, Invariant($"The weight of {what} {index} is {weight}: weights are finite numbers from 0 on, such as 1."));
            }

            hasPositive |= weight > 0;
        }

        if (!hasPositive)
        {
            throw new ArgumentOutOfRangeException(
                argument, $"No {what} has a weight above 0, so there would be nothing to learn: give at least one {what} such a weight.");
        }
    }

    /// <summary>Checks that a network reads the weights of the rows where data have any.</summary>
    /// <exception cref="ArgumentException">The data have weights, and the network would pass over them.</exception>
    internal static void RowWeights(Dataset data, NetworkInfo info, string argument)
    {
        if (!data.Weights.IsEmpty)
        {
            RequireSampleWeights(info, argument, $"Its rows have weights");
        }
    }

    /// <summary>Checks that there is one weight for each class, and that the network reads weights.</summary>
    /// <exception cref="ArgumentException">There are no classes, another number of them, or the network would pass over the weights.</exception>
    internal static void ClassWeights(IReadOnlyList<float> weights, Dataset train, NetworkInfo info, string argument)
    {
        RequireSampleWeights(info, argument, $"There are {weights.Count} class weights");
        if (!train.HasLabels)
        {
            throw Invalid(
                argument, $"There are {weights.Count} class weights, but the rows have targets instead of classes", $"give the rows weights with WithWeights");
        }

        int classes = Math.Max(2, info.OutputSize);
        if (weights.Count != classes)
        {
            throw Invalid(argument, $"There are {weights.Count} class weights for {classes} classes", $"give one for each class");
        }
    }

    private static void RequireSampleWeights(NetworkInfo info, string argument, FormattableString what)
    {
        if (!info.HasSampleWeights)
        {
            throw Invalid(argument, $"{Invariant(what)}, but {info.Name} counts all rows alike", $"declare [SampleWeights] on its class");
        }
    }
}
