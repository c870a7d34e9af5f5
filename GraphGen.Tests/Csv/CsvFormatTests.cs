using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>How the text of tables is divided.</summary>
public sealed class CsvFormatTests : CsvTestFile
{
    [Theory]
    [InlineData("a,b,y\n1,2,3\n4,5,6\n")]
    [InlineData("a;b;y\n1;2;3\n4;5;6\n")]
    [InlineData("a\tb\ty\n1\t2\t3\n4\t5\t6\n")]
    [InlineData("a|b|y\n1|2|3\n4|5|6\n")]
    [InlineData("a,b,y\r\n1,2,3\r\n4,5,6")]
    [InlineData("a,b,y\r1,2,3\r4,5,6\r")]
    [InlineData("\n\na,b,y\n\n1,2,3\n   \n4,5,6\n\n\n")]
    [InlineData("\"a\",\"b\",\"y\"\n\"1\", \"2\" ,3\n 4 ,5,\"6\"\n")]
    [InlineData("a , b , y\n1 , 2 , 3\n4 , 5 , 6\n")]
    [InlineData(" \t \na;b;y\n1;2;3\n4;5;6\n")]
    public void The_same_table_in_many_dresses_reads_alike(string text)
    {
        CsvData table = ReadTargets(text);

        table.InputNames.ShouldBe(["a", "b"]);
        table.TargetNames.ShouldBe(["y"]);
        table.Data.Inputs.ToArray().ShouldBe([1f, 2, 4, 5]);
        table.Data.Targets.ToArray().ShouldBe([3f, 6]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "gzip"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Byte_order_marks_and_gzip_are_recognised(string encoding)
    {
        const string Text = "größe,y\n1.5,ä\n2.5,ö\n";
        byte[] bytes = encoding switch
        {
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            "utf-16 big" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            "gzip" => Gzip(Encoding.UTF8.GetBytes(Text)),
            _ => Encoding.UTF8.GetBytes(Text),
        };

        CsvData table = CsvFile.Read(Write(bytes), new CsvOptions { LabelColumn = "y" });

        table.InputNames.ShouldBe(["größe"]);
        table.Classes.ShouldBe(["ä", "ö"]);
    }

    [Fact]
    public void Quoted_fields_keep_delimiters_line_breaks_and_doubled_marks()
    {
        CsvData table = ReadTargets("kind,y\n\"a, \"\"b\"\"\nc\",1\nplain,2\n");

        table.Categories["kind"].ShouldBe(["a, \"b\"\nc", "plain"]);
    }

    [Fact]
    public void A_delimiter_within_texts_does_not_mislead_the_detection()
    {
        CsvData table = ReadTargets("name;note;y\na;\"one, two, three, four\";1\nb;five, six;2\n");

        table.Categories.Keys.ShouldBe(["name", "note"], ignoreOrder: true);
    }

    [Fact]
    public void A_given_delimiter_is_not_detected()
    {
        CsvData table = CsvFile.Read(Write("1:u,v:3\n4:w,x:6\n"), new CsvOptions { Delimiter = ':', HasHeader = false, TargetColumns = ["3"] });

        table.InputNames.ShouldBe(["1", "2=u,v", "2=w,x"]);
    }

    [Fact]
    public void Comments_are_skipped_on_request()
    {
        CsvData table = ReadTargets("# made by hand; not, checked\na,y\n#1,\"\n2,3\n", new CsvOptions { Comment = '#' });

        table.Data.Inputs.ToArray().ShouldBe([2f]);
    }

    [Fact]
    public void What_begins_comments_is_no_delimiter() =>
        ReadTargets("a|b|c,y\nu|v|w,2\n| none, of, the table\nx|y|z,5\n", new CsvOptions { Comment = '|' }).Categories["a|b|c"].ShouldBe(["u|v|w", "x|y|z"]);

    [Fact]
    public void Without_a_header_columns_are_named_by_their_numbers()
    {
        CsvData table = CsvFile.Read(Write("5.1,3.5,setosa\n7.0,3.2,versicolor\n"), new CsvOptions { HasHeader = false, LabelColumn = "3", IgnoredColumns = ["2"] });

        table.InputNames.ShouldBe(["1"]);
        table.Data.Inputs.ToArray().ShouldBe([5.1f, 7f]);
        table.Data.Labels.ToArray().ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Numbers_and_names_do_not_depend_on_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CsvData table = ReadTargets("INDEX,k,y\n-1.5e3,10,.5\n?,2,+7\n", new CsvOptions { Missing = MissingValues.Mean, CategoricalColumns = ["K"] });

            table.InputNames.ShouldBe(["INDEX", "k=2", "k=10"]);
            table.Data.Inputs.ToArray().ShouldBe([-1500f, 0, 1, -1500, 1, 0]);
            table.Data.Targets.ToArray().ShouldBe([0.5f, 7]);
            table.Filled.ShouldBe([new FilledColumn("INDEX", "-1500", 1)]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_random_numbers_come_back_to_the_last_bit()
    {
        var random = new Random(1);
        float[] values = [.. Enumerable.Range(0, 30_000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(0x7F80_0000)) * (random.Next(2) - 0.5f))];
        var text = new StringBuilder("a,b,y\n");
        foreach (float[] row in values.Chunk(3))
        {
            text.AppendJoin(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        Dataset data = ReadTargets(text.ToString()).Data;

        data.Inputs.ToArray().ShouldBe(values.Where((_, index) => index % 3 != 2));
        data.Targets.ToArray().ShouldBe(values.Where((_, index) => index % 3 == 2));
    }
}
