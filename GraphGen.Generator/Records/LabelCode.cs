using GraphGen.Model;

namespace GraphGen.Generator.Records;

/// <summary>How a member's value becomes a class or a target.</summary>
internal static class LabelCode
{
    private const string Labels = "global::GraphGen.Execution.RecordLabels";

    /// <summary>The number of the row's class, as an expression.</summary>
    public static string Class(LabelSpec label) => label switch
    {
        IntegerLabel integer => $"{Labels}.Class((long?){FeatureCode.ValueOf(integer.Member)}, {FeatureCode.Quoted(integer.Member)})",
        TruthLabel truth => $"{Labels}.Class({FeatureCode.ValueOf(truth.Member)}, {FeatureCode.Quoted(truth.Member)})",
        EnumLabel values => FeatureCode.Call(
            $"{Labels}.Class<{values.Enum.Type}>({FeatureCode.ValueOf(values.Member)},", values.Enum, $", {FeatureCode.Quoted(values.Member)})"),
        _ => throw new ArgumentException($"A {label.GetType().Name} has no class.", nameof(label)),
    };

    /// <summary>The names of the classes, as elements of a collection expression.</summary>
    public static IEnumerable<string> ClassNames(LabelSpec label) => label switch
    {
        EnumLabel values => values.Enum.Values.Select(value => FeatureCode.Quoted(value.Name)),
        TruthLabel => ["\"false\"", "\"true\""],
        _ => [],
    };

    /// <summary>A target, as an expression.</summary>
    public static string Target(string member) => $"{Labels}.Target((float?){FeatureCode.ValueOf(member)}, {FeatureCode.Quoted(member)})";
}
