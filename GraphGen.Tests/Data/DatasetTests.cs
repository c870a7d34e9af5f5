using System.Runtime.CompilerServices;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class DatasetTests
{
    private static readonly Dataset Labelled = new([1, 2, 3, 4, 5, 6, 7, 8], 2, [0, 1, 2, 3]);
    private static readonly Dataset Targeted = new([1, 2, 3, 4, 5, 6, 7, 8], 2, [10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 41, 42], 3);

    [Fact]
    public void Labelled_data_have_labels_and_no_targets()
    {
        Labelled.Count.ShouldBe(4);
        Labelled.InputSize.ShouldBe(2);
        Labelled.TargetSize.ShouldBe(0);
        Labelled.HasLabels.ShouldBeTrue();
        Labelled.Labels.ToArray().ShouldBe([0, 1, 2, 3]);
        Labelled.Targets.IsEmpty.ShouldBeTrue();
        Labelled.InputRow(2).ToArray().ShouldBe([5, 6]);
    }

    [Fact]
    public void Targeted_data_have_targets_and_no_labels()
    {
        Targeted.TargetSize.ShouldBe(3);
        Targeted.HasLabels.ShouldBeFalse();
        Targeted.Labels.IsEmpty.ShouldBeTrue();
        Targeted.Targets.Length.ShouldBe(12);
    }

    [Fact]
    public void Data_say_what_they_are()
    {
        $"{Labelled}".ShouldBe("4 rows of 2 inputs and a label from 0 to 3");
        $"{Labelled[1..3].WithWeights([1, 2])}".ShouldBe("2 rows of 2 inputs and a label from 1 to 2; weighted");
        $"{new Dataset([1], 1, [2], 1)}".ShouldBe("1 row of 1 input and 1 target");
        $"{Targeted.Standardize().Data.MinMaxTargets().Data}".ShouldBe(
            "4 rows of 2 inputs and 3 targets; inputs scaled by a standardization of 2 columns; targets scaled by a min-max scaling of 3 columns to [0, 1]");
    }

    [Fact]
    public void Data_that_do_not_fit_together_are_refused_with_the_figures()
    {
        Should.Throw<ArgumentException>(() => new Dataset([], 2, [])).Message.ShouldContain("0 values are not one or more whole rows of 2");
        Should.Throw<ArgumentException>(() => new Dataset([1, 2, 3], 2, [0]))
            .Message.ShouldContain("3 values are not one or more whole rows of 2");
        Should.Throw<ArgumentException>(() => new Dataset([1, 2], 2, [0, 1]))
            .Message.ShouldContain("1 rows of inputs (2 values, 2 a row), but 2 labels");
        Should.Throw<ArgumentException>(() => new Dataset([1, 2], 1, [1, 2, 3], 2))
            .Message.ShouldContain("4 targets are needed (2 a row), but there are 3");
        Should.Throw<ArgumentOutOfRangeException>(() => new Dataset([1], 0, [0])).ParamName.ShouldBe("inputSize");
        Should.Throw<ArgumentOutOfRangeException>(() => new Dataset([1], 1, [1f], 0)).ParamName.ShouldBe("targetSize");
        Should.Throw<ArgumentOutOfRangeException>(() => new Dataset([1, 2], 1, [0, -3])).Message.ShouldContain("label of row 1 is -3");
        Should.Throw<ArgumentNullException>(() => new Dataset(null!, 1, [0])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentNullException>(() => new Dataset([1], 1, null!)).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentNullException>(() => new Dataset([1], 1, null!, 1)).ParamName.ShouldBe("targets");
    }

    [Fact]
    public void A_slice_shows_its_rows_and_a_slice_of_it_too()
    {
        Dataset slice = Targeted[1..][..^1];

        slice.Count.ShouldBe(2);
        slice.Inputs.ToArray().ShouldBe([3, 4, 5, 6]);
        slice.Targets.ToArray().ShouldBe([20, 21, 22, 30, 31, 32]);
        slice.InputRow(1).ToArray().ShouldBe([5, 6]);
        Labelled.Slice(2..3).Labels.ToArray().ShouldBe([2]);
    }

    [Fact]
    public void A_slice_does_not_copy()
    {
        Labelled.Slice(1..3).Inputs.Overlaps(Labelled.Inputs, out int offset).ShouldBeTrue();
        offset.ShouldBe(-2);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(0, 5)]
    [InlineData(5, 6)]
    public void A_slice_of_no_rows_or_beyond_the_data_is_refused(int start, int end) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.Slice(start..end)).Message.ShouldContain($"{start}..{end}");

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_row_beyond_the_data_is_refused(int row)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.InputRow(row)).Message.ShouldContain($"no row {row} among the 4");
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.GatherLabels([0, row], new int[2], classes: 9)).Message.ShouldContain($"no row {row}");
        Should.Throw<ArgumentOutOfRangeException>(() => ColumnBlocks.Gather(Labelled.Inputs, [0, row], Labelled.InputSize, ref new Arena(256).Start, 256));
        Should.Throw<ArgumentOutOfRangeException>(() => Targeted.GatherTargets([0, row], ref new Arena(256).Start, 256));
    }

    [Fact]
    public void A_row_of_the_whole_is_not_a_row_of_a_slice() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ColumnBlocks.Gather(Labelled[..2].Inputs, [2], Labelled.InputSize, ref new Arena(256).Start, 256));

    [Fact]
    public void A_split_keeps_every_row_once_with_its_label()
    {
        Dataset data = Numbered(100);
        (Dataset first, Dataset second) = data.Split(0.7, seed: 5);

        first.Count.ShouldBe(70);
        second.Count.ShouldBe(30);
        int[] labels = [.. first.Labels, .. second.Labels];
        labels.ShouldNotBe(data.Labels.ToArray());
        labels.Order().ShouldBe(data.Labels.ToArray());
        first.Inputs.ToArray().ShouldBe(first.Labels.ToArray().SelectMany(label => new float[] { label, -label }));
    }

    [Fact]
    public void A_split_keeps_targets_beside_their_inputs()
    {
        (Dataset first, Dataset second) = Targeted.Split(0.5, seed: 1);

        foreach (Dataset part in new[] { first, second })
        {
            part.Count.ShouldBe(2);
            for (int row = 0; row < part.Count; row++)
            {
                float index = (part.InputRow(row)[0] + 1) / 2;
                part.Targets.Slice(row * 3, 3).ToArray().ShouldBe([10 * index, (10 * index) + 1, (10 * index) + 2]);
            }
        }
    }

    [Fact]
    public void A_split_depends_on_its_seed_alone()
    {
        Dataset data = Numbered(50);

        int[] labels = data.Split(0.5, seed: 1).First.Labels.ToArray();

        data.Split(0.5, seed: 1).First.Labels.ToArray().ShouldBe(labels);
        data.Split(0.5, seed: 2).First.Labels.ToArray().ShouldNotBe(labels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(0.1)]
    [InlineData(double.NaN)]
    public void A_split_that_leaves_nothing_is_refused(double fraction) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.Split(fraction, seed: 0)).ParamName.ShouldBe("fraction");

    [Fact]
    public void A_gathered_batch_lies_in_column_blocks()
    {
        const int Columns = 18;
        float[] inputs = [.. Enumerable.Range(0, 5 * Columns).Select(i => (float)i)];
        Dataset data = new Dataset(inputs, Columns, new int[5])[1..];
        var arena = new Arena(2 * 16 * 16);

        ColumnBlocks.Gather(data.Inputs, [3, 0, 3], data.InputSize, ref arena.Start, 16 * 16);

        arena.Span[0].ShouldBe(data.InputRow(3)[0]);
        arena.Span[16 + 5].ShouldBe(data.InputRow(0)[5]);
        arena.Span[256 + 32 + 1].ShouldBe(data.InputRow(3)[17]);
        arena.Span[256 + 32 + 2].ShouldBe(0);
    }

    [Fact]
    public void Labels_and_targets_are_gathered_by_row()
    {
        int[] labels = new int[3];
        var arena = new Arena(256);

        Labelled[1..].GatherLabels([2, 0, 2], labels, classes: 9);
        Targeted[1..].GatherTargets([2, 0], ref arena.Start, 256);

        labels.ShouldBe([3, 1, 3]);
        arena.Span[..3].ToArray().ShouldBe([40, 41, 42]);
        arena.Span.Slice(16, 3).ToArray().ShouldBe([20, 21, 22]);
    }

    [Fact]
    public void Labels_are_gathered_and_copied_as_targets_of_one_column()
    {
        var arena = new Arena(256);

        Labelled.GatherTargets([2, 0], ref arena.Start, 256);
        Labelled.CopyTargets(1, 2, ref Unsafe.Add(ref arena.Start, 32), 256);

        new[] { arena.Span[0], arena.Span[16], arena.Span[32], arena.Span[48] }
            .ShouldBe([Labelled.Labels[2], Labelled.Labels[0], Labelled.Labels[1], Labelled.Labels[2]]);
    }

    [Fact]
    public void Gathering_what_is_not_there_is_refused()
    {
        Should.Throw<InvalidOperationException>(() => Targeted.GatherLabels([0], new int[1], classes: 9)).Message.ShouldContain("3 targets");
        Should.Throw<ArgumentException>(() => Labelled.GatherLabels([0, 1], new int[1], classes: 9)).Message.ShouldContain("2 rows");
    }

    [Fact]
    public void Gathering_allocates_nothing()
    {
        var arena = new Arena(256);
        int[] rows = [3, 1, 2];
        int[] labels = new int[3];
        Gather();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Gather();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Gather()
        {
            ColumnBlocks.Gather(Labelled.Inputs, rows, Labelled.InputSize, ref arena.Start, 256);
            Labelled.GatherLabels(rows, labels, classes: 9);
            Targeted.GatherTargets(rows, ref arena.Start, 256);
        }
    }

    private static Dataset Numbered(int count) =>
        new([.. Enumerable.Range(0, count).SelectMany(i => new float[] { i, -i })], 2, [.. Enumerable.Range(0, count)]);
}
