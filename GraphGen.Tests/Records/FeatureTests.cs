using System.Collections.Immutable;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

public sealed class FeatureTests
{
    [Fact]
    public void Every_kind_of_number_becomes_the_float_nearest_to_it()
    {
        var numbers = new Numbers
        {
            SignedByte = -1, Byte = 255, Short = -30_000, UnsignedShort = 65_535, Integer = int.MinValue, UnsignedInteger = uint.MaxValue,
            Long = long.MinValue, UnsignedLong = ulong.MaxValue, Native = -7, UnsignedNative = 7, Wide = -8, UnsignedWide = 8, Half = (Half)0.1,
            Single = 0.1f, Double = 0.1, Decimal = 0.1m, Truth = true, Grade = Grade.High, Extras = Extras.Garden | Extras.Lift,
        };

        Features(numbers).ShouldBe(
        [
            -1, 255, -30_000, 65_535, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, -7, 7, -8, 8, (float)(Half)0.1, 0.1f, 0.1f, 0.1f, 1,
            5_000_000_000, 3,
        ]);
    }

    [Fact]
    public void What_is_missing_is_replaced_by_what_the_attribute_says() => Features(new MissingNumbers())
        .ShouldBe([-1, -2, -3, -4, -5, -6, -7, 0.5f, -8, 0, 0, 0, -9, 1e-3f, 1e-3f]);

    [Fact]
    public void What_may_be_missing_and_is_not_stays_as_it_is() => Features(new MissingNumbers
    {
        SignedByte = 1, UnsignedLong = 2, Wide = 3, Half = (Half)4, Single = 5, Double = 6, Decimal = 7, Truth = false, Grade = Grade.Low,
        Species = Species.Versicolor, NaN = 9, Array = [10, float.NaN],
    }).ShouldBe([1, 2, 3, 4, 5, 6, 7, 0, -2, 0, 1, 0, 9, 10, 1e-3f]);

    [Fact]
    public void The_values_of_an_enum_have_their_columns_in_numeric_order_and_once_each()
    {
        House.FeatureNames.ShouldBe(["Area", "Grade=Low", "Grade=Middle", "Grade=High"]);
        Features(new House(0, Grade.Low, 0, 0, default)).ShouldBe([0, 1, 0, 0]);
        Features(new House(0, Grade.Middle, 0, 0, default)).ShouldBe([0, 0, 1, 0]);
        Features(new House(0, Grade.Top, 0, 0, default)).ShouldBe([0, 0, 0, 1]);
    }

    [Fact]
    public void Every_container_of_numbers_fills_its_columns()
    {
        Features(new Vectors()).ShouldBe(Enumerable.Range(1, 18).Select(number => (float)number));
        Vectors.FeatureNames.Take(3).ShouldBe(["Array[0]", "Array[1]", "List[0]"]);
        Vectors.FeatureNames.Count.ShouldBe(Vectors.FeatureCount);
        Features(new Vectors { Nullable = null })[^2..].ShouldBe([0, 0]);
    }

    [Fact]
    public void The_constant_and_the_names_are_there_for_generic_code()
    {
        (CountOf<Flower>(), Flower.FeatureCount).ShouldBe((4, 4));
        NamesOf<Flower>().ShouldBe(["SepalLength", "SepalWidth", "PetalLength", "PetalWidth"]);

        static int CountOf<T>()
            where T : IFeatureRecord<T> => T.FeatureCount;

        static IReadOnlyList<string> NamesOf<T>()
            where T : IFeatureRecord<T> => T.FeatureNames;
    }

