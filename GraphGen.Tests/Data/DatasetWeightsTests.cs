using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class DatasetWeightsTests
{
    private static readonly Dataset Plain = new([1, 2, 3, 4, 5, 6], 1, [0, 1, 2, 0, 1, 2]);
    private static readonly Dataset Weighted = Plain.WithWeights([0.5f, 1, 1.5f, 2, 2.5f, 0]);

    [Fact]
    public void Data_without_weights_have_none_and_count_one()
    {
        float[] gathered = new float[2], copied = new float[3];

        Plain.GatherWeights([5, 0], gathered);
        Plain.CopyWeights(3, copied);

        (Plain.HasWeights, Plain.Weights.Length).ShouldBe((false, 0));
        gathered.ShouldBe([1, 1]);
        copied.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Weights_are_gathered_and_copied_by_row()
    {
        float[] gathered = new float[3], copied = new float[2];

        Weighted.GatherWeights([4, 0, 4], gathered);
        Weighted.CopyWeights(2, copied);

        Weighted.Weights.ToArray().ShouldBe([0.5f, 1, 1.5f, 2, 2.5f, 0]);
        gathered.ShouldBe([2.5f, 0.5f, 2.5f]);
        copied.ShouldBe([1.5f, 2]);
    }

    [Fact]
    public void A_slice_keeps_the_weights_of_its_rows_and_may_get_its_own()
    {
        Weighted[2..][1..3].Weights.ToArray().ShouldBe([2, 2.5f]);

        Dataset own = Plain[2..5].WithWeights([7, 8, 9]);

        own.Weights.ToArray().ShouldBe([7, 8, 9]);
        own[1..].Weights.ToArray().ShouldBe([8, 9]);
        own.Labels.ToArray().ShouldBe([2, 0, 1]);
    }

    [Fact]
    public void Weights_go_with_their_rows_through_a_split_and_a_standardisation()
    {
        Dataset data = new Dataset([1, 2, 3, 4], 1, [10f, 20, 30, 40], 1).WithWeights([0.1f, 0.2f, 0.3f, 0.4f]);

        (Dataset first, Dataset second) = data.Split(0.5, seed: 1);

        foreach (Dataset part in new[] { first, second })
        {
            part.Weights.ToArray().ShouldBe(part.Targets.ToArray().Select(target => target / 100));
        }

        data.Standardize().Data.Weights.ToArray().ShouldBe(data.Weights.ToArray());
    }

    [Fact]
    public void The_weight_of_a_class_multiplies_that_of_a_row()
    {
        Weighted.WithClassWeights([1, 10, 100]).Weights.ToArray().ShouldBe([0.5f, 10, 150, 2, 25, 0]);
        Plain[1..4].WithClassWeights([2, 3, 4]).Weights.ToArray().ShouldBe([3, 4, 2]);
    }

    [Fact]
    public void Bad_weights_are_named()
    {
        Should.Throw<ArgumentException>(() => Plain.WithWeights([1])).Message.ShouldContain("1 weights for 6 rows");
        Should.Throw<ArgumentNullException>(() => Plain.WithWeights(null!)).ParamName.ShouldBe("weights");
        Should.Throw<ArgumentOutOfRangeException>(() => Plain.WithWeights([1, 1, -1, 1, 1, 1])).Message.ShouldContain("The weight of row 2 is -1");
        Should.Throw<ArgumentOutOfRangeException>(() => Plain.WithWeights([1, 1, 1, float.NaN, 1, 1])).Message.ShouldContain("row 3 is NaN");
        Should.Throw<ArgumentOutOfRangeException>(() => Plain.WithWeights(new float[6])).Message.ShouldContain("No row has a weight above 0");
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(5, 2)]
    [InlineData(int.MaxValue, 1)]
    public void Rows_that_do_not_exist_have_no_weights(int start, int count)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Weighted.CopyWeights(start, new float[count]));
        Should.Throw<ArgumentOutOfRangeException>(() => Weighted.GatherWeights([6], new float[1]));
        Should.Throw<ArgumentException>(() => Weighted.GatherWeights([1], new float[2])).ParamName.ShouldBe("weights");
    }
}
