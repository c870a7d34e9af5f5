using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>Whether a column holds numbers or categories is told by all of its values, and never guessed.</summary>
public sealed class CsvKindTests : CsvTestFile
{
    [Theory]
    [InlineData("2,5", "set DecimalSeparator to ','")]
    [InlineData("1.234,5", "set DecimalSeparator to ','")]
    [InlineData("1,234.5", "without separators between thousands")]
    [InlineData("1 234 567", "without separators between thousands")]
    [InlineData("1'234", "without separators between thousands")]
    [InlineData("−5", "with the sign '-' or none")]
    [InlineData("12%", "leave the sign of percent or currency out")]
    [InlineData("12,5 %", "leave the sign of percent or currency out")]
    [InlineData("$1,299.00", "leave the sign of percent or currency out")]
    [InlineData("5 €", "leave the sign of percent or currency out")]
    [InlineData("2024-02-29", "dates and times are no inputs")]
    [InlineData("29.2.2024", "dates and times are no inputs")]
    [InlineData("2/29/24", "dates and times are no inputs")]
    [InlineData("2024-02-29T12:30:00Z", "dates and times are no inputs")]
    [InlineData("2024-02-29 12:30:00.123 +01:00", "dates and times are no inputs")]
    [InlineData("12:30", "dates and times are no inputs")]
    [InlineData("7:05 pm", "dates and times are no inputs")]
    [InlineData("1e39", "numbers beyond 3.4e38")]
    [InlineData("-Infinity", "numbers beyond 3.4e38")]
    [InlineData("none", "list it in MissingTexts")]
    [InlineData("12 mm", "correct it")]
    public void One_text_among_numbers_is_told_with_its_place_wherever_it_stands(string odd, string advice)
    {
        for (int place = 0; place < 3; place++)
        {
            string[] values = ["1", "2", "3"];
            values[place] = odd;
            string text = "a;y\n" + string.Concat(values.Select(value => $"{value};1\n"));

            CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets(text));

            exception.Message.ShouldContain($"'{odd}' is no number that a float holds, unlike 2 of the column's 3 values: ");
            exception.Message.ShouldContain(advice);
            exception.Message.ShouldContain("or name the column in CategoricalColumns");
            (exception.Line, exception.Column, exception.ColumnNumber).ShouldBe((place + 2, "a", 1));
            ReadTargets(text, new CsvOptions { CategoricalColumns = ["a"] }).Data.InputSize.ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("1,5", "2,5")]
    [InlineData("10%", "20%")]
    [InlineData("2024-01-01", "unknown")]
    [InlineData("$5", "gratis")]
    public void What_looks_like_a_number_or_a_date_is_no_category_unless_asked(string first, string second)
    {
        CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets($"a;y\n{second};1\n{first};2\n{first};2\n"));

        exception.Message.ShouldContain("is no number that a float holds: ");
        exception.Column.ShouldBe("a");
    }

    [Fact]
    public void A_number_among_texts_is_told_too()
    {
        CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets("a,y\nlow,1\n7,1\nhigh,1\n"));

        exception.Message.ShouldContain("'7' is a number, but 2 of the column's 3 values are texts, such as 'low': list these in MissingTexts");
        exception.Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("18-25", "26-35")]
    [InlineData("65+", "<18")]
    [InlineData("A1", "B2")]
    [InlineData("1.2.3", "1.2.4")]
    [InlineData("192.168.0.1", "10.0.0.1")]
    [InlineData("12 mm", "1st")]
    [InlineData("2024-Q1", "Monday")]
    [InlineData("-", "€")]
    [InlineData("true", "false")]
    public void Texts_in_which_digits_stand_are_categories(string first, string second) =>
        ReadTargets($"a;y\n{first};1\n{second};1\n").Categories["a"].ShouldBe([first, second], ignoreOrder: true);

    [Fact]
    public void What_other_programs_write_for_a_missing_value_is_one()
    {
        foreach (string missing in new[] { "", "?", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null" })
        {
            Should.Throw<CsvFormatException>(() => ReadTargets($"a,y\n1,2\n{missing},3\n")).Message.ShouldContain($"the value is missing ('{missing}')");
        }
    }

    [Fact]
    public void Names_are_no_categories_even_if_they_are_few()
    {
        static string Table(int names, int rows) => "who,y\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"n{row % names},1\n"));

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets(Table(names: 11, rows: 21)));

        exception.Message.ShouldContain("column 'who' (1): 11 different texts in 21 values look like names or identifiers");
        exception.Message.ShouldContain("IgnoredColumns");
        ReadTargets(Table(names: 11, rows: 22)).Data.InputSize.ShouldBe(11);
        ReadTargets(Table(names: 10, rows: 10)).Data.InputSize.ShouldBe(10);
        ReadTargets(Table(names: 11, rows: 11), new CsvOptions { CategoricalColumns = ["who"] }).Data.InputSize.ShouldBe(11);
    }

    [Fact]
    public void A_column_of_many_decimal_commas_is_told_to_be_that_and_not_to_have_too_many_categories()
    {
        var text = new StringBuilder("a;y\n");
        for (int i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},5;1\n");
        }

        Should.Throw<CsvFormatException>(() => ReadTargets(text.ToString())).Message.ShouldContain("DecimalSeparator");
    }

    [Fact]
    public void Decimal_commas_are_read_on_request_in_files_and_rows()
    {
        string path = Write("a;k;y\n1,5;2,50;-1e-1\n;3;0,25\n2,5;2,5;7\n");
        var options = new CsvOptions { DecimalSeparator = ',', TargetColumns = ["y"], CategoricalColumns = ["k"], Missing = MissingValues.Mean };

        CsvData table = CsvFile.Read(path, options);
        var copy = CsvEncoding.Parse(table.Encoding.ToText());

        table.InputNames.ShouldBe(["a", "k=2,5", "k=3"]);
        table.Data.Inputs.ToArray().ShouldBe([1.5f, 1, 0, 2, 0, 1, 2.5f, 1, 0]);
        table.Data.Targets.ToArray().ShouldBe([-0.1f, 0.25f, 7]);
        copy.Read(path).Data.Inputs.ToArray().ShouldBe(table.Data.Inputs.ToArray());
        float[] row = new float[3];
        copy.Encode(["1,25", "2,5"], row);
        row.ShouldBe([1.25f, 1, 0]);
        Should.Throw<CsvFormatException>(() => copy.Encode(["1.25", "2,5"], row)).Message.ShouldContain("DecimalSeparator to '.'");
    }

    [Fact]
    public void The_fillings_of_the_options_have_a_decimal_point_whatever_the_file_has()
    {
        var options = new CsvOptions { DecimalSeparator = ',', Missing = MissingValues.Constant(0.5), CategoricalColumns = ["k"] };

        CsvData table = ReadTargets("a;k;y\n1,5;2,5;0\n;;0\n", options);

        table.Filled.ShouldBe([new FilledColumn("a", "0,5", 1), new FilledColumn("k", "0,5", 1)]);
        table.Data.Inputs.ToArray().ShouldBe([1.5f, 0, 1, 0.5f, 1, 0]);
    }

    [Fact]
    public void A_decimal_comma_is_not_taken_for_a_delimiter() =>
        CsvFile.Read(Write("1,5;2,5\n3,5;4,5\n"), new CsvOptions { DecimalSeparator = ',', HasHeader = false, TargetColumns = ["2"] })
            .Data.Targets.ToArray().ShouldBe([2.5f, 4.5f]);
}
