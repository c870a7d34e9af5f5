using GraphGen.CodeFixes;
using GraphGen.Tests.Documentation;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.CodeFixes;

/// <summary>Every repair that a rule's page speaks of mends the page's wrong example, alone and with all others of its kind.</summary>
public sealed class RuleRepairTests
{
    /// <summary>What is left to the user: the number that the next error asks for; a constructor's way to the emitted one.</summary>
    private static readonly Dictionary<string, string> Unfinished = new() { ["GG1002"] = "GG1005", ["GG1009"] = "GG1009" };

    public static TheoryData<string> Repaired => [.. RulePage.RepairedIds];

    [Fact]
    public void The_pages_speak_of_a_fix_where_there_is_one() =>
        new RepairProvider().FixableDiagnosticIds.Order(StringComparer.Ordinal).ShouldBe(RulePage.RepairedIds.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task A_repair_mends_the_wrong_example(string id)
    {
        using var project = EditedProject.Of(RulePage.Text(id, "Wrong"));

        int before = (await project.DiagnoseAsync()).Count(found => found.Id == id);
        await project.MendAsync(id);

        (await project.DiagnoseAsync()).Count(found => found.Id == id).ShouldBeLessThan(before);
    }

    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task All_repairs_together_mend_every_document_of_every_project(string id)
    {
        string wrong = RulePage.Text(id, "Wrong");
        using var projects = new EditedProject([wrong, $"namespace Second {{\n{wrong}\n}}"], [wrong]);

        await projects.MendAllAsync(id, FixAllScope.Solution);

        foreach (int project in new[] { 0, 1 })
        {
            IEnumerable<string> left = (await projects.DiagnoseAsync(project)).Select(found => found.Id).Distinct();
            left.ShouldBe(Unfinished.TryGetValue(id, out string? next) ? [next] : []);
            if (next is null)
            {
                (await projects.CompileAsync(project)).ShouldBeEmpty();
            }
        }
    }

    [Theory]
    [InlineData(FixAllScope.Document, false, false)]
    [InlineData(FixAllScope.Project, true, false)]
    [InlineData(FixAllScope.Solution, true, true)]
    public async Task A_scope_is_kept_to(FixAllScope scope, bool mendsOtherDocument, bool mendsOtherProject)
    {
        const string Wrong = "[Input(4)] [Dense(2)] [Huber] class ";
        using var projects = new EditedProject([Wrong + "A; " + Wrong + "B;", Wrong + "C;"], [Wrong + "D;"]);

        await projects.MendAllAsync("GG1001", scope);

        (await projects.TextAsync()).Split("partial").Length.ShouldBe(3);
        (await projects.TextAsync(file: 1)).Contains("partial").ShouldBe(mendsOtherDocument);
        (await projects.TextAsync(project: 1)).Contains("partial").ShouldBe(mendsOtherProject);
    }
}
