using System.Diagnostics;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Fuzzing;

/// <summary>Whatever stands in a declaration: nothing throws, and there is good code or a located reason why not.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const ulong Seed = 22;
    private const int Count = 2000;
    private const int MostReported = 8;

    [Fact]
    public async Task Random_and_half_typed_declarations_yield_code_without_warnings_or_a_located_reason()
    {
        IReadOnlyList<FuzzCase> cases = CaseGenerator.Cases(Count, Seed);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Findings findings = await FuzzRun.Of(cases);
        TimeSpan taken = Process.GetCurrentProcess().TotalProcessorTime - before;
        output.WriteLine($"seed {Seed}, {Count} cases, {findings.Endings.Count} classes, {taken.TotalSeconds:F0} s of processor time");
        foreach (Ending ending in Enum.GetValues<Ending>())
        {
            output.WriteLine($"{ending}: {findings.Endings.Count(other => other == ending)}");
        }

        output.WriteLine($"{findings.Edits} edits, {findings.Compiled} networks compiled wholly");

        var reports = new List<string>();
        foreach (int number in findings.Failures.Select(failure => failure.Case).Distinct().Take(MostReported))
        {
            reports.Add(await FuzzRun.ProblemOf(cases[number]) is null
                ? $"only beside others: {cases[number]}\n=> {findings.Failures.First(failure => failure.Case == number).Problem}"
                : await FuzzRun.Shrink(cases[number]));
        }

        reports.ShouldBeEmpty(string.Join("\n\n", reports));
        foreach (Ending ending in Enum.GetValues<Ending>())
        {
            findings.Endings.Count(other => other == ending).ShouldBeGreaterThan(findings.Endings.Count / 10, ending.ToString());
        }

        findings.Endings.Count.ShouldBeGreaterThan(Count / 2);
        findings.Edits.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_same_seed_makes_the_same_cases() => CaseGenerator.Cases(40, Seed).Select(fuzzed => fuzzed.ToString())
        .ShouldBe(CaseGenerator.Cases(40, Seed).Select(fuzzed => fuzzed.ToString()));
}
