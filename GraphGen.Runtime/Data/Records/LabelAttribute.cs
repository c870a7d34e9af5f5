namespace GraphGen;

/// <summary>
/// Marks a property, a field or a positional parameter as what a network is to predict from the features of the same type.
/// </summary>
/// <remarks>
/// A whole number, a truth value or an enum is the class of the row, of which there is one: whole numbers count classes from 0, false is 0 and
/// true 1, the values of an enum are numbered in their numeric order. A <see cref="float"/>, <see cref="double"/>, <see cref="decimal"/> or
/// <see cref="Half"/> is a target; several of them are a row of targets in the order in which they stand in the source.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class LabelAttribute : Attribute;
