using Xunit;

namespace GraphGen.Tests.Analyzers;

public class ClassRuleTests
{
    private const string Network = "[Input(4)] [Dense(2)] [MeanSquaredError] ";

    [Theory]
    [InlineData("public partial record [|Net|];", "'record'", "write 'partial class'")]
    [InlineData("public partial struct [|Net|];", "'struct'")]
    [InlineData("public partial record struct [|Net|];", "'record struct'")]
    [InlineData("public partial interface [|Net|];", "'interface'")]
    [InlineData("public partial class [|Net|]<T>;", "type parameters")]
    [InlineData("public static partial class [|Net|];", "static")]
    [InlineData("public abstract partial class [|Net|];", "abstract")]
    [InlineData("file partial class [|Net|];", "remove 'file'")]
    [InlineData("public partial class [|@event|];", "keyword")]
    [InlineData("public partial class [|Net|](int size) { public int Size => size; }", "primary constructor", ": this(seed: 0, threads: 1)")]
    [InlineData("public partial class [|@nint|];", "native integers")]
    [InlineData("public partial class Net { public [|Net|](string path) { } }", "Net(string)", ": this(seed: 0, threads: 1)")]
    [InlineData("public partial class Net { public [|Net|](string path) : base() { } }", "Net(string)")]
    [InlineData("public partial class Net { public [|Net|](ulong seed, int threads, int batchCapacity) { } }", "Net(ulong, int, int)", "remove it")]
    [InlineData("public partial class [|Net|] : Parent; public class Parent { public Parent(int size) { } }", "'Parent' has no")]
    public Task GG1009_marks_what_cannot_be_a_network(string declaration, params string[] messageParts) => Verify.Reports(
        "GG1009", Network + declaration, messageParts);

    [Fact]
    public Task GG1009_marks_a_network_that_derives_from_a_network() => Verify.Reports(
        "GG1009",
        Network + """
        public partial class [|Net|] : Between;
        public class Between : Parent;
        [Input(4)] [Dense(2)] [MeanSquaredError] public abstract partial class [|Parent|];
        """,
        "its base class 'Between' is a network, or derives from one");

    [Theory]
    [InlineData("class [|Outer|] { NETWORK partial class Net; }", "'partial class Outer'")]
    [InlineData("partial class Outer { public record struct [|Inner|] { NETWORK partial class Net; } }", "'partial record struct Inner'")]
    [InlineData("class [|Outer|] { partial class Inner { NETWORK partial class Net; } }", "'Outer' is not partial")]
    [InlineData("partial class [|Outer|]<T> { NETWORK partial class Net; }", "'Outer' has type parameters")]
    [InlineData("file partial class [|Outer|] { NETWORK partial class Net; }", "'Outer' is local to its file")]
    public Task GG1009_marks_a_containing_type_that_is_in_the_way(string declaration, string message) => Verify.Reports(
        "GG1009", declaration.Replace("NETWORK", Network), message);

    [Theory]
    [InlineData("public partial class Net { public Net(string path) : this(1, 2) { } }")]
    [InlineData("public partial class Net { static Net() { } ~Net() { } }")]
    [InlineData("internal sealed partial class Net : Parent; class Parent { protected Parent(int size = 1) { } }")]
    public Task GG1009_accepts_classes_that_can(string declaration) => Verify.Permits(Network + declaration);

    [Theory]
    [InlineData("partial class Outer { NETWORK private partial class Net; }")]
    [InlineData("static partial class Outer { internal partial struct Inner { NETWORK public partial class Net; } }")]
    [InlineData("namespace @event.Name { partial interface @class { NETWORK public partial class Net; } }")]
    public Task GG1009_accepts_partial_containing_types(string declaration) => Verify.Permits(declaration.Replace("NETWORK", Network));
}
