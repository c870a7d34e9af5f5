using System.Diagnostics;
using GraphGen.Tests.ChildPrograms;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Checkpoints;

/// <summary>The promise of checkpoints, with a process that really dies: half of its time is spent in writing them.</summary>
public sealed class KilledTrainingTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int LongestWait = 60;
    private const int Seed = 6;

    [Fact]
    public void A_training_killed_at_50_random_moments_ends_with_the_bits_of_one_that_was_not()
    {
        output.WriteLine($"seed of the moments: {Seed}");
        var random = new Random(Seed);
        int kills = 0;
        for (ulong training = 1; kills < Kills; training++)
        {
            using var folder = new TemporaryFolder();
            var killed = new ResumingTraining(folder.FullName, training);
            bool isDone = false;
            while (!isDone)
            {
                int? wait = kills < Kills ? random.Next(LongestWait) : null;
                isDone = RunChild(folder.FullName, training, wait);
                kills += isDone ? 0 : 1;
            }

            var result = new Patient(seed: 99);
            result.Load(killed.Result);
            result.Parameters.Values().HasBitsOf(killed.WithoutStop().Parameters.Values()).ShouldBeTrue($"training {training}, after {kills} kills");
            Directory.GetFiles(folder.FullName).ShouldBe([killed.Result]);
            output.WriteLine($"training {training}: the same bits; {kills} kills so far");
        }
    }

    /// <summary>Starts the training in a process of its own.</summary>
    /// <param name="folder">Where its files are.</param>
    /// <param name="training">Its seed.</param>
    /// <param name="wait">Milliseconds after its first step until it is killed; null for never.</param>
    /// <returns>Whether it came to its end.</returns>
    private static bool RunChild(string folder, ulong training, int? wait)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(ResumingTraining).Assembly.Location);
        start.ArgumentList.Add("train");
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(training.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        bool hasStarted = child.StandardOutput.ReadLine() == ResumingTraining.Started;
        if (hasStarted && wait is { } milliseconds && !child.WaitForExit(milliseconds))
        {
            child.Kill();
            child.WaitForExit();
            return false;
        }

        child.WaitForExit();
        child.ExitCode.ShouldBe(0, errors.Result);
        return true;
    }
}
