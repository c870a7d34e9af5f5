using Shouldly;
using Xunit;

namespace GraphGen.Tests.Editor;

/// <summary>The table of layers shows in the editor, whatever the user wrote about the class.</summary>
public sealed class HoverTests
{
    private const string Remarks = "RemarksDocumentationComments";
    private const string Summary = "DocumentationComments";

    private const string Attributes =
        "[Input(784)] [Dense(300, Init.He, Act.Elu)] [BatchNorm] [Dense(100, Act.Relu)] [Dropout(0.2)] [Dense(10)] [SoftmaxCrossEntropy] [Nag]";

    [Fact]
    public async Task The_table_shows_on_a_class_without_documentation()
    {
        var shown = await Hover.At($"static class User {{ static object o = new Di|gits(1).ToString(); }} {Attributes} partial class Digits;");

        ShowsTable(shown[Remarks]);
    }

    [Fact]
    public async Task The_table_shows_on_the_name_of_the_class_where_it_is_declared()
    {
        var shown = await Hover.At($"{Attributes} partial class Di|gits;");

        ShowsTable(shown[Remarks]);
    }

    [Fact]
    public async Task The_table_shows_below_the_users_own_summary()
    {
        var shown = await Hover.At($"/// <summary>Reads postcodes.</summary>\n{Attributes} public partial class Di|gits;");

        shown[Summary].ShouldBe("Reads postcodes.");
        ShowsTable(shown[Remarks]);
    }

    [Fact]
    public async Task The_table_shows_on_Info()
    {
        var shown = await Hover.At($"static class User {{ static object o = Digits.In|fo; }} {Attributes} partial class Digits;");

        shown[Summary].ShouldContain("Layers, shapes, costs and memory");
        ShowsTable(shown[Remarks]);
    }

    [Fact]
    public async Task A_layer_says_what_it_is_and_costs()
    {
        var shown = await Hover.At($"static class User {{ static object o = new Digits().Den|se1; }} {Attributes} partial class Digits;");

        shown[Summary].ShouldContain("Dense(300, He, Elu)");
        shown[Summary].ShouldContain("784");
        shown[Summary].ShouldContain("235,500");
        shown[Summary].ShouldContain("470,400");
    }

    private static void ShowsTable(string remarks)
    {
        string dense = remarks.Split('\n').Single(line => line.StartsWith("dense1 ", StringComparison.Ordinal));
        foreach (string cell in new[] { "Dense(300, He, Elu)", "[rows, 300]", "235,500", "470,400" })
        {
            dense.ShouldContain(cell);
        }

        string[] heads = ["Layer", "Declared as", "Output shape", "Parameters", "FLOPs per row", "Activation bytes per row"];
        remarks.Split('\n').ShouldContain(line => heads.All(head => line.Contains(head, StringComparison.Ordinal)));
        remarks.ShouldContain("SoftmaxCrossEntropy");
    }
}
