using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>A fitted encoding does the same to other files and to rows.</summary>
public sealed class CsvEncodingTests : CsvTestFile
{
    private const string Table = "id,a,kind,grade,y\n7,1.5,u,low,no\n8,?,v,high,yes\n9,3.5,u,middle,no\n";

    private static readonly CsvOptions Options = new()
    {
        IgnoredColumns = ["id"],
        OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { ["grade"] = ["low", "middle", "high"] },
        Missing = MissingValues.Mean.WithIndicator(),
        UnknownCategories = UnknownCategories.AllZeros,
    };

    [Fact]
    public void Another_file_may_have_its_columns_in_another_order_and_further_ones()
    {
        CsvEncoding encoding = ReadLabels(Table, Options).Encoding;

        CsvData test = encoding.Read(Write("y;grade;more;KIND;a\nyes;high;1;v;2\nno;low;2;w;\n", "test.csv"));

        encoding.InputNames.ShouldBe(["a", "a is missing", "kind=u", "kind=v", "grade"]);
        test.Data.Inputs.ToArray().ShouldBe([2f, 0, 0, 1, 2, 2.5f, 1, 0, 0, 0]);
        test.Data.Labels.ToArray().ShouldBe([1, 0]);
        test.Classes.ShouldBe(["no", "yes"]);
    }

    [Fact]
    public void Files_to_predict_need_no_label()
    {
        CsvEncoding encoding = ReadLabels(Table, Options).Encoding;

        encoding.ReadInputs(Write("a,kind,grade\n2,v,high\n,u,low\n", "new.csv")).ShouldBe([2f, 0, 0, 1, 2, 2.5f, 1, 1, 0, 0]);
        encoding.ReadInputs(Write("a,kind,grade\n", "none.csv")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\n1\n\n  \n4\n")]
    [InlineData("\na\r\n1\r\n\r\n\"\"\r\n4\r\n\r\n\r\n")]
    public void A_blank_line_within_a_table_of_one_column_is_a_missing_value(string text)
    {
        CsvEncoding encoding = ReadTargets("a,y\n1,0\n,0\n3,0\n", new CsvOptions { Missing = MissingValues.Mean }).Encoding;

        encoding.ReadInputs(Write(text, "new.csv")).ShouldBe([1f, 2, 2, 4]);
    }

    [Fact]
    public void A_blank_line_before_the_first_row_is_a_missing_value_too_without_a_header()
    {
        CsvEncoding encoding = CsvFile.Read(Write("1,0\n,0\n3,0\n"), new CsvOptions { HasHeader = false, TargetColumns = ["2"], Missing = MissingValues.Mean }).Encoding;

        encoding.ReadInputs(Write("\n4\n", "new.csv")).ShouldBe([2f, 4]);
    }

    [Fact]
    public void A_blank_line_that_nothing_stands_for_is_told_with_its_number()
    {
        CsvEncoding encoding = ReadTargets("a,y\n1,0\n").Encoding;

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => encoding.ReadInputs(Write("a\n1\n\n4\n", "new.csv")));

        (exception.Line, exception.Column).ShouldBe((3, "a"));
        exception.Message.ShouldContain("the value is missing ('')");
    }

    [Fact]
    public void Rows_become_what_the_file_became()
    {
        CsvData table = ReadLabels(Table, Options);
        float[] inputs = new float[table.Encoding.InputSize];
        string?[][] rows = [["1.5", "u", "low"], [null, " v ", "high"], ["3.5", "u", "middle"]];
        for (int row = 0; row < rows.Length; row++)
        {
            table.Encoding.Encode(rows[row], inputs);
            inputs.ShouldBe(table.Data.InputRow(row).ToArray());
            table.Encoding.Encode(
                new Dictionary<string, string> { ["grade"] = rows[row][2]!, ["a"] = rows[row][0]!, ["kind"] = rows[row][1]!, ["other"] = "?" }, inputs);
            inputs.ShouldBe(table.Data.InputRow(row).ToArray());
        }
    }

    [Fact]
    public void Encoding_a_row_allocates_nothing()
    {
        CsvEncoding encoding = ReadLabels(Table, Options).Encoding;
        float[] inputs = new float[encoding.InputSize];
        string[] row = ["1.5", "u", "low"];
        encoding.Encode(row, inputs);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            encoding.Encode(row, inputs);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Fact]
    public void Unknown_categories_are_refused_unless_asked_otherwise()
    {
        CsvEncoding encoding = ReadLabels(Table, Options with { UnknownCategories = UnknownCategories.Refuse }).Encoding;
        float[] inputs = new float[encoding.InputSize];

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => encoding.Encode(["1", "w", "low"], inputs));

        exception.Message.ShouldStartWith("Column 'kind': 'w' is none of the 2 categories that are known: 'u', 'v'.");
        exception.Column.ShouldBe("kind");
        exception.Path.ShouldBeNull();
        exception.Line.ShouldBeNull();
    }

