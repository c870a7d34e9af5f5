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
        names.Except(["Dense1", "BatchNorm1", "Dense2"]).ShouldBeSubsetOf(EmittedMembers.Properties.Concat(EmittedMembers.Methods));
    }

    [Fact]
    public void The_rules_know_the_constructors_that_are_emitted() =>
        Emit().InstanceConstructors.Select(constructor => string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString())))
            .ShouldBe(EmittedMembers.Constructors);

    private static INamedTypeSymbol Emit()
    {
        CSharpCompilation source = TestCompilation.Create(
            "global using GraphGen;",
            "[Input(4)] [Dense(3, Act.Relu)] [BatchNorm] [Dense(2)] [SoftmaxCrossEntropy] public partial class Net;");
        return TestCompilation.Generate(source).Compilation.GetTypeByMetadataName("Net").ShouldNotBeNull();
    }
}