    [Fact]
    public void Equality_and_text_of_a_record_are_as_they_were()
    {
        Flower.Some.ToString().ShouldStartWith("Flower { SepalLength = ");
        Flower.Some.ToString().ShouldEndWith("Species = Virginica }");
        (Flower.Some with { }).ShouldBe(Flower.Some);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_span_of_another_length_is_refused(int length) =>
        Should.Throw<ArgumentException>(() => Flower.Some.CopyFeaturesTo(new float[length])).Message.ShouldContain("4");

    [Theory]
    [InlineData(float.NaN, "'SepalLength' is NaN as a float, but must be a finite number.")]
    [InlineData(float.NegativeInfinity, "'SepalLength' is -Infinity as a float, but must be a finite number.")]
    public void What_is_not_finite_is_refused(float value, string message) =>
        Problem(Flower.Some with { SepalLength = value }).ShouldBe(message);

    [Fact]
    public void What_single_precision_cannot_hold_is_refused() =>
        Problem(new House(1e300, Grade.Low, 0, 0, default)).ShouldBe("'Area' is Infinity as a float, but must be a finite number.");

    [Fact]
    public void An_infinity_is_not_missing() =>
        Problem(new MissingNumbers { Single = float.PositiveInfinity }).ShouldStartWith("'Single' is Infinity");

    [Fact]
    public void A_number_that_is_no_value_of_an_enum_is_refused_with_those_that_are() =>
        Problem(new House(0, (Grade)7, 0, 0, default)).ShouldBe("'Grade' is 7, which is no value of Grade: use one of Middle, High, Top, Low.");

    [Fact]
    public void A_number_that_is_no_value_of_an_ordinal_enum_is_refused_too()
    {
        Problem(new Numbers { Grade = (Grade)7 }).ShouldBe("'Grade' is 7, which is no value of Grade: use one of Middle, High, Top, Low.");
        Problem(new MissingNumbers { Grade = (Grade)8 }).ShouldStartWith("'Grade' is 8, which is no value of Grade");
    }

    [Fact]
    public void A_whole_number_beyond_single_precision_is_refused()
    {
        Problem(new Numbers { UnsignedWide = UInt128.MaxValue }).ShouldBe("'UnsignedWide' is Infinity as a float, but must be a finite number.");
        Problem(new Vectors { List = null!, Array = [0, float.PositiveInfinity] }).ShouldStartWith("'Array[1]' is Infinity");
    }

    [Fact]
    public void Too_few_or_too_many_elements_are_refused()
    {
        Problem(new Vectors { Array = [1] }).ShouldBe("'Array' has 1 values where [Feature(Length = 2)] promises 2: give every row as many.");
        Problem(new Vectors { Interface = [1, 2, 3] }).ShouldStartWith("'Interface' has 3 values");
        Problem(new Vectors { List = [1, 2, 3] }).ShouldStartWith("'List' has 3 values");
    }

    [Fact]
    public void Null_where_values_should_be_is_refused_and_the_way_out_is_named()
    {
        Problem(new Vectors { Array = null! })
            .ShouldBe("'Array' is missing: give it a value, or say by [Feature(Missing = 0)] what stands for it.");
        Problem(new Vectors { List = null! }).ShouldStartWith("'List' is missing");
        Problem(new Vectors { Interface = null! }).ShouldStartWith("'Interface' is missing");
        Problem(new Vectors { Immutable = default }).ShouldStartWith("'Immutable' is missing");
    }

    [Fact]
    public void An_element_that_is_not_finite_is_named() =>
        Problem(new Vectors { List = [0, double.NaN] }).ShouldBe("'List[1]' is NaN as a float, but must be a finite number.");

    [Fact]
    public void Packing_allocates_nothing()
    {
        var missing = new MissingNumbers { Species = Species.Setosa, Array = [1, 2] };
        var house = new House(1, Grade.Low, 1, 1, (Half)1);
        float[] row = new float[64];
        AllocatedBytes.Of(100, () =>
        {
            Flower.Some.CopyFeaturesTo(row.AsSpan(0, Flower.FeatureCount));
            missing.CopyFeaturesTo(row.AsSpan(0, MissingNumbers.FeatureCount));
            house.CopyFeaturesTo(row.AsSpan(0, House.FeatureCount));
            house.CopyTargetsTo(row.AsSpan(0, House.TargetCount));
        }).ShouldBe(0);
    }

    private static float[] Features<T>(T record)
        where T : IFeatureRecord<T>
    {
        float[] features = new float[T.FeatureCount];
        features.AsSpan().Fill(77);
        record.CopyFeaturesTo(features);
        return features;
    }

    private static string Problem<T>(T record)
        where T : IFeatureRecord<T>
    {
        RecordException exception = Should.Throw<RecordException>(() => Features(record));
        exception.Row.ShouldBeNull();
        return exception.Message;
    }
}
