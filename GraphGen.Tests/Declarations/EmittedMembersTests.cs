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

    private static INamedTypeSymbol Emit()
    {
        CSharpCompilation source = TestCompilation.Create(
            "global using GraphGen;",
            """
            [Input(4)] [Dense(3, Act.Relu)] [BatchNorm] [Dropout(0.1)] [Dense(2)] [SoftmaxCrossEntropy]
            [AverageWeights] [SampleWeights] [AccumulateGradients(2)]
            public partial class Net;
            """);
        return TestCompilation.Generate(source).Compilation.GetTypeByMetadataName("Net").ShouldNotBeNull();
    }
}
