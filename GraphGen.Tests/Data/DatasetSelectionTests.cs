using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class DatasetSelectionTests
{
    private static readonly Dataset Labelled = new([1, -1, 2, -2, 3, -3, 4, -4], 2, [10, 20, 30, 40]);
    private static readonly Dataset Targeted = new([1, 2, 3, 4], 1, [10, 11, 20, 21, 30, 31, 40, 41], 2);

    [Fact]
    public void Spans_are_copied()
    {
        float[] inputs = [1, 2, 3, 4];
        int[] labels = [0, 1];
        var data = Dataset.From(inputs.AsSpan(), 2, labels.AsSpan());
        var targeted = Dataset.From(inputs.AsSpan(), 2, inputs.AsSpan(1, 2), 1);
        inputs.AsSpan().Clear();
        labels.AsSpan().Clear();

        data.Inputs.ToArray().ShouldBe([1, 2, 3, 4]);
        data.Labels.ToArray().ShouldBe([0, 1]);
        targeted.Targets.ToArray().ShouldBe([2, 3]);
        Should.Throw<ArgumentException>(() => Dataset.From([1f], 2, [0])).Message.ShouldContain("whole rows of 2");
    }

    [Fact]
    public void Picked_rows_come_in_their_order_with_all_that_belongs_to_them()
    {
        Dataset picked = Labelled.WithWeights([1, 2, 3, 4])[1..].Pick([2, 0, 2]);
        Dataset targets = Targeted[1..].Pick([2, 0]);

        picked.Inputs.ToArray().ShouldBe([4, -4, 2, -2, 4, -4]);
        picked.Labels.ToArray().ShouldBe([40, 20, 40]);
        picked.Weights.ToArray().ShouldBe([4, 2, 4]);
        targets.Inputs.ToArray().ShouldBe([4, 2]);
        targets.Targets.ToArray().ShouldBe([40, 41, 20, 21]);
        targets[1..].Targets.ToArray().ShouldBe([20, 21]);
    }

    [Fact]
    public void Rows_that_are_not_there_are_refused()
    {
        Should.Throw<ArgumentException>(() => Labelled.Pick([])).Message.ShouldContain("at least one of the 4");
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.Pick([0, 4])).Message.ShouldContain("no row 4 among the 4");
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled[..2].Pick([2]));
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.Pick([-1]));
    }

    [Fact]
    public void Shuffled_rows_are_all_rows_in_an_order_that_depends_on_the_seed_alone()
    {
        Dataset data = Numbered(50);
        int[] order = data.Shuffle(3).Labels.ToArray();

        order.ShouldNotBe(data.Labels.ToArray());
        order.Order().ShouldBe(data.Labels.ToArray());
        data.Shuffle(3).Labels.ToArray().ShouldBe(order);
        data.Shuffle(4).Labels.ToArray().ShouldNotBe(order);
        data.Shuffle(3).Inputs.ToArray().ShouldBe(order.Select(label => (float)label));
    }

    [Fact]
    public void Data_follow_each_other()
    {
        Dataset all = Labelled[..1].Concat(Labelled[2..], Labelled.WithWeights([5, 6, 7, 8])[1..2]);

        all.Inputs.ToArray().ShouldBe([1, -1, 3, -3, 4, -4, 2, -2]);
        all.Labels.ToArray().ShouldBe([10, 30, 40, 20]);
        all.Weights.ToArray().ShouldBe([1, 1, 1, 6]);
        Targeted.Concat(Targeted[1..2]).Targets.ToArray()[^4..].ShouldBe([40, 41, 20, 21]);
        Labelled[1..].Concat().Labels.ToArray().ShouldBe([20, 30, 40]);
        Labelled.Concat(Labelled).HasWeights.ShouldBeFalse();
    }

    [Fact]
    public void Data_that_do_not_fit_together_are_refused()
    {
        Should.Throw<ArgumentException>(() => Labelled.Concat(Targeted)).Message
            .ShouldContain("Rows of 1 input and 2 targets cannot follow rows of 2 inputs and a label");
        Should.Throw<ArgumentException>(() => Labelled.Concat(new Dataset([1], 1, [0])));
        Should.Throw<ArgumentNullException>(() => Labelled.Concat([null!]));
    }

    [Fact]
    public void Classes_are_counted_and_weighted_as_in_scikit_learn()
    {
        PreparationGoldens goldens = PreparationGoldens.Read();
        var data = new Dataset(new float[goldens.Labels.Length], 1, goldens.Labels);
        float[] weights = data.BalancedClassWeights(5);

        data.ClassCounts(5).ShouldBe([23, 5, 0, 12, 0]);
        goldens.PresentClasses.Select(label => (double)weights[label]).ShouldBe(goldens.BalancedWeights, 1e-6);
        weights[2].ShouldBe(0);
        weights[4].ShouldBe(0);
        data[..23].BalancedClassWeights(1).ShouldBe([1]);
        new FitOptions { ClassWeights = weights }.ClassWeights!.Count.ShouldBe(5);
    }

    [Fact]
    public void Labels_beyond_the_classes_are_refused()
    {
        Should.Throw<ArgumentException>(() => Labelled.ClassCounts(30)).Message.ShouldContain("label of row 2 is 30, but 30 classes count from 0 to 29");
        Should.Throw<ArgumentOutOfRangeException>(() => Labelled.ClassCounts(0));
        Should.Throw<InvalidOperationException>(() => Targeted.BalancedClassWeights(2)).Message.ShouldContain("no labels");
    }

    private static Dataset Numbered(int count) =>
        new([.. Enumerable.Range(0, count).Select(row => (float)row)], 1, [.. Enumerable.Range(0, count)]);
}
