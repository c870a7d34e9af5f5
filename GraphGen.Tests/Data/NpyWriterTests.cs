using System.Runtime.InteropServices;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class NpyWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_written_one_after_the_other_make_one_array()
    {
        string path = _folder.PathOf("rows.npy");
        using (var writer = new NpyWriter<float>(path, 2, 3))
        {
            writer.RowSize.ShouldBe(6);
            writer.Write([1, 2, 3, 4, 5, 6]);
            writer.Write([]);
            writer.Write([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
            writer.Count.ShouldBe(3);
            writer.Complete();
        }

        NpyArray array = NpyFile.Read(path);
        array.Shape.ToArray().ShouldBe([3, 2, 3]);
        array.As<float>().ShouldBe(Enumerable.Range(1, 18).Select(value => (float)value));
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    [Fact]
    public void The_header_is_as_long_for_any_number_of_rows()
    {
        foreach (int rows in new[] { 0, 9, 10, 100_000 })
        {
            string path = _folder.PathOf($"{rows}.npy");
            using var writer = new NpyWriter<byte>(path);
            writer.Write(new byte[rows]);
            writer.Complete();

            new FileInfo(path).Length.ShouldBe(128 + rows);
            NpyFile.Read(path).Shape.ToArray().ShouldBe([rows]);
        }
    }

    [Fact]
    public void Until_it_is_complete_there_is_no_file_of_that_name_or_the_old_one()
    {
        string path = _folder.PathOf("rows.npy");
        File.WriteAllText(path, "old");

        using (var writer = new NpyWriter<float>(path, 2))
        {
            writer.Write([1, 2]);
            File.ReadAllText(path).ShouldBe("old");
            File.Exists(path + ".partial").ShouldBeTrue();
        }

        File.ReadAllText(path).ShouldBe("old");
        File.Exists(path + ".partial").ShouldBeFalse();
    }

    [Fact]
    public void A_partial_file_left_by_a_crash_is_no_whole_one_and_is_written_over()
    {
        string path = _folder.PathOf("rows.npy");
        string partial = _folder.Write("rows.npy.partial", [.. NpyHeader.Of(NpyElement.Of<float>(), [0, 2]).ToBytes(), .. new byte[100_000]]);

        Should.Throw<InvalidDataException>(() => NpyFile.Read(partial)).Message.ShouldContain("declares 0 elements");
        using var writer = new NpyWriter<float>(path, 2);
        writer.Write([1, 2]);
        writer.Complete();
        NpyFile.Read(path).As<float>().ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(400_000)]
    public void What_could_not_be_written_may_be_written_again_and_is_there_once(int length)
    {
        using var file = new FailingStream();
        var appender = new NpyAppender<int>(file, NpyElement.Of<int>(), start: 3);
        int[] written = [];
        for (int attempt = 0; attempt < 40; attempt++)
        {
            int[] values = [.. Enumerable.Range(written.Length, length)];
            file.IsFull = attempt % 3 == 1;
            try
            {
                appender.Append(values);
                written = [.. written, .. values];
            }
            catch (IOException)
            {
                file.IsFull.ShouldBeTrue();
            }

            appender.Count.ShouldBe(written.Length);
        }

        appender.Append([written.Length]);
        written = [.. written, written.Length];
        file.IsFull = true;
        Should.Throw<IOException>(appender.Flush);
        Should.Throw<IOException>(() => appender.Append(new int[1 << 20]));
        file.IsFull = false;
        appender.Flush();

        file.Length.ShouldBe(3 + (sizeof(int) * written.Length));
        MemoryMarshal.Cast<byte, int>(file.ToArray().AsSpan(3)).SequenceEqual(written).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_cannot_get_its_name_keeps_its_rows_until_it_can()
    {
        string path = _folder.PathOf("rows.npy");
        using (var writer = new NpyWriter<float>(path, 2))
        {
            writer.Write([1, 2, 3, 4]);
            Directory.CreateDirectory(path);

            Should.Throw<OutputFileException>(writer.Complete).Message.ShouldContain($"The rows written are in '{path}.partial'");
            Directory.Delete(path);
            writer.Complete();
            NpyFile.Read(path).As<float>().ShouldBe([1, 2, 3, 4]);
            Should.Throw<ObjectDisposedException>(writer.Complete);
        }

        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    [Fact]
    public void Rows_whose_file_never_got_its_name_outlive_the_writer()
    {
        string path = _folder.PathOf("rows.npy");
        using (var writer = new NpyWriter<float>(path, 2))
        {
            writer.Write([1, 2]);
            Directory.CreateDirectory(path);
            Should.Throw<OutputFileException>(writer.Complete);
        }

        NpyFile.Read(path + ".partial").As<float>().ShouldBe([1, 2]);
    }

    [Fact]
    public void What_a_link_leads_to_is_replaced_and_the_link_stays()
    {
        string target = _folder.Write("target.npy", [1]);
        string link = _folder.PathOf("link.npy");
        File.CreateSymbolicLink(link, target);
        using (var writer = new NpyWriter<float>(link))
        {
            writer.Write([5]);
            writer.Complete();
        }

        new FileInfo(link).LinkTarget.ShouldBe(target);
        NpyFile.Read(target).As<float>().ShouldBe([5]);
    }

    [Fact]
    public void A_folder_is_no_file_to_write()
    {
        Should.Throw<OutputFileException>(() => new NpyWriter<float>(_folder.FullName)).Message.ShouldContain("This is a folder");
        File.Exists(_folder.FullName + ".partial").ShouldBeFalse();
    }

    [Fact]
    public void Misuse_is_refused()
    {
        string path = _folder.PathOf("rows.npy");
        using var writer = new NpyWriter<float>(path, 3);

        Should.Throw<ArgumentException>(() => writer.Write([1, 2])).Message.ShouldContain("2 values are no whole number of rows of 3");
        writer.Complete();
        Should.Throw<ObjectDisposedException>(() => writer.Write([1, 2, 3]));
        Should.Throw<ObjectDisposedException>(writer.Complete);
        Should.Throw<ArgumentOutOfRangeException>(() => new NpyWriter<float>(path, 0)).ParamName.ShouldBe("rowShape");
        Should.Throw<ArgumentOutOfRangeException>(() => new NpyWriter<float>(path, 1 << 20, 1 << 20));
        Should.Throw<NotSupportedException>(() => new NpyWriter<char>(path));
        Should.Throw<OutputFileException>(() => new NpyWriter<float>(Path.Combine(path, "below"), 3));
    }

    /// <summary>A file on a disk that is full at times: then it takes half of what it should.</summary>
    private sealed class FailingStream : MemoryStream
    {
        public bool IsFull { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(IsFull ? buffer[..(buffer.Length / 2)] : buffer);
            if (IsFull)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
