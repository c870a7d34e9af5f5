using GraphGen.Model;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

public class EmittedMembersTests
{
    [Fact]
    public void The_rules_know_every_public_member_that_is_emitted()
    {
        INamedTypeSymbol network = Emit();
        IEnumerable<string> names = network.GetMembers()
            .Where(member => member is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }
                and not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Select(member => member.Name)
            .Distinct();
        names.Except(["Dense1", "BatchNorm1", "Dropout1", "Dense2"]).ShouldBeSubsetOf(EmittedMembers.Properties.Concat(EmittedMembers.Methods));
    }

    [Fact]
    public void The_rules_know_every_private_field_that_is_emitted() =>
        Emit().GetMembers().OfType<IFieldSymbol>()
            .Where(field => field is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private })
            .Select(field => field.Name)
            .ShouldBeSubsetOf(EmittedMembers.Properties);

    [Fact]
    public void The_rules_know_the_constructors_that_are_emitted() =>
        Emit().InstanceConstructors.Select(constructor => string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString())))
            .ShouldBe(EmittedMembers.Constructors);

    [Theory]
    [InlineData("[Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3, Act.Relu)] [Dropout(0.1)] [Dense(2)] [SoftmaxCrossEntropy] [AverageWeights] [SampleWeights]")]
    [InlineData("[Dense(3, Act.Relu)] [Dropout(0)] [Dense(2)] [BinaryCrossEntropy]")]
    [InlineData("[Dense(3, Act.Relu)] [AlphaDropout(0.1)] [Dense(1)] [BinaryCrossEntropy] [SampleWeights]")]
    [InlineData("[Dense(3)] [Dense(1)] [Huber] [Preset(Preset.Classic)]")]
    [InlineData("[Dense(1)] [MeanSquaredError] [Preset(Preset.Classic)]")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\")] [Reconstruction]")]
    [InlineData("[GaussianNoise(0.1)] [Dense(4)] [Reconstruction(ReconstructionLoss.CrossEntropy)] [SampleWeights]")]
    [InlineData("[Dense(3)] [Dense(2)] [ExternalLoss] [InputGradients]")]
    [InlineData("[Dense(3)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] [SampleWeights]")]
    [InlineData("[Dense(3)] [Dense(4)] [Reconstruction] [InputGradients]")]
    public void The_rules_know_the_very_methods_that_are_emitted(string attributes)
    {
        string source = $"[Input(4)] {attributes} public partial class Net;";

        IEnumerable<(string, string)> emitted = Emit(source).GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
            .Select(method => (method.Name, DeclarationReader.ParameterTypes(method)));

        EmittedMembers.Signatures(Reading.Declare(source)).ShouldBe(emitted, ignoreOrder: true);
    }

    private static INamedTypeSymbol Emit(
        string network =
            """
            [Input(4)] [Dense(3, Act.Relu)] [BatchNorm] [Dropout(0.1)] [Dense(2)] [SoftmaxCrossEntropy]
            [AverageWeights] [SampleWeights] [AccumulateGradients(2)]
            public partial class Net;
            """)
    {
        CSharpCompilation source = TestCompilation.Create("global using GraphGen;", network);
        return TestCompilation.Generate(source).Compilation.GetTypeByMetadataName("Net").ShouldNotBeNull();
    }
}
