using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>How texts become numbers.</summary>
public sealed class CsvColumnTests : CsvTestFile
{
    [Fact]
    public void Texts_are_one_hot_in_ordinal_order_and_columns_keep_the_order_of_the_file()
    {
        CsvData table = ReadTargets("size,kind,y\n1,pear,0\n2,Apple,0\n3,fig,0\n4,Apple,0\n");

        table.InputNames.ShouldBe(["size", "kind=Apple", "kind=fig", "kind=pear"]);
        table.Categories["kind"].ShouldBe(["Apple", "fig", "pear"]);
        table.Data.Inputs.ToArray().ShouldBe([1f, 0, 0, 1, 2, 1, 0, 0, 3, 0, 1, 0, 4, 1, 0, 0]);
        table.Encoding.Columns.Select(column => column.Kind).ShouldBe([CsvColumnKind.Number, CsvColumnKind.OneHot]);
    }

    [Fact]
    public void Numbers_named_as_categorical_are_sorted_as_numbers_and_equal_ones_are_one_category()
    {
        CsvData table = ReadTargets("code,y\n10,0\n9,0\n9.0,0\n+.9e1,0\n", new CsvOptions { CategoricalColumns = ["code"] });

        table.Categories["code"].ShouldBe(["9", "10"]);
        table.Data.Inputs.ToArray().ShouldBe([0f, 1, 1, 0, 1, 0, 1, 0]);
    }

    [Theory]
    [InlineData("01067", "1067")]
    [InlineData("00", "0")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void Codes_are_compared_to_the_letter(string code, string other) =>
        ReadTargets($"code,y\n{code},0\n{other},0\n", new CsvOptions { CategoricalColumns = ["code"] }).Categories["code"].ShouldBe([code, other], ignoreOrder: true);

    [Fact]
    public void A_text_with_a_place_in_the_order_is_not_missing()
    {
        CsvData table = ReadTargets(
            "pool,y\nNA,0\nGood,0\n,0\n",
            new CsvOptions
            {
                OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { [" pool "] = ["NA ", " Good"] },
                Missing = MissingValues.Constant("Good"),
            });

        table.Data.Inputs.ToArray().ShouldBe([0f, 1, 1]);
    }

    [Fact]
    public void Ordinal_columns_hold_the_place_in_the_order()
    {
        CsvData table = ReadTargets(
            "cut,y\nIdeal,0\nFair,0\nGood,0\n", new CsvOptions { OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { ["cut"] = ["Fair", "Good", "Ideal"] } });

        table.InputNames.ShouldBe(["cut"]);
        table.Data.Inputs.ToArray().ShouldBe([2f, 0, 1]);
        table.Categories.ShouldBeEmpty();
        table.Encoding.Columns[0].Categories.ShouldBe(["Fair", "Good", "Ideal"]);
    }

    [Fact]
    public void Text_classes_count_in_ordinal_order()
    {
        CsvData table = ReadLabels("a,y\n1,b\n2,B\n3,a\n4,b\n");

        table.Classes.ShouldBe(["B", "a", "b"]);
        table.Data.Labels.ToArray().ShouldBe([2, 0, 1, 2]);
        table.TargetNames.ShouldBeEmpty();
        table.Encoding.LabelColumn.ShouldBe("y");
    }

    [Fact]
    public void Whole_numbers_as_classes_count_in_numeric_order()
    {
        CsvData table = ReadLabels("a,y\n1,10\n2,-1\n3,9\n4,9.0\n");

        table.Classes.ShouldBe(["-1", "9", "10"]);
        table.Data.Labels.ToArray().ShouldBe([2, 0, 1, 1]);
    }

    [Fact]
    public void Several_targets_come_in_the_order_asked_for()
    {
        CsvData table = CsvFile.Read(Write("y,a,z\n1,2,3\n4,5,6\n"), new CsvOptions { TargetColumns = ["z", "y"] });

        table.Data.TargetSize.ShouldBe(2);
        table.Data.Targets.ToArray().ShouldBe([3f, 1, 6, 4]);
        table.TargetNames.ShouldBe(["z", "y"]);
    }

    [Fact]
    public void Ignored_columns_are_left_out_and_names_may_differ_in_capitals()
    {
        CsvData table = ReadTargets(",Name,a,Y\n1,x,2,3\n2,z,4,5\n", new CsvOptions { IgnoredColumns = ["1", "name"] });

        table.InputNames.ShouldBe(["a"]);
        table.Data.Inputs.ToArray().ShouldBe([2f, 4]);
    }
}
