using System.Text;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Csv;

/// <summary>Random tables are read back to the letter, and random damage yields no other exceptions than those that are documented.</summary>
public sealed class CsvFuzzTests : CsvTestFile
{
    [Fact]
    public void Whatever_is_written_properly_is_read_back_to_the_letter()
    {
        for (ulong seed = 0; seed < 1000; seed++)
        {
            var table = new RandomTable(seed);
            string path = Write(Encode(table));
            var format = CsvFormat.Of(new CsvOptions { Delimiter = table.IsDelimiterKnown ? table.Delimiter : null, Comment = table.Comment });

            using var reader = new CsvRecordReader(path, format);

            reader.Header.Names.ShouldBe(table.Names, $"seed {seed}, {table}");
            for (int row = 0; row < table.Rows.Length; row++)
            {
                reader.Read().ShouldBeTrue($"seed {seed}, row {row}, {table}");
                reader.Fields.ShouldBe(table.Rows[row].Select(field => field.Trim()), $"seed {seed}, row {row}, {table}");
                reader.Line.ShouldBe(table.Lines[row], $"seed {seed}, row {row}, {table}");
            }

            reader.Read().ShouldBeFalse($"seed {seed}, {table}");
        }
    }

    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        byte[] sound = Encoding.UTF8.GetBytes("a,kind,y\n1.5,\"u, \"\"v\"\"\",0\n,w,1\n2e3,\"x\ny\",0\n-7,größe,1\n");
        var options = new CsvOptions { LabelColumn = "y", Missing = MissingValues.Median };
        int read = 0;
        for (ulong seed = 0; seed < 1000; seed++)
        {
            byte[] damaged = Damage(seed % 3 == 0 ? Gzip(sound) : sound, seed);
            try
            {
                CsvData table = CsvFile.Read(Write(damaged), options);
                table.Data.Inputs.ToArray().ShouldAllBe(input => float.IsFinite(input));
                read++;
            }
            catch (CsvFormatException exception)
            {
                exception.Message.ShouldContain("table.csv'");
            }
        }

        read.ShouldBeInRange(50, 950);
    }

    [Fact]
    public void Damaged_encodings_are_parsed_or_refused()
    {
        var options = new CsvOptions { Missing = MissingValues.Mean.WithIndicator(), CategoricalColumns = ["c"], UnknownCategories = UnknownCategories.AllZeros };
        byte[] sound = Encoding.UTF8.GetBytes(ReadLabels("a,kind,c,y\n1,u,5,no\n,v,6,yes\n", options).Encoding.ToText());
        for (ulong seed = 0; seed < 1000; seed++)
        {
            try
            {
                var encoding = CsvEncoding.Parse(Encoding.UTF8.GetString(Damage(sound, seed)));
                string?[] row = new string?[encoding.Columns.Count];
                encoding.Encode(row, new float[encoding.InputSize]);
                row.AsSpan().Fill("5");
                encoding.Encode(row, new float[encoding.InputSize]);
            }
            catch (FormatException)
            {
                // Refused: the text by Parse, or the row by what is now another encoding.
            }
        }
    }

    // By UTF-8 with or without a mark, UTF-16 or gzip.
    private static byte[] Encode(RandomTable table) => table.Next(5) switch
    {
        0 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.Text)],
        1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table.Text)],
        2 => Gzip(Encoding.UTF8.GetBytes(table.Text)),
        _ => Encoding.UTF8.GetBytes(table.Text),
    };

    /// <summary>Changes, takes away, puts in or cuts off a few bytes.</summary>
    private static byte[] Damage(byte[] sound, ulong seed)
    {
        var random = new CounterRandom(seed, stream: 1);
        int Next(int end) => (int)(random.NextUInt32() % (uint)end);
        List<byte> bytes = [.. sound];
        for (int i = 1 + Next(3); i > 0; i--)
        {
            int place = Next(bytes.Count);
            byte value = Next(2) == 0 ? (byte)Next(256) : "\",\n\r?{}[]:0"u8[Next(11)];
            switch (Next(8))
            {
                case 0:
                    bytes.RemoveAt(place);
                    break;
                case < 4:
                    bytes.Insert(place, value);
                    break;
                case 4:
                    bytes.RemoveRange(place, Math.Min(bytes.Count - place - 1, Next(20)));
                    break;
                default:
                    bytes[place] = value;
                    break;
            }
        }

        return [.. bytes];
    }
}
