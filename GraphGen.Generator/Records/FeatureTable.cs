using System.Text;
using GraphGen.Generator.Emission;
using GraphGen.Model;

namespace GraphGen.Generator.Records;

/// <summary>The columns of a record as a table, which an editor shows.</summary>
internal static class FeatureTable
{
    /// <summary>The lines of the table.</summary>
    public static IEnumerable<string> Of(RecordSpec record)
    {
        var table = new TextTable(false, false, false);
        table.Add("Columns", "Member", "Holds");
        table.AddRule();
        int column = 0;
        foreach (FeatureSpec feature in record.Features)
        {
            table.Add(Range(column, feature.Columns), feature.Member, Content(feature) + Missing(feature));
            column += feature.Columns;
        }

        var text = new StringBuilder();
        table.WriteTo(text);
        return text.ToString().TrimEnd('\n').Split('\n');
    }

    private static string Range(int first, int count) =>
        count == 1 ? Literal.Int(first) : $"{Literal.Int(first)} to {Literal.Int(first + count - 1)}";

    private static string Content(FeatureSpec feature) => feature switch
    {
        TruthFeature => "0 for false, 1 for true",
        OneHotFeature oneHot => "1 in the column of its value: " + Values(oneHot.Enum),
        VectorFeature => "its elements",
        _ => "its number",
    };

    private static string Values(EnumFacts values)
    {
        const int shown = 6;
        string names = string.Join(", ", values.Values.Take(shown).Select(value => value.Name));
        return values.Values.Count > shown ? names + " and so on" : names;
    }

    private static string Missing(FeatureSpec feature) => feature.Missing is { } missing ? $"; {Number(missing)} where missing" : "";

    private static string Number(double number) => Literal.Float(number).TrimEnd('f');
}
