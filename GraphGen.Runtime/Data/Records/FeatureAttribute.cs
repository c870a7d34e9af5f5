namespace GraphGen;

/// <summary>
/// Marks a property, a field or a positional parameter of a partial record, class or struct as a feature: one or more columns of a row of
/// inputs, in the order in which the features stand in the source.
/// </summary>
/// <remarks>
/// Numbers are one column, truth values one of 0 and 1. An enum is a column for each of its values, in their numeric order, with a 1 in that
/// of the value that it has (one-hot). Arrays, lists and memory of numbers are <see cref="Length"/> columns. Numbers are rounded to single
/// precision and must be finite.
/// </remarks>
/// <example>
/// <code>
/// public enum Species { Setosa, Versicolor, Virginica }
///
/// public partial record Flower(
///     [Feature] float SepalLength, [Feature] float SepalWidth, [Feature] float PetalLength, [Feature] float PetalWidth, [Label] Species Species);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class FeatureAttribute : Attribute
{
    /// <summary>The numbers in an array, list or memory, from 1 to 65,536; every row must have as many. 0, the default, for all else.</summary>
    public int Length { get; set; }

    /// <summary>
    /// Whether an enum is one column that holds the number behind its value, for values that have an order and a distance, instead of a
    /// column for each value. A number that is no value of the enum throws a <see cref="RecordException"/>, unless the values are flags.
    /// </summary>
    public bool Ordinal { get; set; }

    /// <summary>
    /// What every column of this member holds in a row where it is null or NaN, a finite number. NaN, the default, lets such a row throw a
    /// <see cref="RecordException"/>.
    /// </summary>
    public double Missing { get; set; } = double.NaN;
}
