using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

/// <summary>Each way in which a file cannot be written is told apart and comes with its remedy.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(28, OutputFileProblem.DiskFull, "the disk is full. Make room")]
    [InlineData(122, OutputFileProblem.DiskFull, "the disk is full. Make room")]
    [InlineData(unchecked((int)0x80070070), OutputFileProblem.DiskFull, "the disk is full. Make room")]
    [InlineData(unchecked((int)0x80070020), OutputFileProblem.InUse, "another program has it open. Close it there")]
    [InlineData(11, OutputFileProblem.InUse, "another program has it open. Close it there")]
    [InlineData(30, OutputFileProblem.NoPermission, "Choose a folder that may be written")]
    [InlineData(5, OutputFileProblem.Other, "as the system says")]
    public void Error_codes_are_translated(int code, OutputFileProblem problem, string remedy)
    {
        var failure = Should.Throw<OutputFileException>(() => OutputFile.Try("log.csv", () => throw new IOException("as the system says", code)));

        (failure.Problem, failure.Path).ShouldBe((problem, "log.csv"));
        failure.Message.ShouldStartWith("'log.csv' cannot be written: ");
        failure.Message.ShouldContain(remedy);
        failure.Message.ShouldEndWith("What was there before is untouched.");
        failure.InnerException.ShouldBeOfType<IOException>();
    }

    [Fact]
    public void Missing_permission_is_told() =>
        Should.Throw<OutputFileException>(() => OutputFile.Try("x", () => throw new UnauthorizedAccessException())).Problem.ShouldBe(OutputFileProblem.NoPermission);

    [Fact]
    public void A_full_disk_leaves_the_old_content_and_no_temporary_file()
    {
        string path = _folder.Write("log.csv", [1, 2, 3]);

        var failure = Should.Throw<OutputFileException>(() => AtomicFile.Write(path, file =>
        {
            file.Write([9, 9]);
            throw new IOException("no space", 28);
        }));

        failure.Problem.ShouldBe(OutputFileProblem.DiskFull);
        File.ReadAllBytes(path).ShouldBe([1, 2, 3]);
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    [Fact]
    public void Of_two_writers_of_a_file_each_writes_it_whole()
    {
        string path = _folder.PathOf("log.csv");
        string[] texts = [new('a', 100_000), new('b', 100_000)];

        Parallel.For(0, 200, index => AtomicFile.WriteText(path, texts[index % 2], isLasting: false));

        texts.ShouldContain(File.ReadAllText(path));
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    [Fact]
    public void What_a_killed_process_left_is_cleared_away_and_what_a_living_one_writes_is_not()
    {
        string path = _folder.PathOf("log.csv");
        string stray = _folder.Write($".log.csv.{int.MaxValue}.1.tmp", new byte[100]);
        string living = _folder.Write($".log.csv.{Environment.ProcessId}.999999.tmp", new byte[100]);
        string other = _folder.Write($".log2.csv.{int.MaxValue}.1.tmp", new byte[100]);

        AtomicFile.Probe(path);

        Directory.GetFiles(_folder.FullName).Order().ShouldBe(new[] { living, other }.Order());
        File.Exists(stray).ShouldBeFalse();
    }

    [Fact]
    public void A_link_stays_a_link_and_what_it_leads_to_is_replaced()
    {
        string target = _folder.Write("target.csv", [1]);
        string link = _folder.PathOf("link.csv");
        File.CreateSymbolicLink(link, target);

        AtomicFile.Probe(link);
        AtomicFile.WriteText(link, "new");

        File.ReadAllText(target).ShouldBe("new");
        File.ResolveLinkTarget(link, returnFinalTarget: true)!.FullName.ShouldBe(target);
    }

    [Fact]
    public void A_trial_changes_nothing()
    {
        string path = _folder.Write("log.csv", [1]);

        AtomicFile.Probe(path);
        AtomicFile.Probe(_folder.PathOf("new.csv"));

        File.ReadAllBytes(path).ShouldBe([1]);
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }
}
