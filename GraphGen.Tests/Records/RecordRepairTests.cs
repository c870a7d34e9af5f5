using GraphGen.Tests.CodeFixes;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

/// <summary>What the repairs of GG6xxx make of the text, to the character.</summary>
public sealed class RecordRepairTests
{
    [Theory]
    [InlineData("GG6001", "public sealed record R([Feature] float X); // why", "public sealed partial record R([Feature] float X); // why")]
    [InlineData("GG6001", "readonly record struct R([Feature] float X);", "readonly partial record struct R([Feature] float X);")]
    [InlineData("GG6001", "class R { [Feature] public float X; }", "partial class R { [Feature] public float X; }")]
    [InlineData(
        "GG6002",
        "static class Outer { internal partial record R([Feature] float X); }",
        "static partial class Outer { internal partial record R([Feature] float X); }")]
    public async Task A_declaration_is_made_partial(string ruleId, string wrong, string right)
    {
        using var project = EditedProject.Of(wrong);

        await project.MendAsync(ruleId);

        (await project.TextAsync()).ShouldBe(right);
        (await project.DiagnoseAsync()).ShouldBeEmpty();
        (await project.CompileAsync()).ShouldBeEmpty();
    }
}
