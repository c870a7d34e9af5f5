using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>
/// The checks at the doors of a generated network. Each passes good input in a few instructions, without allocating, and
/// answers bad input with an exception that says what was wrong, where, and what to pass instead.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Guard
{
    /// <summary>Checks that <paramref name="length"/> values make whole rows, at least one.</summary>
    /// <param name="length">The number of values that were passed.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">There is no row, or the last one is incomplete.</exception>
    public static int Rows(int length, int width, string argument)
    {
        int rows = length / width;
        if (rows == 0 || rows * width != length)
        {
            throw Invalid(
                argument,
                $"{length} values are no whole number of rows of {width}",
                $"pass rows * {width} values, row by row, at least one row");
        }

        return rows;
    }

    /// <summary>Checks that <paramref name="actual"/> values were passed where <paramref name="expected"/> are needed.</summary>
    /// <param name="actual">The number of values that were passed.</param>
    /// <param name="expected">The number of values needed.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <exception cref="ArgumentException">The two differ.</exception>
    public static void Length(int actual, long expected, string argument)
    {
        if (actual != expected)
        {
            throw Invalid(argument, $"It holds {actual} values where {expected} are needed", $"pass exactly as many");
        }
    }

    /// <summary>Checks that rows of data are as wide as the network's input.</summary>
    /// <param name="actual">Features in a row of the data.</param>
    /// <param name="expected">Features in a row of the network's input.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <exception cref="ArgumentException">The two differ.</exception>
    public static void Width(int actual, int expected, string argument)
    {
        if (actual != expected)
        {
            throw Invalid(argument, $"Its rows have {actual} features where {expected} are needed", $"pass data made for this network");
        }
    }

    /// <summary>Checks that a result does not overwrite the inputs that are still to be read.</summary>
    /// <param name="inputs">What will be read.</param>
    /// <param name="outputs">What will be written.</param>
    /// <param name="argument">The name of the argument that was checked.</param>
    /// <exception cref="ArgumentException">They share memory.</exception>
    public static void Apart(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, string argument)
    {
        if (inputs.Overlaps(outputs))
        {
            throw Invalid(argument, $"It shares memory with the inputs, which would be overwritten before they are read", $"pass a span of its own");
        }
    }

    /// <summary>Checks that there is one label for each row, and that each names a class.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="rows">The number of rows of the inputs.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">The count is wrong, or a label lies outside [0, classes).</exception>
    public static void Labels(ReadOnlySpan<int> labels, int rows, int classes)
    {
        if (labels.Length != rows)
        {
            throw Invalid(nameof(labels), $"There are {labels.Length} labels for {rows} rows of inputs", $"pass one label for each row");
        }

        LabelRange(labels, classes, nameof(labels));
    }

    /// <summary>Checks that there is a row of targets for each row of inputs.</summary>
    /// <param name="targets">The targets, row by row.</param>
    /// <param name="rows">The number of rows of the inputs.</param>
    /// <param name="width">Values in a row of targets.</param>
    /// <exception cref="ArgumentException">The count is wrong.</exception>
    public static void Targets(ReadOnlySpan<float> targets, int rows, int width)
    {
        if (targets.Length != (long)rows * width)
        {
            throw Invalid(
                nameof(targets),
                $"There are {targets.Length} targets for {rows} rows of inputs",
                $"pass {width} for each row, {(long)rows * width} in all");
        }
    }

    /// <summary>Checks what <see cref="Targets"/> does, and that each target is a probability.</summary>
    /// <param name="targets">The targets, row by row.</param>
    /// <param name="rows">The number of rows of the inputs.</param>
    /// <param name="width">Values in a row of targets.</param>
    /// <exception cref="ArgumentException">The count is wrong, or a target is NaN or outside [0, 1].</exception>
    public static void Probabilities(ReadOnlySpan<float> targets, int rows, int width)
    {
        Targets(targets, rows, width);
        ProbabilityRange(targets, width, nameof(targets));
    }

    /// <summary>Checks that inputs are probabilities, as their reconstruction by cross-entropy needs them.</summary>
    /// <param name="inputs">The inputs, row by row.</param>
    /// <param name="width">Values in a row.</param>
    /// <exception cref="ArgumentException">An input is NaN or outside [0, 1].</exception>
    public static void ProbableInputs(ReadOnlySpan<float> inputs, int width)
    {
        int index = IndexOfNoProbability(inputs);
        if (index >= 0)
        {
            throw NoProbableInput(inputs[index], index / width, index % width, nameof(inputs));
        }
    }

    /// <summary>Checks a number of passes with dropout.</summary>
    /// <param name="samples">The number, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static void Samples(int samples)
    {
        if (samples < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(samples), Invariant($"{samples} passes predict nothing: pass 1 or more; 30 to 100 show the spread."));
        }
    }

    /// <summary>Checks a learning rate.</summary>
    /// <param name="learningRate">The rate: finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or NaN.</exception>
    public static void LearningRate(float learningRate)
    {
        if (!(learningRate >= 0 && float.IsFinite(learningRate)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(learningRate),
                Invariant($"A learning rate of {learningRate} is impossible: pass a finite number, at least 0, such as 0.01."));
        }
    }

    /// <summary>The exception for a bad argument: what is wrong with it, and what to do about it.</summary>
    internal static ArgumentException Invalid(string argument, FormattableString problem, FormattableString remedy) =>
        new($"{Invariant(problem)}: {Invariant(remedy)}.", argument);

    private static void LabelRange(ReadOnlySpan<int> labels, int classes, string argument)
    {
        // A negative label is a huge one when read without its sign: one comparison serves both ends.
        if (TensorPrimitives.Max(MemoryMarshal.Cast<int, uint>(labels)) >= (uint)classes)
        {
            int row = 0;
            while ((uint)labels[row] < (uint)classes)
            {
                row++;
            }

            throw Invalid(argument, $"Label {labels[row]} in row {row} names no class", $"labels count from 0 to {classes - 1}");
        }
    }

    private static void ProbabilityRange(ReadOnlySpan<float> targets, int width, string argument)
    {
        int index = IndexOfNoProbability(targets);
        if (index >= 0)
        {
            throw NoProbability(targets[index], index / width, index % width, argument);
        }
    }

    private static int IndexOfNoProbability(ReadOnlySpan<float> targets)
    {
        // NaN passes through Min and Max, and no comparison with it holds.
        if (TensorPrimitives.Min(targets) >= 0 && TensorPrimitives.Max(targets) <= 1)
        {
            return -1;
        }

        int index = 0;
        while (targets[index] is >= 0 and <= 1)
        {
            index++;
        }

        return index;
    }

    private static ArgumentException NoProbableInput(float input, int row, int column, string argument) => Invalid(
        argument,
        $"Input {input} in row {row}, column {column} is no probability",
        $"reconstruction by cross-entropy takes inputs in [0, 1]: scale them, or declare the squared error: [Reconstruction] alone, or [Rbm] with VisibleUnits.Gaussian");

    private static ArgumentException NoProbability(float target, int row, int column, string argument) => Invalid(
        argument,
        $"Target {target} in row {row}, column {column} is no probability",
        $"targets of a binary cross-entropy lie in [0, 1]");
}
