using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

public sealed class LabelTests
{
    [Fact]
    public void Whole_numbers_are_classes()
    {
        Labels<Counted>(new(0, 0), new(0, 41)).ShouldBe([0, 41]);
        Labels(new Small(0, 255)).ShouldBe([255]);
        Labels(new Large(0, int.MaxValue)).ShouldBe([int.MaxValue]);
        Counted.ClassNames.ShouldBeEmpty();
    }

    [Fact]
    public void A_truth_value_is_one_of_two_classes()
    {
        Labels<Sold>(new(0, false), new(0, true)).ShouldBe([0, 1]);
        Sold.ClassNames.ShouldBe(["false", "true"]);
    }

    [Fact]
    public void An_enum_is_numbered_by_its_values_in_numeric_order()
    {
        Labels<Graded>(new(0, Grade.Low), new(0, Grade.Middle), new(0, Grade.High), new(0, Grade.Top)).ShouldBe([0, 1, 2, 2]);
        Graded.ClassNames.ShouldBe(["Low", "Middle", "High"]);
        Graded.Classes.ShouldBe([Grade.Low, Grade.Middle, Grade.High]);
    }

    [Fact]
    public void Targets_have_names_and_a_number()
    {
        House.TargetCount.ShouldBe(3);
        House.TargetNames.ShouldBe(["Price", "Rent", "Rooms"]);
    }

    [Fact]
    public void A_label_that_is_no_class_is_refused_with_its_row()
    {
        Problem<Counted>(new(0, 0), new(0, -1)).ShouldBe("Row 1: 'Class' is -1, but classes count from 0: number them 0, 1, 2 and so on, or make them an enum.");
        Problem(new Large(0, 1L << 31)).ShouldStartWith("Row 0: 'Class' is 2147483648,");
        Problem<Graded>(new(0, Grade.Low), new(0, 0)).ShouldStartWith("Row 1: 'Grade' is 0, which is no value of Grade");
    }

    [Fact]
    public void A_missing_label_is_refused()
    {
        const string Missing = "is missing, but rows to learn from need what is to be predicted: give it a value, or leave the row out.";
        Problem(new Graded(0, null)).ShouldBe($"Row 0: 'Grade' {Missing}");
        Problem(new Sold(0, null)).ShouldBe($"Row 0: 'IsSold' {Missing}");
        Problem(new House(0, Grade.Low, 0, null, default)).ShouldBe($"Row 0: 'Rent' {Missing}");
    }

    [Fact]
    public void A_target_that_is_not_finite_is_refused() => Problem(new House(0, Grade.Low, 0, 0, Half.NaN))
        .ShouldBe("Row 0: 'Rooms' is NaN as a float, but must be a finite number.");

    [Fact]
    public void A_row_to_predict_for_needs_no_label()
    {
        float[] features = new float[Graded.FeatureCount];

        new Graded(3, null).CopyFeaturesTo(features);

        features.ShouldBe([3]);
    }

    [Fact]
    public void Targets_want_a_span_of_their_number() => Should
        .Throw<ArgumentException>(() => new House(0, Grade.Low, 0, 0, default).CopyTargetsTo(new float[2])).ParamName.ShouldBe("targets");

    private static int[] Labels<T>(params T[] records)
        where T : IDatasetRecord<T> => Dataset.From(records).Labels.ToArray();

    private static string Problem<T>(params T[] records)
        where T : IDatasetRecord<T> => Should.Throw<RecordException>(() => Dataset.From(records)).Message;
}
