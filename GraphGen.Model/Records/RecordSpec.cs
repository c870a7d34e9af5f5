namespace GraphGen.Model;

/// <summary>
/// What a record's declaration says, checked and complete: the only thing that its emission sees. Value-equal and free of compiler objects.
/// </summary>
/// <param name="Namespace">The type's namespace, dots and all, keywords in it escaped by <c>@</c>; empty for the global one.</param>
/// <param name="ContainingTypes">The outer types' declarations, outermost first, as <c>"partial class Outer"</c>, keywords escaped.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">The type's own name, escaped where it is a keyword.</param>
/// <param name="FullName">Its metadata name, such as <c>Samples.Outer+Flower</c>: no other type in the program has it.</param>
/// <param name="Features">The features in the order of their columns, at least one.</param>
/// <param name="Label">What is to be predicted; null where nothing is.</param>
public sealed record RecordSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Keyword,
    string Name,
    string FullName,
    EquatableArray<FeatureSpec> Features,
    LabelSpec? Label)
{
    /// <summary>Columns of a row of features.</summary>
    public int FeatureCount => Features.Sum(feature => feature.Columns);
}

/// <summary>A member that fills columns.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What its columns hold where it is missing; null where it may not be.</param>
public abstract record FeatureSpec(string Member, double? Missing)
{
    /// <summary>How many columns.</summary>
    public virtual int Columns => 1;
}

/// <summary>A whole number that is always there and that single precision can hold, if rounded; or the number behind flags.</summary>
/// <param name="Member">The property or field.</param>
public sealed record IntegerFeature(string Member) : FeatureSpec(Member, null);

/// <summary>A number that may be missing, or may not be finite.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What stands for null and NaN; null where neither may be.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsSingle">Whether it is a <c>float</c> already.</param>
public sealed record NumberFeature(string Member, double? Missing, bool IsNullable, bool IsSingle) : FeatureSpec(Member, Missing);

/// <summary>The number behind one of an enum's values.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What stands for null; null where that may not be.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Enum">The enum.</param>
public sealed record OrdinalFeature(string Member, double? Missing, bool IsNullable, EnumFacts Enum) : FeatureSpec(Member, Missing);

/// <summary>A truth value: 0 or 1.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What stands for null; null where that may not be.</param>
/// <param name="IsNullable">Whether it may be null.</param>
public sealed record TruthFeature(string Member, double? Missing, bool IsNullable) : FeatureSpec(Member, Missing);

/// <summary>An enum with a column for each value.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What all columns hold for null; null where that may not be.</param>
/// <param name="Enum">The enum.</param>
public sealed record OneHotFeature(string Member, double? Missing, EnumFacts Enum) : FeatureSpec(Member, Missing)
{
    /// <inheritdoc/>
    public override int Columns => Enum.Values.Count;
}

/// <summary>Several numbers.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Missing">What stands for null and for elements that are NaN; null where neither may be.</param>
/// <param name="Vector">Their container.</param>
/// <param name="Length">How many.</param>
public sealed record VectorFeature(string Member, double? Missing, VectorFacts Vector, int Length) : FeatureSpec(Member, Missing)
{
    /// <inheritdoc/>
    public override int Columns => Length;
}

/// <summary>What is to be predicted.</summary>
public abstract record LabelSpec
{
    private protected LabelSpec()
    {
    }
}

/// <summary>A whole number that is the row's class.</summary>
/// <param name="Member">The property or field.</param>
public sealed record IntegerLabel(string Member) : LabelSpec;

/// <summary>A truth value: the classes are false and true.</summary>
/// <param name="Member">The property or field.</param>
public sealed record TruthLabel(string Member) : LabelSpec;

/// <summary>An enum whose values are the classes.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Accessibility">Who may see the enum, at least: <c>public</c> and so on.</param>
/// <param name="Enum">The enum.</param>
public sealed record EnumLabel(string Member, string Accessibility, EnumFacts Enum) : LabelSpec;

/// <summary>Numbers to predict.</summary>
/// <param name="Members">The properties or fields in their order, at least one.</param>
public sealed record TargetsLabel(EquatableArray<string> Members) : LabelSpec;
