using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

/// <summary>Rows that have neither labels nor targets.</summary>
public class UnlabelledDatasetTests
{
    private readonly Dataset _rows = new([1, 2, 3, 4, 5, 9], 2);

    [Fact]
    public void They_say_so_and_show_their_inputs_as_targets()
    {
        (_rows.IsUnlabelled, _rows.HasLabels, _rows.TargetSize, _rows.Count).ShouldBe((true, false, 2, 3));
        _rows.Targets.SequenceEqual(_rows.Inputs).ShouldBeTrue();
        _rows.ToString().ShouldBe("3 rows of 2 inputs without labels");
        new Dataset([1, 2], 2, [0]).IsUnlabelled.ShouldBeFalse();
    }

    [Fact]
    public void Whatever_becomes_of_the_inputs_becomes_of_the_targets()
    {
        (Dataset scaled, Standardization scaling) = _rows.Standardize();
        foreach (Dataset data in (Dataset[])[_rows[1..], _rows.Pick([2, 0]), _rows.Shuffle(1), _rows.Concat(_rows), scaled, scaling.Apply(_rows), _rows.WithScaling(scaling)])
        {
            data.IsUnlabelled.ShouldBeTrue();
            data.Targets.SequenceEqual(data.Inputs).ShouldBeTrue();
            data.TargetScaling.ShouldBe(data.InputScaling);
        }

        _rows.WithScaling(scaling, scaling).InputScaling.ShouldBe(scaling);
    }

    [Fact]
    public void There_are_no_targets_to_scale_and_no_labels_to_follow()
    {
        Standardization scaling = _rows.Standardize().Standardization;

        Should.Throw<InvalidOperationException>(() => _rows.StandardizeTargets()).Message.ShouldContain("scale the inputs");
        Should.Throw<InvalidOperationException>(() => _rows.MinMaxTargets()).Message.ShouldContain("scale the inputs");
        Should.Throw<InvalidOperationException>(() => scaling.ApplyToTargets(_rows)).Message.ShouldContain("scale the inputs");
        Should.Throw<InvalidOperationException>(() => _rows.WithScaling(null, scaling)).Message.ShouldContain("scale the inputs");
        Should.Throw<ArgumentException>(() => _rows.Concat(new Dataset([1, 2], 2, [1f, 2], 2))).Message.ShouldContain("without labels");
        Should.Throw<ArgumentException>(() => _rows.Split(0.5, seed: 1, stratified: true)).ParamName.ShouldBe("stratified");
    }

    [Fact]
    public void Picked_rows_know_where_they_come_from_also_as_a_network_learns_them()
    {
        var info = new NetworkInfo("Coder", 2, 2, LossFunction.Reconstruction, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));
        Dataset labelled = new([1, 2, 3, 4, 5, 9], 2, [0, 1, 2]);
        foreach (Dataset data in (Dataset[])[_rows, labelled])
        {
            Dataset learned = data.Pick([2, 0, 1])[1..].For(info);

            (learned.OriginalRow(0), learned.OriginalRow(1)).ShouldBe((0, 1));
            learned.Targets.SequenceEqual(learned.Inputs).ShouldBeTrue();
        }
    }

    [Fact]
    public void Rows_that_are_none_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => new Dataset(null!, 2));
        Should.Throw<ArgumentException>(() => new Dataset([], 2));
        Should.Throw<ArgumentException>(() => new Dataset([1, 2, 3], 2)).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentOutOfRangeException>(() => new Dataset([1], 0)).ParamName.ShouldBe("inputSize");
    }
}
