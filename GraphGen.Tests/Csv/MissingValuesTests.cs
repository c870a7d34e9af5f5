using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

public sealed class MissingValuesTests : CsvTestFile
{
    private const string Table = "a,kind,y\n1,u,0\n,v,1\n9,?,2\n2,v,3\nNA,w,4\n2,w,5\n";

    [Fact]
    public void The_mean_stands_for_missing_numbers_and_the_most_frequent_category_for_missing_texts()
    {
        CsvData table = ReadTargets(Table, new CsvOptions { Missing = MissingValues.Mean });

        table.Filled.ShouldBe([new FilledColumn("a", "3.5", 2), new FilledColumn("kind", "v", 1)]);
        Column(table, 0).ShouldBe([1f, 3.5f, 9, 2, 3.5f, 2]);
        Column(table, 2).ShouldBe([0f, 1, 1, 1, 0, 0]);
        table.DroppedRows.ShouldBe(0);
    }

    [Theory]
    [InlineData("a,y\n5,0\n,0\n1,0\n2,0\n", 2f)]
    [InlineData("a,y\n5,0\n,0\n1,0\n2,0\n100,0\n", 3.5f)]
    public void The_median_stands_for_missing_numbers(string text, float median) =>
        ReadTargets(text, new CsvOptions { Missing = MissingValues.Median }).Data.Inputs[1].ShouldBe(median);

    [Fact]
    public void The_lowest_of_the_most_frequent_values_stands_for_missing_ones() =>
        ReadTargets("a,y\n7,0\n3,0\n,0\n3,0\n7,0\n1,0\n", new CsvOptions { Missing = MissingValues.MostFrequent }).Data.Inputs[2].ShouldBe(3f);

    [Fact]
    public void Every_place_of_a_long_order_may_be_the_most_frequent_one()
    {
        string[] order = [.. Enumerable.Range(0, 150).Select(place => $"p{place}")];
        string text = "a,y\n" + string.Concat(order.Append("p149").Append("").Select(value => $"{value},0\n"));

        CsvData table = ReadTargets(
            text, new CsvOptions { OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { ["a"] = order }, Missing = MissingValues.MostFrequent });

        table.Filled.ShouldBe([new FilledColumn("a", "p149", 1)]);
    }

    [Fact]
    public void A_constant_may_be_a_further_category()
    {
        CsvData table = ReadTargets(
            Table,
            new CsvOptions
            {
                Missing = MissingValues.Constant(-1),
                MissingOf = new Dictionary<string, MissingValues> { ["kind"] = MissingValues.Constant("unknown") },
            });

        table.InputNames.ShouldBe(["a", "kind=u", "kind=unknown", "kind=v", "kind=w"]);
        Column(table, 0).ShouldBe([1f, -1, 9, 2, -1, 2]);
        Column(table, 2).ShouldBe([0f, 0, 1, 0, 0, 0]);
    }

    [Fact]
    public void Indicators_say_what_was_missing_where_anything_was()
    {
        CsvData table = ReadTargets("a,b,y\n1,2,0\n,3,0\n", new CsvOptions { Missing = MissingValues.Mean.WithIndicator() });

        table.InputNames.ShouldBe(["a", "a is missing", "b"]);
        table.Data.Inputs.ToArray().ShouldBe([1f, 0, 2, 1, 1, 3]);
        table.Encoding.Columns[0].HasIndicator.ShouldBeTrue();
    }

    [Fact]
    public void Dropped_rows_count_for_nothing()
    {
        CsvData table = ReadTargets(
            "a,b,kind,y\n1,1,u,0\n?,100,gone,1\n3,NA,v,2\n4,4,u,\n",
            new CsvOptions { Missing = MissingValues.DropRow, MissingOf = new Dictionary<string, MissingValues> { ["b"] = MissingValues.Mean } });

        table.DroppedRows.ShouldBe(2);
        table.Categories["kind"].ShouldBe(["u", "v"]);
        table.Data.Inputs.ToArray().ShouldBe([1f, 1, 1, 0, 3, 1, 0, 1]);
        table.Data.Targets.ToArray().ShouldBe([0f, 2]);
    }

    [Fact]
    public void A_column_may_have_texts_of_its_own_for_missing_values()
    {
        CsvData table = ReadTargets(
            "x,count,y\n0,0,1\n2,3,1\n",
            new CsvOptions { Missing = MissingValues.Mean, MissingTextsOf = new Dictionary<string, IReadOnlyList<string>> { ["X"] = ["0"] } });

        table.Data.Inputs.ToArray().ShouldBe([2f, 0, 2, 3]);
    }

    [Fact]
    public void The_texts_for_missing_values_can_be_chosen()
    {
        CsvData table = ReadTargets("a,y\n-,0\n2,0\n", new CsvOptions { MissingTexts = ["-"], Missing = MissingValues.Constant(5) });

        table.Data.Inputs.ToArray().ShouldBe([5f, 2]);
    }

    [Fact]
    public void Other_files_are_filled_by_what_was_fitted()
    {
        CsvData train = ReadTargets("a,y\n1,0\n,0\n5,0\n", new CsvOptions { Missing = MissingValues.Mean });

        CsvData test = train.Encoding.Read(Write("y,a\n0,100\n0,\n", "test.csv"));

        test.Data.Inputs.ToArray().ShouldBe([100f, 3]);
        test.Filled.ShouldBe([new FilledColumn("a", "3", 1)]);
    }

    [Fact]
    public void Nothing_is_left_to_indicate_where_rows_are_refused_or_dropped()
    {
        Should.Throw<InvalidOperationException>(() => MissingValues.Refuse.WithIndicator());
        Should.Throw<InvalidOperationException>(() => MissingValues.DropRow.WithIndicator());
        Should.Throw<ArgumentOutOfRangeException>(() => MissingValues.Constant(double.NaN));
    }

    private static float[] Column(CsvData table, int column) =>
        [.. Enumerable.Range(0, table.Data.Count).Select(row => table.Data.InputRow(row)[column])];
}
