using System.Collections.Concurrent;
using GraphGen.Reporting.TensorBoard;
using GraphGen.Reporting.Tests.Html;
using GraphGen.Reporting.Tests.Live;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>Files of events on disks and in folders that others use, too.</summary>
public sealed class EventFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fits_that_begin_at_the_same_moment_have_a_file_each()
    {
        const int Threads = 4, Rounds = 50;
        var clock = new ManualClock();
        var paths = new ConcurrentBag<string>();
        using var gate = new Barrier(Threads);
        Thread[] fits = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(Begin))];

        Array.ForEach(fits, fit => fit.Start());
        Array.ForEach(fits, fit => fit.Join());

        paths.Distinct().Count().ShouldBe(Threads * Rounds);

        void Begin()
        {
            for (int round = 0; round < Rounds; round++)
            {
                gate.SignalAndWait();
                paths.Add(PathOfNew(clock));
            }
        }
    }

    [Fact]
    public void What_was_not_written_for_want_of_room_is_written_when_there_is_some()
    {
        using var file = new EventFile(_folder.Path, TimeProvider.System);
        file.Write();
        file.Add(new Event { Step = 1 });
        if (OperatingSystem.IsLinux())
        {
            using (new FullDisk(file.Path))
            {
                Should.Throw<OutputFileException>(file.Write).Problem.ShouldBe(OutputFileProblem.DiskFull);
            }
        }

        file.Add(new Event { Step = 2 });
        file.Write();

        EventReader.Read(file.Path).Select(item => item.Number(2)).ShouldBe([0, 1, 2]);
    }

    private string PathOfNew(TimeProvider clock)
    {
        try
        {
            using var file = new EventFile(_folder.Path, clock);
            return file.Path;
        }
        catch (OutputFileException refused)
        {
            return refused.Message;
        }
    }
}
