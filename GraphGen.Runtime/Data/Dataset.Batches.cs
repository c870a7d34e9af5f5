using System.ComponentModel;
using System.Runtime.CompilerServices;
using GraphGen.Execution;

namespace GraphGen;

/// <content>How a network takes mini-batches out of the data: straight into its own buffers.</content>
public sealed partial class Dataset
{
    /// <summary>For emitted code: gathers the labels of a mini-batch. They are checked again: the arrays belong to the user.</summary>
    /// <param name="rows">The rows, in any order, repeated or not.</param>
    /// <param name="labels">Receives one label per row.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="InvalidOperationException">There are no labels.</exception>
    /// <exception cref="ArgumentException"><paramref name="labels"/> has another length than <paramref name="rows"/>, or a label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void GatherLabels(ReadOnlySpan<int> rows, Span<int> labels, int classes)
    {
        RequireLabels();
        if (labels.Length != rows.Length)
        {
            throw new ArgumentException($"{rows.Length} rows need as many labels, but the span given has {labels.Length}.", nameof(labels));
        }

        for (int i = 0; i < rows.Length; i++)
        {
            RequireRow(rows[i], nameof(rows));
            labels[i] = Label(rows[i], classes);
        }
    }

    /// <summary>For emitted code: copies the labels of consecutive rows. They are checked again: the arrays belong to the user.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="labels">Receives the labels of as many rows as it has elements.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="InvalidOperationException">There are no labels.</exception>
    /// <exception cref="ArgumentException">A label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CopyLabels(int start, Span<int> labels, int classes)
    {
        RequireLabels();
        for (int i = 0; i < labels.Length; i++)
        {
            RequireRow(start + i, nameof(start));
            labels[i] = Label(start + i, classes);
        }
    }

    private void RequireLabels()
    {
        if (!HasLabels)
        {
            throw new InvalidOperationException($"The data have no labels{(IsUnlabelled ? "" : $", but {TargetSize} targets a row")}.");
        }
    }

    private int Label(int row, int classes)
    {
        int label = Labels[row];
        return (uint)label < (uint)classes
            ? label
            : throw new ArgumentException($"The label of row {row} has become {label}, but there are {classes} classes, from 0 to {classes - 1}. Do not change labels while they are in use.", nameof(classes));
    }

    /// <summary>For emitted code: gathers the targets of a mini-batch into column blocks; labels count as targets of one column.</summary>
    /// <param name="rows">The rows, in any order, repeated or not.</param>
    /// <param name="targets">Where a matrix of <c>[rows.Length, TargetSize]</c> begins.</param>
    /// <param name="blockStride">Floats from one column block to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void GatherTargets(ReadOnlySpan<int> rows, ref float targets, nint blockStride)
    {
        if (!HasLabels)
        {
            TargetRows.Gather(rows, ref targets, blockStride);
            return;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            RequireRow(rows[i], nameof(rows));
            ColumnBlocks.PackLabels(Labels.Slice(rows[i], 1), ref Unsafe.Add(ref targets, (nint)i * ColumnBlocks.Width));
        }
    }

    /// <summary>For emitted code: copies the targets of consecutive rows into column blocks; labels count as targets of one column.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="targets">Where a matrix of <c>[count, TargetSize]</c> begins.</param>
    /// <param name="blockStride">Floats from one column block to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CopyTargets(int start, int count, ref float targets, nint blockStride)
    {
        if (HasLabels)
        {
            ColumnBlocks.PackLabels(Labels.Slice(start, count), ref targets);
        }
        else
        {
            TargetRows.Pack(start, count, ref targets, blockStride);
        }
    }
}
