using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>What metrics and evaluations ask of networks and of their own numbers.</summary>
internal static class MetricGuard
{
    public static bool IsSoftmax(NetworkInfo info) => info.Loss == LossFunction.SoftmaxCrossEntropy;

    public static bool IsBinary(NetworkInfo info) => info.Loss == LossFunction.BinaryCrossEntropy;

    /// <summary>One class of several: a softmax.</summary>
    public static void Softmax(NetworkInfo info, string metric)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (!IsSoftmax(info))
        {
            throw Guard.Invalid(
                nameof(info),
                $"{metric} is for networks that choose one class, but {info.Name} learns by {info.Loss}",
                $"use another metric, or declare [SoftmaxCrossEntropy]");
        }
    }

    /// <summary>Classes or yes and no: anything but a regression.</summary>
    public static void Classification(NetworkInfo info, string metric)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (!IsSoftmax(info) && !IsBinary(info))
        {
            throw Guard.Invalid(
                nameof(info),
                $"{metric} is for classifications, but {info.Name} is a regression, which learns by {info.Loss}",
                $"use Metric.MeanAbsoluteError, Metric.R2 or the like");
        }
    }

    public static void Regression(NetworkInfo info, string metric)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (IsSoftmax(info) || IsBinary(info))
        {
            throw Guard.Invalid(
                nameof(info),
                $"{metric} is for regressions, but {info.Name} is a classification, which learns by {info.Loss}",
                $"use Metric.Accuracy, Metric.F1 or the like");
        }
    }

    /// <summary>A class of a softmax, or an output of a binary cross-entropy, where one was asked for.</summary>
    public static void ClassOf(NetworkInfo info, int? index, string metric)
    {
        if (index >= info.OutputSize)
        {
            throw Guard.Invalid(
                nameof(info),
                $"{metric} asks for class or output {index}, but {info.Name} has {info.OutputSize}",
                $"they count from 0 to {info.OutputSize - 1}");
        }
    }

    public static int Index(int index, int count, string argument) => (uint)index < (uint)count
        ? index
        : throw OutOfRange(index, argument, Invariant($"from 0 to {count - 1}"));

    public static int NotNegative(int index, string argument) => index >= 0
        ? index
        : throw OutOfRange(index, argument, "0 or more");

    public static int AtLeastOne(int value, string argument) => value >= 1
        ? value
        : throw OutOfRange(value, argument, "1 or more");

    public static int AtMost(int value, int greatest, string argument) => value >= 1 && value <= greatest
        ? value
        : throw OutOfRange(value, argument, Invariant($"from 1 to {greatest}"));

    public static float Threshold(float value, string argument) => value is >= 0 and <= 1
        ? value
        : throw OutOfRange(value, argument, "a probability, in [0, 1]");

    public static Average Defined(Average average, string argument) => Enum.IsDefined(average)
        ? average
        : throw OutOfRange((int)average, argument, "Average.Macro, Average.Micro or Average.Weighted");

    /// <summary>As many names as there are classes or outputs.</summary>
    public static void Names(IReadOnlyList<string> names, int count, string argument)
    {
        ArgumentNullException.ThrowIfNull(names, argument);
        if (names.Count != count)
        {
            throw Guard.Invalid(argument, $"There are {names.Count} names for {count} classes or outputs", $"pass one for each");
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(IFormattable value, string argument, string range) =>
        new(argument, Invariant($"{argument} is {value}: it must be {range}."));
}
