using System.ComponentModel;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>For emitted code: from the value of a record's label to the number of its class, or to a target.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordLabels
{
    /// <summary>A whole number as the number of a class.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is missing, negative or larger than an <see cref="int"/>.</exception>
    public static int Class(long? value, string member) => value switch
    {
        null => throw Missing(member),
        >= 0 and <= int.MaxValue => (int)value.Value,
        _ => throw new RecordException(
            member, Invariant($"is {value.Value}, but classes count from 0: number them 0, 1, 2 and so on, or make them an enum")),
    };

    /// <summary>A truth value as the number of a class: 0 for false, 1 for true.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is missing.</exception>
    public static int Class(bool? value, string member) => value is { } known ? (known ? 1 : 0) : throw Missing(member);

    /// <summary>An enum's value as the number of a class: its place among all values.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="values">The enum's values in the order of their classes.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is missing, or none of the enum's.</exception>
    public static int Class<TEnum>(TEnum? value, ReadOnlySpan<TEnum> values, string member)
        where TEnum : struct, Enum =>
        FeatureColumns.IndexOf(value ?? throw Missing(member), values, member);

    /// <summary>A number to predict.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is missing or not finite.</exception>
    public static float Target(float? value, string member) => FeatureColumns.Number(value ?? throw Missing(member), member);

    private static RecordException Missing(string member) =>
        new(member, "is missing, but rows to learn from need what is to be predicted: give it a value, or leave the row out");
}
