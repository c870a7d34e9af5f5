using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Arrays => [.. ArrayCase.All.Select(array => array.ToString())];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Arrays))]
    public void What_NumPy_saved_is_read_to_the_bit(string name)
    {
        ArrayCase expected = ArrayCase.All.Single(array => array.ToString() == name);

        NpyArray array = expected.Read();

        array.ElementType.ShouldBe(expected.ElementType);
        array.Shape.ToArray().ShouldBe(expected.Shape);
        array.Values.Cast<object>().ToArray().ShouldBe(expected.Elements);
    }

    [Theory]
    [MemberData(nameof(Arrays))]
    public void What_was_read_is_written_and_read_again(string name)
    {
        NpyArray array = ArrayCase.All.Single(array => array.ToString() == name).Read();
        string path = _folder.PathOf("again.npy");
        string archive = _folder.PathOf("again.npz");

        NpyFile.Write(path, array);
        NpyFile.WriteArchive(archive, new Dictionary<string, NpyArray> { ["a"] = array, ["b/c"] = array }, compressed: true);

        foreach (NpyArray again in new[] { NpyFile.Read(path), NpyFile.Read(archive, "a"), NpyFile.ReadArchive(archive)["b/c"] })
        {
            again.ElementType.ShouldBe(array.ElementType);
            again.Shape.ToArray().ShouldBe(array.Shape.ToArray());
            again.Values.Cast<object>().ShouldBe(array.Values.Cast<object>());
        }
    }

    [Theory]
    [InlineData("f4le.npy")]
    [InlineData("u1le.npy")]
    [InlineData("version2.npy", 1)]
    public void A_file_written_has_NumPys_bytes(string name, int version = 0)
    {
        // A header of version 1 has two bytes less, so that only data of version 2 can be compared.
        byte[] expected = File.ReadAllBytes(DataFiles.PathOf(name));
        string path = _folder.PathOf(name);
        NpyFile.Write(path, NpyFile.Read(DataFiles.PathOf(name)));

        byte[] written = File.ReadAllBytes(path);
        written.Length.ShouldBe(expected.Length);
        written[(version == 0 ? 0 : 128)..].ShouldBe(expected[(version == 0 ? 0 : 128)..]);
    }

    [Fact]
    public void The_same_archive_has_the_same_bytes()
    {
        var arrays = new Dictionary<string, NpyArray> { ["x"] = NpyArray.Of([1f, 2f], 1, 2) };
        string first = _folder.PathOf("first.npz");
        string second = _folder.PathOf("second.npz");

        NpyFile.WriteArchive(first, arrays);
        NpyFile.WriteArchive(second, arrays);

        File.ReadAllBytes(second).ShouldBe(File.ReadAllBytes(first));
    }

    [Fact]
    public void An_archive_lists_its_arrays_in_order() =>
        NpyFile.ReadArchive(DataFiles.PathOf("stored.npz")).Keys.ShouldBe(["x", "y", "t"]);

    [Theory]
    [InlineData("stored.npz")]
    [InlineData("deflated.npz")]
    public void An_archive_makes_data_with_labels_or_targets(string name)
    {
        Dataset labelled = NpyFile.ReadDataset(DataFiles.PathOf(name), "x", "y");
        Dataset targeted = NpyFile.ReadDataset(DataFiles.PathOf(name), "x", "t");

        labelled.Count.ShouldBe(5);
        labelled.InputSize.ShouldBe(4);
        labelled.Labels.ToArray().ShouldBe([2, 0, 1, 1, 0]);
        targeted.TargetSize.ShouldBe(3);
        targeted.Targets.ToArray().ShouldBe(NpyFile.Read(DataFiles.PathOf(name), "t").As<double>().Select(value => (float)value));
        targeted.Inputs.ToArray().ShouldBe(labelled.Inputs.ToArray());
    }

    [Fact]
    public void Files_make_data_whose_kind_goes_by_the_second_array()
    {
        string inputs = Write("inputs.npy", NpyArray.Of(new byte[] { 1, 2, 3, 4 }, 2, 2));

        NpyFile.ReadDataset(inputs, Write("a.npy", NpyArray.Of([true, false]))).Labels.ToArray().ShouldBe([1, 0]);
        NpyFile.ReadDataset(inputs, Write("b.npy", NpyArray.Of([7L, 8L], 2, 1))).Labels.ToArray().ShouldBe([7, 8]);
        NpyFile.ReadDataset(inputs, Write("c.npy", NpyArray.Of([7f, 8f]))).Targets.ToArray().ShouldBe([7, 8]);
        NpyFile.ReadDataset(inputs, Write("d.npy", NpyArray.Of([1, 0, 0, 1], 2, 2))).TargetSize.ShouldBe(2);
        NpyFile.ReadDataset(inputs, inputs).Inputs.ToArray().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_single_column_may_be_a_vector()
    {
        string column = Write("column.npy", NpyArray.Of([1.5, 2.5]));

        Dataset data = NpyFile.ReadDataset(column, column);

        data.InputSize.ShouldBe(1);
        data.Inputs.ToArray().ShouldBe([1.5f, 2.5f]);
        data.Targets.ToArray().ShouldBe([1.5f, 2.5f]);
    }

    [Fact]
    public void Arrays_that_do_not_belong_together_are_refused()
    {
        string inputs = Write("inputs.npy", NpyArray.Of([1f, 2f, 3f, 4f], 2, 2));

        MessageOf(() => NpyFile.ReadDataset(inputs, Write("a.npy", NpyArray.Of([0, 1, 2])))).ShouldContain("has 2 rows of inputs, but");
        MessageOf(() => NpyFile.ReadDataset(inputs, Write("b.npy", NpyArray.Of([0, -1])))).ShouldContain("the label -1 in row 1");
        MessageOf(() => NpyFile.ReadDataset(inputs, Write("c.npy", NpyArray.Of([0L, 1L << 40])))).ShouldContain("Element 1 is 1099511627776");
        MessageOf(() => NpyFile.ReadDataset(DataFiles.PathOf("empty.npy"), inputs)).ShouldContain("has the shape [0, 3]");
        MessageOf(() => NpyFile.ReadDataset(DataFiles.PathOf("scalar.npy"), inputs)).ShouldContain("has the shape []");
        MessageOf(() => NpyFile.ReadDataset(DataFiles.PathOf("stored.npz"), "x", "z")).ShouldContain("no array of the name 'z': choose x, y, t");
    }

    [Theory]
    [InlineData("records.npy", "records of several fields")]
    [InlineData("texts.npy", "type '<U2'")]
    [InlineData("complex.npy", "type '<c16'")]
    [InlineData("objects.npy", "type '|O'")]
    [InlineData("stored.npz", "archive of several arrays (.npz): pass the name")]
    public void What_cannot_be_read_is_named_with_what_to_do(string name, string expected) =>
        MessageOf(() => NpyFile.Read(DataFiles.PathOf(name))).ShouldContain(expected);

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)", "expected '}' at offset 64 of its header, found its end")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", "lacks")]
    [InlineData("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2,)}", "expected True or False at offset 44 of its header, found 'M'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", "expected the size of a dimension")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "expected the size of a dimension")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}", "declares 6 elements of 4 byte(s) from offset 67 on, but 8 bytes are there")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 4294967296)}", "declares too many elements")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", "each once at offset 27")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x", "expected the end of the header")]
    [InlineData("('descr',)", "expected '{' at offset 10 of its header, found '('")]
    public void A_header_that_is_none_is_reported_with_its_place(string header, string expected)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. new byte[8]];

        MessageOf(() => NpyFile.Read(_folder.Write("bad.npy", bytes))).ShouldContain(expected);
    }

    [Theory]
    [InlineData("{\"descr\": \"<f4\", \"fortran_order\": False, \"shape\": (2L,)}")]
    [InlineData("{'shape':(2),'descr':'<f4','fortran_order':True,}")]
    public void A_header_may_be_written_in_other_ways(string header)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. new byte[8]];

        NpyFile.Read(_folder.Write("odd.npy", bytes)).As<float>().ShouldBe([0, 0]);
    }

    [Fact]
    public void An_array_where_an_archive_is_wanted_and_a_folder_are_named_with_what_to_do()
    {
        Action[] asArchive =
        [
            () => NpyFile.Read(DataFiles.PathOf("f4le.npy"), "x"),
            () => NpyFile.ReadArchive(DataFiles.PathOf("f4le.npy")),
            () => NpyFile.ReadDataset(DataFiles.PathOf("f4le.npy"), "x", "y"),
        ];
        asArchive.ShouldAllBe(read => MessageOf(read).EndsWith("is no archive (.npz), but one array without a name (.npy): leave out the name.", StringComparison.Ordinal));
        MessageOf(() => NpyFile.MapDataset(DataFiles.PathOf("stored.npz"), "y.npy")).ShouldContain("or have numpy.save write that one");

        Action[] ofFolder =
        [
            () => NpyFile.Read(_folder.FullName), () => NpyFile.Read(_folder.FullName, "x"), () => NpyFile.MapDataset(_folder.FullName, "y.npy"),
            () => IdxFile.ReadLabels(_folder.FullName),
        ];
        ofFolder.ShouldAllBe(read => Should.Throw<IOException>(read, "").Message.Contains($"'{_folder.FullName}' is a folder", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_of_other_formats_are_refused()
    {
        MessageOf(() => NpyFile.Read(_folder.Write("a.npy", []))).ShouldContain("should take 8 bytes, but the file ends after 0");
        MessageOf(() => NpyFile.Read(_folder.Write("b.npy", "some text here"u8))).ShouldContain("expected the bytes 934E554D5059 at offset 0, found 736F6D652074");
        MessageOf(() => NpyFile.Read(_folder.Write("c.npy", [0x93, .. "NUMPY"u8, 9, 0]))).ShouldContain("version 1, 2 or 3 of the format at offset 6, found 9");
        MessageOf(() => NpyFile.Read(_folder.Write("d.npz", "some text here"u8), "x")).ShouldContain("no ZIP archive");
        Should.Throw<FileNotFoundException>(() => NpyFile.Read(_folder.PathOf("none.npy")));
        Should.Throw<FileNotFoundException>(() => NpyFile.Read(_folder.PathOf("none.npz"), "x"));
    }

    [Fact]
    public void A_changed_bit_in_an_archive_is_found_by_its_checksum()
    {
        byte[] bytes = File.ReadAllBytes(DataFiles.PathOf("stored.npz"));
        int value = bytes.AsSpan().IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes(NpyFile.Read(DataFiles.PathOf("stored.npz"), "x").As<float>().AsSpan()));
        bytes[value] ^= 1;

        MessageOf(() => NpyFile.Read(_folder.Write("changed.npz", bytes), "x")).ShouldContain("checksum");
    }

    [Fact]
    public void Numbers_are_converted_or_refused_with_their_place()
    {
        NpyArray.Of([1.5, -2]).ToFloats().ShouldBe([1.5f, -2]);
        NpyArray.Of([true, false]).ToFloats().ShouldBe([1, 0]);
        NpyArray.Of([2.0, -3.0]).ToInts().ShouldBe([2, -3]);
        NpyArray.Of([ulong.MaxValue]).ToFloats().ShouldBe([18446744073709551616f]);
        Should.Throw<InvalidDataException>(() => NpyArray.Of([1f, 2.5f]).ToInts()).Message.ShouldContain("Element 1 is 2.5");
        Should.Throw<InvalidDataException>(() => NpyArray.Of([2147483648f]).ToInts());
        Should.Throw<InvalidDataException>(() => NpyArray.Of([double.NaN]).ToInts());
        Should.Throw<InvalidOperationException>(() => NpyArray.Of([1f]).As<double>()).Message.ShouldContain("Single, not Double");
        Should.Throw<ArgumentException>(() => NpyArray.Of([1f, 2f], 3)).Message.ShouldContain("[3] is not that of 2 values");
        Should.Throw<ArgumentException>(() => NpyArray.Of([1f], -1, -1));
        Should.Throw<NotSupportedException>(() => NpyArray.Of(['a'])).Message.ShouldContain("Char");
    }

    [Fact]
    public void What_cannot_be_written_leaves_what_was_there()
    {
        Should.Throw<OutputFileException>(() => NpyFile.Write(Path.Combine(_folder.FullName, "none", "a.npy"), NpyArray.Of([1f])));
        Should.Throw<ArgumentException>(() => NpyFile.WriteArchive(_folder.PathOf("a.npz"), new Dictionary<string, NpyArray> { [""] = NpyArray.Of([1f]) }));
        Directory.GetFiles(_folder.FullName).ShouldBeEmpty();
    }

    private static string MessageOf(Action action) => Should.Throw<InvalidDataException>(action).Message;

    private string Write(string name, NpyArray array)
    {
        string path = _folder.PathOf(name);
        NpyFile.Write(path, array);
        return path;
    }
}
