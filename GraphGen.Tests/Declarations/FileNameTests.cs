using GraphGen.Tests.Compilation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

/// <summary>Names of networks and namespaces that get into one another's way only once they are names of files.</summary>
public class FileNameTests
{
    [Theory]
    [InlineData("public partial class Net;", "namespace net; {0} public partial class Predictor;")]
    [InlineData("namespace A; {0} public partial class Digits;", "namespace A.digits; {0} public partial class Schedule;")]
    [InlineData("public partial class Net;", "{0} public partial class NET;")]
    public void Names_that_differ_in_case_alone_are_no_trouble(string first, string second)
    {
        const string Attributes = "[Input(4)] [Dense(3)] [SoftmaxCrossEntropy]";
        string[] sources = [first.Contains("{0}") ? first.Replace("{0}", Attributes) : $"{Attributes} {first}", second.Replace("{0}", Attributes)];

        var (compilation, files) = TestCompilation.Generate(TestCompilation.Create(["global using GraphGen;", .. sources]));

        files.Select(file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(files.Length);
        TestCompilation.Load(compilation);
    }
}
