using GraphGen.Generator;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Interpretation;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Emission;

using Act = GraphGen.Model.Act;

/// <summary>Every emitted method stays far below the sizes above which RyuJIT stops optimising, at a tenth of the speed.</summary>
public class JitBudgetTests(ITestOutputHelper output)
{
    [Fact]
    public void No_method_of_the_documented_networks_takes_half_of_what_the_JIT_compiler_optimises() => Check(Declarations.All);

    [Fact]
    public void Nor_does_any_of_the_longest_straight_line_code_and_of_some_random_networks() => Check(
    [
        Declare.Network(
            32,
            LossKind.SoftmaxCrossEntropy,
            new AdamSpec(0.9, 0.999, 1e-8),
            Declare.Dense(32, Act.Selu, l2: 1e-3, maxNorm: 2),
            Declare.BatchNorm(),
            Declare.Dropout(0.5),
            Declare.Dense(31, Act.Tanh),
            Declare.Activation(Act.Swish),
            Declare.Dense(1000)) with { Name = "Widest" },
        .. DeclarationGenerator
            .Sample(DeclarationGenerator.Network, 2, seed: 7)
            .Select((network, index) => network with { Name = $"Random{index}" }),
    ]);

    private void Check(params NetworkSpec[] networks) => Check(
        [.. networks.SelectMany(network => Generator.Compiler.Compile(network).Select(file => file.Text))]);

    private void Check(params string[] sources)
    {
        using var image = new MemoryStream();
        var compilation = TestCompilation.Generate(TestCompilation.Create(sources)).Compilation;
        compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        MethodSize[] sizes = [.. MethodSize.OfAll(image).OrderByDescending(size => size.Share)];
        foreach (MethodSize size in sizes.Take(5))
        {
            output.WriteLine(FormattableString.Invariant($"{size.Share:P0} {size}"));
        }

        sizes.Length.ShouldBeGreaterThan(50);
        sizes[0].Share.ShouldBeLessThan(0.5, sizes[0].ToString());
    }
}
