using System.Text;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>Bad files and bad options: what was wrong, where, and what to do.</summary>
public sealed class CsvErrorTests : CsvTestFile
{
    [Theory]
    [InlineData("a,b,y\n1,2,3\n4,5\n", 3, null, null, "the row has 2 fields, but there are 3 columns")]
    [InlineData("a,b,y\n1,2,3\n\n4,5,6,7\n", 4, null, null, "the row has 4 fields, but there are 3 columns")]
    [InlineData("a,b,y\n1,2,3\n4,x,6\n", 3, "b", 2, "'x' is no number that a float holds, unlike 1 of the column's 2 values")]
    [InlineData("a,b,y\n1,2,3\n4,1e39,6\n", 3, "b", 2, "'1e39' is no number that a float holds")]
    [InlineData("a,b,y\n1,Infinity,3\n", 2, "b", 2, "'Infinity' is no number")]
    [InlineData("a,b,y\n\"1\n\",2,3\n4,,6\n", 4, "b", 2, "the value is missing ('')")]
    [InlineData("a,b,y\n1,2,3\n4,5,?\n", 3, "y", 3, "what is to be predicted is missing ('?')")]
    [InlineData("a,b,y\n1,2,3\n4,5,low\n", 3, "y", 3, "'low' is no number that a float holds, but this is a target")]
    [InlineData("a,A,y\n1,2,3\n", 1, "A", 2, "the header has this name twice, in columns 1 and 2")]
    [InlineData(",b,y\n1,2,3\n", null, "1", 1, "the header has no name for this column")]
    [InlineData("a,b,z\n1,2,3\n", null, null, null, "there is no column 'y'. The columns are 'a', 'b', 'z'")]
    [InlineData("a,b,y\n1,?,3\n4,,6\n", null, "b", 2, "all values are missing")]
    [InlineData("", null, null, null, "the file is empty")]
    [InlineData("\n  \n\n", null, null, null, "the file is empty")]
    [InlineData("a,b,y\n", null, null, null, "there are no rows, only a header")]
    [InlineData("y\n1\n", null, null, null, "no column is left to predict from")]
    [InlineData("a,b,y\n1,2,3\n4,\"5,6\n7,8,9\n", 3, null, null, "a quotation mark opens a field that has no end")]
    [InlineData("a,b,y\n1,2,3\n4,5,\"6\n7,8,9", 3, null, null, "a quotation mark")]
    [InlineData("a,b,y\n1,2\"2,3\n", 2, null, null, "a quotation mark stands within a field")]
    public void What_is_wrong_is_said_with_line_and_column(string text, int? line, string? column, int? number, string problem)
    {
        string path = Write(text);

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => CsvFile.Read(path, new CsvOptions { TargetColumns = ["y"], Delimiter = ',' }));

