using Xunit;

namespace GraphGen.Tests.Analyzers;

public class PartialRuleTests
{
    [Fact]
    public Task GG1001_marks_the_name_of_a_class_that_is_not_partial() => Verify.Reports(
        "GG1001",
        "[Input(4)] [Dense(3)] [SoftmaxCrossEntropy] public class [|Net|];",
        "'Net'",
        "'partial class Net'");

    [Fact]
    public Task GG1001_marks_the_declaration_that_forgot_it_among_several() => Verify.Reports(
        "GG1001",
        """
        [Input(4)] [Dense(3)] [SoftmaxCrossEntropy] public partial class Net;
        public class [|Net|] { }
        """);

    [Fact]
    public Task GG1001_leaves_partial_classes_alone() => Verify.Permits(
        """
        [Input(4)] [Dense(3)] [SoftmaxCrossEntropy] public partial class Net;
        partial class Net { private int field = 1; public int Field => field; }
        public class Other;
        """);
}
