using GraphGen.Model;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace GraphGen.Tests.Declarations;

/// <summary>Reads declarations from C# text.</summary>
internal static class Reading
{
    /// <summary>The declaration of the class called <paramref name="className"/> in its full metadata name.</summary>
    public static Declaration Declare(string source, string className = "Net") =>
        DeclarationReader.Read(Find(source, className), CancellationToken.None);

    /// <summary>The complete network of that class; the declaration must be in order.</summary>
    public static NetworkSpec Complete(string source, string className = "Net")
    {
        Validation validation = Validator.Check(Declare(source, className));
        validation.Problems.ShouldBeEmpty();
        return validation.Network.ShouldNotBeNull();
    }

    private static INamedTypeSymbol Find(string source, string className) =>
        TestCompilation.Create("global using GraphGen;", source).GetTypeByMetadataName(className).ShouldNotBeNull();
}
