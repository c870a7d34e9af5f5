using GraphGen.Generator.Emission;
using GraphGen.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Records;

/// <summary>How a member's value gets into its columns.</summary>
internal static class FeatureCode
{
    private const string Columns = "global::GraphGen.Execution.FeatureColumns";

    /// <summary>The statement that fills a feature's columns, the first of which is <paramref name="column"/>.</summary>
    public static string Statement(FeatureSpec feature, int column)
    {
        string value = ValueOf(feature.Member);
        string member = Quoted(feature.Member) + (feature.Missing is { } missing ? $", missing: {Literal.Float(missing)}" : "");
        string target = $"features[{Literal.Int(column)}]";
        string slice = $"features.Slice({Literal.Int(column)}, {Literal.Int(feature.Columns)})";
        return feature switch
        {
            IntegerFeature => $"{target} = (float){value};",
            NumberFeature { IsSingle: true } => $"{target} = {Columns}.Number({value}, {member});",
            NumberFeature { IsNullable: true } or NumberFeature { Missing: not null } => $"{target} = {Columns}.Number((float?){value}, {member});",
            NumberFeature => $"{target} = {Columns}.Number((float){value}, {member});",
            TruthFeature { IsNullable: true } => $"{target} = {Columns}.Number({Columns}.Truth({value}), {member});",
            TruthFeature => $"{target} = {value} ? 1f : 0f;",
            OrdinalFeature { IsNullable: true } ordinal => $"{target} = {Columns}.Number((float?){Defined(ordinal)}, {member});",
            OrdinalFeature ordinal => $"{target} = (float){Defined(ordinal)};",
            OneHotFeature oneHot => Call($"{Columns}.OneHot<{oneHot.Enum.Type}>({value},", oneHot.Enum, $", {slice}, {member});"),
            VectorFeature vector => $"{Columns}.Vector<{vector.Vector.ElementType}>({ListCast(vector.Vector)}{value}, {slice}, {member});",
            _ => throw new ArgumentException($"No way to write a {feature.GetType().Name} is known.", nameof(feature)),
        };
    }

    /// <summary>The names of a feature's columns, as elements of a collection expression.</summary>
    public static IEnumerable<string> Names(FeatureSpec feature) => feature switch
    {
        OneHotFeature oneHot => oneHot.Enum.Values.Select(value => Quoted($"{feature.Member}={value.Name}")),
        VectorFeature => [$"..{Columns}.Names({Quoted(feature.Member)}, {Literal.Int(feature.Columns)})"],
        _ => [Quoted(feature.Member)],
    };

    /// <summary>A call with all values of an enum among its arguments.</summary>
    public static string Call(string before, EnumFacts values, string behind) =>
        before + CollectionText.Of(values.Values.Select(value => value.Expression), before.Length + behind.Length) + behind;

    /// <summary>A member of the row that is packed.</summary>
    public static string ValueOf(string member) => "this." + Identifier.Escape(member);

    /// <summary>A text as source text.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Defined(OrdinalFeature feature) =>
        Call($"{Columns}.Defined<{feature.Enum.Type}>({ValueOf(feature.Member)},", feature.Enum, $", {Quoted(feature.Member)})");

    /// <summary>Which overload is meant, where the type might fit several.</summary>
    private static string ListCast(VectorFacts vector) =>
        vector.IsListInterface ? $"(global::System.Collections.Generic.IReadOnlyList<{vector.ElementType}>)" : "";
}