        exception.Message.ShouldStartWith($"'{path}'");
        exception.Message.ShouldContain(problem);
        exception.Path.ShouldBe(path);
        exception.Line.ShouldBe(line);
        exception.Column.ShouldBe(column);
        exception.ColumnNumber.ShouldBe(number);
    }

    [Fact]
    public void The_message_begins_with_the_place()
    {
        string path = Write("a,b,y\n1,2,3\n4,x,6\n");

        Should.Throw<CsvFormatException>(() => CsvFile.Read(path, new CsvOptions { TargetColumns = ["y"] })).Message.ShouldStartWith(
            $"'{path}', line 3, column 'b' (2): 'x' is no number that a float holds, unlike 1 of the column's 2 values: correct it, list it in MissingTexts");
    }

    [Fact]
    public void Lines_are_counted_after_line_breaks_within_fields_comments_and_blank_lines()
    {
        string path = Write("# one\r\n\r\nkind,a,y\r\n\"x\r\ny\",1,2\r\n# two\r\nz,none,3\r\n");

        Should.Throw<CsvFormatException>(() => CsvFile.Read(path, new CsvOptions { TargetColumns = ["y"], Comment = '#' })).Line.ShouldBe(7);
    }

    [Fact]
    public void A_column_of_names_is_not_taken_for_categories()
    {
        var text = new StringBuilder("name,y\n");
        for (int i = 0; i <= 100; i++)
        {
            text.Append($"n{i},1\n");
        }

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets(text.ToString()));

        exception.Message.ShouldContain("more than the 100 different texts that a column may have");
        exception.Line.ShouldBe(102);
        ReadTargets(text.ToString(), new CsvOptions { MaximumCategories = 101, CategoricalColumns = ["name"] }).Data.InputSize.ShouldBe(101);
    }

    [Fact]
    public void Numbers_to_predict_are_not_taken_for_classes()
    {
        Should.Throw<CsvFormatException>(() => ReadLabels("a,y\n1,1\n2,2.5\n")).Message.ShouldContain("numbers that are not whole, such as '2.5'");
        Should.Throw<CsvFormatException>(() => ReadLabels("a;y\n1;1\n2;2,5\n")).Message.ShouldContain("numbers that are not whole, such as '2,5'");
        Should.Throw<CsvFormatException>(() => ReadLabels("a,y\n1,1e0\n2,1e-5\n")).Message.ShouldContain("such as '1e-5'");
        Should.Throw<CsvFormatException>(() => ReadLabels("a,y\n1,1\n2,0.12345678901234567\n")).Message.ShouldContain("such as '0.12345678901234567'");
        Should.Throw<CsvFormatException>(() => ReadLabels("a,y\n1,1\n2,2\n3,3\n", new CsvOptions { MaximumCategories = 2 })).Line.ShouldBe(4);
    }

    [Fact]
    public void An_unknown_class_of_another_file_is_refused()
    {
        CsvEncoding encoding = ReadLabels("a,y\n1,no\n2,yes\n").Encoding;

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => encoding.Read(Write("y,a\nno,1\nmaybe,2\n", "test.csv")));

        exception.Message.ShouldContain("'maybe' is none of the classes that are known: 'no', 'yes'");
        (exception.Line, exception.Column, exception.ColumnNumber).ShouldBe((3, "y", 1));
    }

    [Fact]
    public void A_column_that_another_file_lacks_is_named()
    {
        CsvEncoding encoding = ReadTargets("a,b,y\n1,2,3\n").Encoding;

        Should.Throw<CsvFormatException>(() => encoding.Read(Write("a,y\n1,2\n", "test.csv"))).Message.ShouldContain("there is no column 'b'");
        Should.Throw<CsvFormatException>(() => encoding.Read(Write("a,b\n1,2\n", "test.csv"))).Message.ShouldContain("there is no column 'y'");
    }

    [Fact]
    public void Rows_to_predict_cannot_be_dropped()
    {
        CsvEncoding encoding = ReadTargets("a,y\n1,2\n,3\n", new CsvOptions { Missing = MissingValues.DropRow }).Encoding;

        Should.Throw<CsvFormatException>(() => encoding.Encode([""], new float[1])).Message.ShouldContain("rows to predict cannot be dropped");
        Should.Throw<CsvFormatException>(() => encoding.ReadInputs(Write("a\n1\n?\n", "new.csv"))).Line.ShouldBe(3);
    }

    [Fact]
    public void No_row_left_is_an_error()
    {
        Should.Throw<CsvFormatException>(() => ReadTargets("a,b,y\n1,,2\n,1,3\n", new CsvOptions { Missing = MissingValues.DropRow }))
            .Message.ShouldContain("no row is left: in each of the 2 a value is missing");
    }

    [Fact]
    public void A_filling_that_does_not_fit_the_column_is_refused()
    {
        var none = MissingValues.Constant("none");
        var ofA = new Dictionary<string, MissingValues> { ["a"] = none };

        Should.Throw<CsvFormatException>(() => ReadTargets("a,y\n1,2\n,3\n", new CsvOptions { Missing = none }))
            .Message.ShouldContain("'none' cannot stand for missing values here: the column holds numbers");
        Should.Throw<CsvFormatException>(() => ReadTargets("a,y\n1,2\n", new CsvOptions { MissingOf = ofA }))
            .Message.ShouldContain("'none' cannot stand for missing values here: the column holds numbers");
        ReadTargets("a,b,y\n1,u,2\n2,,3\n", new CsvOptions { Missing = none }).InputNames.ShouldBe(["a", "b=none", "b=u"]);
    }

    [Fact]
    public void A_filling_that_the_file_to_learn_from_never_needed_is_no_category()
    {
        CsvEncoding encoding = ReadTargets("a,y\nu,2\n", new CsvOptions { Missing = MissingValues.Constant("none") }).Encoding;

        Should.Throw<CsvFormatException>(() => encoding.Encode([""], new float[1])).Message.ShouldContain("since 'none' means nothing in the one that it was fitted on");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        string path = Write([.. "a,y\n"u8, 0xE4, .. ",1\n"u8]);

        Should.Throw<CsvFormatException>(() => CsvFile.Read(path, new CsvOptions { TargetColumns = ["y"] })).Message.ShouldContain("the text is not in UTF-8");
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("cut off")]
    public void Damaged_compression_is_refused_instead_of_losing_rows(string damage)
    {
        byte[] bytes = Gzip(Encoding.UTF8.GetBytes("a,y\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{i * 7919L % 1000}\n"))));
        if (damage == "damaged")
        {
            bytes.AsSpan(bytes.Length / 2, 200).Clear();
        }

        string path = Write(damage == "damaged" ? bytes : bytes[..^5000]);

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => CsvFile.Read(path, new CsvOptions { TargetColumns = ["y"] }));

        exception.Message.ShouldContain("the gzip compression is corrupt");
    }

    [Fact]
    public void A_quotation_mark_without_its_partner_does_not_take_in_a_large_file()
    {
        string text = "a,y\n1,2\n\"3,4\n" + string.Concat(Enumerable.Repeat("5,6\n", 1 << 19));

        CsvFormatException exception = Should.Throw<CsvFormatException>(() => ReadTargets(text, new CsvOptions { Delimiter = ',' }));

        exception.Message.ShouldContain("a field has more than 1048576 characters: close the quotation mark");
        exception.Line.ShouldBe(3);
    }

    [Fact]
    public void A_path_without_a_file_is_said_to_be_so()
    {
        string folder = Path.GetDirectoryName(Write("a,y\n1,2\n"))!;
        var options = new CsvOptions { TargetColumns = ["y"] };
        CsvEncoding encoding = CsvFile.Read(Path.Combine(folder, "table.csv"), options).Encoding;

        foreach (string missing in new[] { Path.Combine(folder, "none.csv"), Path.Combine(folder, "none", "table.csv") })
        {
            Should.Throw<FileNotFoundException>(() => CsvFile.Read(missing, options)).Message.ShouldBe($"There is no table '{missing}': correct the path, which was taken for '{missing}'.");
            Should.Throw<FileNotFoundException>(() => encoding.Read(missing));
            Should.Throw<FileNotFoundException>(() => encoding.ReadInputs(missing)).FileName.ShouldBe(missing);
        }

        Should.Throw<IOException>(() => CsvFile.Read(folder, options)).Message.ShouldBe($"'{folder}' is a folder, where a table is wanted: name the file in it.");
    }

    [Fact]
    public void Options_that_contradict_one_another_are_refused()
    {
        string path = Write("a,y\n1,2\n");
        void Refused(CsvOptions options, string message) => Should.Throw<ArgumentException>(() => CsvFile.Read(path, options)).Message.ShouldContain(message);

        Refused(new CsvOptions(), "What is to be predicted?");
        Refused(new CsvOptions { LabelColumn = "y", TargetColumns = ["a"] }, "classes or numbers can be predicted, not both");
        Refused(new CsvOptions { LabelColumn = "y", IgnoredColumns = ["Y"] }, "is named twice among");
        Refused(new CsvOptions { LabelColumn = "y", Delimiter = '#', Comment = '#' }, "cannot both separate fields and begin comments");
        Refused(new CsvOptions { LabelColumn = "y", Delimiter = ',', DecimalSeparator = ',' }, "cannot separate both fields and the fractions of numbers");
        var levels = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["none", "some"] };
        Refused(new CsvOptions { LabelColumn = "y", OrdinalColumns = levels, MissingTextsOf = levels }, "'none' of 'a' has a place in OrdinalColumns, and MissingTextsOf says");
        Refused(new CsvOptions { LabelColumn = "y", MissingOf = new Dictionary<string, MissingValues> { ["y"] = MissingValues.Mean } }, "which is to be predicted");
    }

    [Fact]
    public void Options_out_of_range_are_refused_at_once()
    {
        Should.Throw<ArgumentException>(() => new CsvOptions { Delimiter = '"' });
        Should.Throw<ArgumentException>(() => new CsvOptions { Comment = ' ' });
        Should.Throw<ArgumentException>(() => new CsvOptions { IgnoredColumns = [null!] });
        Should.Throw<ArgumentException>(() => new CsvOptions { OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["x", "x"] } });
        Should.Throw<ArgumentException>(() => new CsvOptions { MissingTextsOf = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["0"], ["A"] = ["1"] } });
        Should.Throw<ArgumentException>(() => new CsvOptions { OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["x", " x"] } });
        Should.Throw<ArgumentOutOfRangeException>(() => new CsvOptions { DecimalSeparator = ';' });
        Should.Throw<ArgumentOutOfRangeException>(() => new CsvOptions { MaximumCategories = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CsvOptions { UnknownCategories = (UnknownCategories)7 });
        Should.Throw<ArgumentNullException>(() => new CsvOptions { Missing = null! });
    }

    [Theory]
    [InlineData("seed", "b")]
    [InlineData("kind", "")]
    public void A_column_that_the_options_name_must_be_there(string name, string other)
    {
        CsvOptions[] all =
        [
            new() { IgnoredColumns = [name] },
            new() { CategoricalColumns = [name] },
            new() { OrdinalColumns = new Dictionary<string, IReadOnlyList<string>> { [name] = ["x", "z"] } },
            new() { MissingOf = new Dictionary<string, MissingValues> { [name] = MissingValues.Mean } },
            new() { MissingTextsOf = new Dictionary<string, IReadOnlyList<string>> { [name] = ["0"] } },
        ];
        foreach (CsvOptions options in all)
        {
            Should.Throw<CsvFormatException>(() => ReadTargets($"a{other},y\n1,2\n", options)).Message.ShouldContain($"there is no column '{name}'");
        }
    }
}
