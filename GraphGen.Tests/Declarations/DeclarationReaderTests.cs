using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

public class DeclarationReaderTests
{
    [Fact]
    public void Attributes_come_in_source_order_whatever_the_lists_they_stand_in()
    {
        Declaration declaration = Reading.Declare(
            """
            [Input(784)]
            [Dense(300), BatchNorm, Dropout(0.5)] [Dense(100)]
            [SoftmaxCrossEntropy, Serializable]
            [Nag]
            partial class Net;
            """);
        declaration.Attributes.Select(attribute => attribute.Kind.ToString()).ShouldBe(
            ["Input", "Dense", "BatchNorm", "Dropout", "Dense", "SoftmaxCrossEntropy", "Nag"]);
        declaration.IsIncomplete.ShouldBeFalse();
    }

    [Fact]
    public void Attributes_are_merged_over_the_partial_declarations_and_numbered_by_them()
    {
        Declaration declaration = Reading.Declare(
            """
            [Dense(1)] [Dense(2)] partial class Net;
            [Input(784)] partial class Net;
            partial class Net;
            [Dense(3)] partial class Net;
            """);
        declaration.Parts.Count.ShouldBe(4);
        declaration.Attributes.Select(attribute => (attribute.Kind, attribute.Part)).ShouldBe(
            [(AttributeKind.Dense, 0), (AttributeKind.Dense, 0), (AttributeKind.Input, 1), (AttributeKind.Dense, 3)]);
    }

    [Fact]
    public void Arguments_are_known_by_name_however_they_are_written()
    {
        AttributeFacts dense = Reading.Declare(
            "[Dense(activation: Act.Selu, units: 3, init: Init.LeCun, L2 = 1, Bias = false, Name = \"x\")] class Net;").Attributes[0];
        dense.Value("units", 0).ShouldBe(3);
        dense.Value("init", 0).ShouldBe((int)Init.LeCun);
        dense.Value("activation", 0).ShouldBe((int)Act.Selu);
        dense.Value("L2", 0.0).ShouldBe(1.0);
        dense.Value("Bias", true).ShouldBeFalse();
        dense.Value("Name", "").ShouldBe("x");
        dense.Value("MaxNorm", 7.0).ShouldBe(7.0);
    }

    [Fact]
    public void Constant_expressions_and_aliases_are_read_by_their_value()
    {
        Declaration declaration = Reading.Declare(
            """
            using Layer = GraphGen.DenseAttribute;
            using static GraphGen.Act;
            [Layer(Net.Width * 2, Tanh)] [global::GraphGen.Dropout((double)1 / 4)]
            partial class Net { private const int Width = 5; }
            """);
        declaration.Attributes[0].Value("units", 0).ShouldBe(10);
        declaration.Attributes[0].Value("activation", 0).ShouldBe((int)Act.Tanh);
        declaration.Attributes[1].Value("rate", 0.0).ShouldBe(0.25);
    }

    [Fact]
    public void Members_are_those_the_user_wrote_or_inherits_without_accessors_constructors_and_privates_of_bases()
    {
        Declaration declaration = Reading.Declare(
            """
            class Base { private int hidden; public int Field; public virtual void Method() { } public int Reader => hidden; }
            [Input(1)] partial class Net : Base
            {
                public int Property { get; set; }
                public override void Method() { }
                public Net(int x) { }
                enum Nested { }
            }
            """);
        declaration.Members.Select(member => (member.Name, member.IsMethod, member.DeclaringType, member.IsInherited)).ShouldBe(
            [
                ("Property", false, "Net", false),
                ("Method", true, "Net", false),
                ("Nested", false, "Net", false),
                ("Field", false, "Base", true),
                ("Method", true, "Base", true),
                ("Reader", false, "Base", true),
            ],
            ignoreOrder: true);
        declaration.Constructors.ShouldBe([new ConstructorFacts("int", ChainsToThis: false)]);
    }

    [Fact]
    public void Reading_sees_past_what_the_generator_emitted()
    {
        const string Source = "[Input(4)] [Dense(2)] [MeanSquaredError] public partial class Net { public int Mine; }";
        var before = Compilation.TestCompilation.Create("global using GraphGen;", Source);
        var after = Compilation.TestCompilation.Generate(before).Compilation;
        after.GetTypeByMetadataName("Net")!.DeclaringSyntaxReferences.Length.ShouldBeGreaterThan(1);
        DeclarationReader.Read(after.GetTypeByMetadataName("Net")!, CancellationToken.None)
            .ShouldBe(DeclarationReader.Read(before.GetTypeByMetadataName("Net")!, CancellationToken.None));
    }

    [Fact]
    public void Equal_sources_give_equal_declarations_and_different_ones_different()
    {
        const string Source = "[Input(4)] [Dense(2, L2 = 0.5)] [MeanSquaredError] public partial class Net { public Net(int x) { } }";
        Declaration first = Reading.Declare(Source);
        Declaration second = Reading.Declare("// moved\n" + Source);
        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());
        Reading.Declare(Source.Replace("0.5", "0.25")).ShouldNotBe(first);
    }
}
