using Shouldly;
using Xunit;

namespace GraphGen.Tests.Compilation;

public class TestCompilationTests
{
    [Fact]
    public void What_compiles_can_be_loaded_and_called() => TestCompilation
        .Load("public static class Plain { public static int One() => Enumerable.Range(1, 1).Single(); }")
        .GetType("Plain")!.GetMethod("One")!.Invoke(null, null)
        .ShouldBe(1);

    [Fact]
    public void A_warning_fails_with_the_line_it_stands_on() => Should
        .Throw<InvalidOperationException>(() => TestCompilation.Load("class Plain\n{\n    void Method() { int unused; }\n}"))
        .Message.ShouldContain("void Method() { int unused; }");

    [Fact]
    public void Marks_are_taken_out_of_the_text()
    {
        Markup markup = Markup.Parse("a [|b|] c[|d|]");
        markup.Source.ShouldBe("a b cd");
        markup.Spans.Select(span => markup.Source.Substring(span.Start, span.Length)).ShouldBe(["b", "d"]);
    }
}
