using GraphGen.Tests.Analyzers;
using Xunit;

namespace GraphGen.Tests.Fuzzing;

/// <summary>What random declarations found, each in its smallest form.</summary>
public class FoundTests
{
    [Theory]
    [InlineData("[Input(4)] [Dense(2)] [MeanSquaredError] public partial class")]
    [InlineData("[Input(4)] [Dense(2)] [MeanSquaredError] public partial class string;")]
    [InlineData("public partial class { [Input(4)] [Dense(2)] [MeanSquaredError] public partial class Net; }")]
    public Task Nothing_is_emitted_for_a_class_without_a_name(string source) => Verify.LeavesToTheCompiler(source);
}
