using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Editor;

/// <summary>Whoever goes to the definition of a layer lands in the file where its work is done.</summary>
public sealed class NavigationTests
{
    private const string Network =
        """
        namespace Samples;
        public partial class Models
        {
            [Input(8)] [Dropout(0.1)]
            [Dense(6, Act.Elu)] [BatchNorm]
            [Dense(5, Name = "hidden")] [Activation(Act.Tanh)] [Dropout(0.2)]
            [Dense(3)]
            [SoftmaxCrossEntropy] [Nag]
            public partial class Digits;
        }
        """;

    [Theory]
    [InlineData("Dense1", "Dense1Layer", "Forward(")]
    [InlineData("BatchNorm1", "Dense1Layer", "gamma")]
    [InlineData("Hidden", "HiddenLayer", "Forward(")]
    [InlineData("Activation1", "HiddenLayer", "anh")]
    [InlineData("Dropout2", "HiddenLayer", "ropout")]
    [InlineData("Dropout1", "InputStage", "ropout")]
    [InlineData("Dense3", "Dense3Layer", "Predict(")]
    public void A_layer_is_defined_beside_its_kernels(string layer, string file, string work)
    {
        CSharpCompilation program = TestCompilation.Generate(TestCompilation.Create("global using GraphGen;", Network)).Compilation;

        ISymbol member = program.GetTypeByMetadataName("Samples.Models+Digits")!.GetMembers(layer).ShouldHaveSingleItem();

        SyntaxTree tree = member.Locations.ShouldHaveSingleItem().SourceTree!;
        Path.GetFileName(tree.FilePath).ShouldBe($"Samples.Models+Digits.{file}.g.cs");
        tree.ToString().ShouldContain(work);
    }
}
