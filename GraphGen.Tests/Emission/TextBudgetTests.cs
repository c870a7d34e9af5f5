using System.Text;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Emission;

/// <summary>
/// The compiler and the IDE read everything that is emitted, for all targets, on every build. Kernels are shared by all
/// layers, so different shapes cost no more than equal ones; docs/architecture.md compares the figure with the plan's.
/// </summary>
public class TextBudgetTests(ITestOutputHelper output)
{
    private const int Budget = 250 * 1024;

    [Fact]
    public void Ten_layers_of_equal_shape_stay_within_the_text_budget() => Size(Enumerable.Repeat(100, 10)).ShouldBeLessThanOrEqualTo(Budget);

    [Fact]
    public void Ten_layers_of_different_shapes_stay_within_the_text_budget() =>
        Size(Enumerable.Range(1, 10).Select(index => 230 - (20 * index))).ShouldBeLessThanOrEqualTo(Budget);

    private int Size(IEnumerable<int> widths)
    {
        string layers = string.Concat(widths.Select(width => FormattableString.Invariant($"[Dense({width}, Act.Relu)]\n")));
        var files = Emitted.Emit($"using GraphGen;\n[Input(100)]\n{layers}[MeanSquaredError]\npublic partial class Deep;");
        foreach (var (name, text) in files)
        {
            output.WriteLine(FormattableString.Invariant($"{Encoding.UTF8.GetByteCount(text),8} {name}"));
        }

        return files.Values.Sum(Encoding.UTF8.GetByteCount);
    }
}
