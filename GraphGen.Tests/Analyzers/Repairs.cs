using GraphGen.Model;
using GraphGen.Tests.Declarations;
using Shouldly;

namespace GraphGen.Tests.Analyzers;

/// <summary>What rules of good practice propose, as the rules say it: that the edits become text is for the code fixes' tests.</summary>
internal static class Repairs
{
    /// <summary>The repairs of every problem that <paramref name="ruleId"/> finds in the class <c>Net</c>, null where it proposes none.</summary>
    public static IReadOnlyList<Repair?> Of(string ruleId, string source)
    {
        Declaration declaration = Reading.Declare(source);
        Problem[] problems =
        [
            .. Advisor.Judge(declaration, Validator.Check(declaration).Network.ShouldNotBeNull()).Where(problem => problem.RuleId == ruleId),
        ];
        problems.ShouldNotBeEmpty();
        return [.. problems.Select(problem => problem.Repair)];
    }

    /// <summary>Demands that every problem which the rule finds is mended by just these <paramref name="edits"/>.</summary>
    public static void ShouldBe(string ruleId, string source, string title, params Edit[] edits)
    {
        foreach (Repair? repair in Of(ruleId, source))
        {
            repair.ShouldNotBeNull();
            repair.Title.ShouldBe(title);
            repair.Edits.ShouldBe(edits);
        }
    }

    /// <summary>Demands that the rule proposes nothing.</summary>
    public static void ShouldBeNone(string ruleId, string source) => Of(ruleId, source).ShouldAllBe(repair => repair == null);
}