    [Fact]
    public void A_text_without_a_place_in_the_order_is_always_refused()
    {
        CsvEncoding encoding = ReadLabels(Table, Options).Encoding;
        float[] inputs = new float[encoding.InputSize];

        Should.Throw<CsvFormatException>(() => encoding.Encode(["1", "u", "top"], inputs)).Message.ShouldContain("'low', 'middle', 'high'");
    }

    [Fact]
    public void Rows_of_the_wrong_shape_are_refused()
    {
        CsvEncoding encoding = ReadLabels(Table, Options).Encoding;

        Should.Throw<ArgumentException>(() => encoding.Encode(["1", "u"], new float[5])).Message.ShouldContain("A row has 3 fields ('a', 'kind', 'grade'), not 2.");
        Should.Throw<ArgumentException>(() => encoding.Encode(["1", "u", "low"], new float[4])).Message.ShouldContain("A row has 5 inputs, but the span 4.");
        Should.Throw<ArgumentException>(() => encoding.Encode(new Dictionary<string, string> { ["a"] = "1" }, new float[5])).Message.ShouldContain("no 'kind'");
    }

    [Fact]
    public void The_text_of_an_encoding_makes_one_that_does_the_same()
    {
        string path = Write(Table);
        CsvEncoding encoding = CsvFile.Read(path, Options with { LabelColumn = "y", Comment = '#', Delimiter = ',' }).Encoding;

        var copy = CsvEncoding.Parse(encoding.ToText());

        copy.ToText().ShouldBe(encoding.ToText());
        copy.InputNames.ShouldBe(encoding.InputNames);
        copy.Classes.ShouldBe(encoding.Classes);
        copy.Columns.Select(column => column.Missing).ShouldBe(encoding.Columns.Select(column => column.Missing));
        copy.Read(path).Data.Inputs.ToArray().ShouldBe(encoding.Read(path).Data.Inputs.ToArray());
        copy.Read(path).Data.Labels.ToArray().ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void The_text_of_an_encoding_of_numbers_as_categories_and_of_targets_does_too()
    {
        string path = Write("1;2;3;4\n10;2;0;5\n9;;1;?\n");
        CsvEncoding encoding = CsvFile.Read(
            path, new CsvOptions { HasHeader = false, CategoricalColumns = ["1"], TargetColumns = ["3", "4"], Missing = MissingValues.DropRow }).Encoding;

        var copy = CsvEncoding.Parse(encoding.ToText());

        copy.TargetColumns.ShouldBe(["3", "4"]);
        copy.Categories["1"].ShouldBe(["1", "10"]);
        copy.Read(path).Data.Inputs.ToArray().ShouldBe([1f, 0, 2, 0, 1, 2]);
        copy.Read(path).DroppedRows.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"delimiter":null,"header":true,"comment":null,"columns":[],"predicted":[],"classes":null}""")]
    [InlineData("""{"version":1,"delimiter":",,","header":true,"comment":null,"columns":[],"predicted":[],"classes":null}""")]
    [InlineData("""{"version":1,"delimiter":null,"header":true,"comment":null,"columns":[{"name":"a","kind":"Odd"}],"predicted":[],"classes":null}""")]
    public void Other_text_is_no_encoding(string text) =>
        Should.Throw<FormatException>(() => CsvEncoding.Parse(text)).Message.ShouldStartWith("The text is no encoding of a table");

    [Theory]
    [InlineData("\"OneHot\"", "\"Number\"")]
    [InlineData("\"Number\"", "\"OneHot\"")]
    [InlineData("\"Number\"", "\"7\"")]
    [InlineData("\"Mean\"", "\"9\"")]
    [InlineData("\"name\":\"kind\"", "\"name\":\"a\"")]
    [InlineData("\"name\":\"kind\"", "\"name\":\"y\"")]
    [InlineData("\"fill\":\"2.5\"", "\"fill\":null")]
    [InlineData("\"fill\":\"2.5\"", "\"fill\":\"two\"")]
    [InlineData("\"decimal\":\".\"", "\"decimal\":\";\"")]
    [InlineData("\"delimiter\":null", "\"delimiter\":\" \"")]
    [InlineData("[\"no\",\"yes\"]", "[\"no\",\"no\"]")]
    [InlineData("[\"u\",\"v\"]", "[]")]
    [InlineData("\"version\":1", "\"version\":4294967296")]
    public void A_damaged_encoding_is_refused_at_once(string sound, string damaged)
    {
        string text = ReadLabels(Table, Options).Encoding.ToText();
        text.ShouldContain(sound);

        Should.Throw<FormatException>(() => CsvEncoding.Parse(text.Replace(sound, damaged, StringComparison.Ordinal))).Message.ShouldStartWith("The text is no encoding of a table");
    }
}
