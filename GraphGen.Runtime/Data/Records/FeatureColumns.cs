using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>For emitted code: from the values of a record's members to columns. Nothing is allocated where the values are sound.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FeatureColumns
{
    private const int NamedValues = 8;

    /// <summary>A number that a column or a target can hold.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is not finite.</exception>
    public static float Number(float value, string member) => float.IsFinite(value) ? value : throw NotFinite(value, member);

    /// <summary>A number that may be missing: null or NaN.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="member">The member.</param>
    /// <param name="missing">What stands for a missing value; NaN where none may be missing.</param>
    /// <exception cref="RecordException">The value is infinite, or missing where it may not be.</exception>
    public static float Number(float? value, string member, float missing = float.NaN) =>
        value is not { } known ? Substitute(missing, member)
        : float.IsNaN(known) && !float.IsNaN(missing) ? missing
        : Number(known, member);

    /// <summary>A truth value as a number: 0 for false, 1 for true, null for null.</summary>
    /// <param name="value">The member's value.</param>
    public static float? Truth(bool? value) => value is { } known ? (known ? 1 : 0) : null;

    /// <summary>An enum's value, which stands for the number behind it.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="values">The enum's values.</param>
    /// <param name="member">The member.</param>
    /// <exception cref="RecordException">The value is none of the enum's.</exception>
    public static TEnum Defined<TEnum>(TEnum value, ReadOnlySpan<TEnum> values, string member)
        where TEnum : struct, Enum =>
        values[IndexOf(value, values, member)];

    /// <summary>An enum's value, which stands for the number behind it; null for null.</summary>
    /// <inheritdoc cref="Defined{TEnum}(TEnum, ReadOnlySpan{TEnum}, string)"/>
    public static TEnum? Defined<TEnum>(TEnum? value, ReadOnlySpan<TEnum> values, string member)
        where TEnum : struct, Enum =>
        value is { } known ? Defined(known, values, member) : null;

    /// <summary>Writes a 1 into the column of an enum's value and 0 into the others.</summary>
    /// <param name="value">The member's value.</param>
    /// <param name="values">The enum's values in the order of their columns.</param>
    /// <param name="columns">Receives as many numbers as there are values.</param>
    /// <param name="member">The member.</param>
    /// <param name="missing">What all columns hold for a missing value; NaN where none may be missing.</param>
    /// <exception cref="RecordException">The value is none of the enum's, or missing where it may not be.</exception>
    public static void OneHot<TEnum>(TEnum? value, ReadOnlySpan<TEnum> values, Span<float> columns, string member, float missing = float.NaN)
        where TEnum : struct, Enum
    {
        if (value is not { } known)
        {
            columns.Fill(Substitute(missing, member));
            return;
        }

        int column = IndexOf(known, values, member);
        columns.Clear();
        columns[column] = 1;
    }

    /// <summary>Writes as many numbers as there are columns.</summary>
    /// <param name="values">The member's value.</param>
    /// <param name="columns">Receives the numbers.</param>
    /// <param name="member">The member.</param>
    /// <param name="missing">What stands for a missing value or element; NaN where none may be missing.</param>
    /// <exception cref="RecordException">There are more or fewer numbers, or one is infinite, or missing where it may not be.</exception>
    public static void Vector<T>(T[]? values, Span<float> columns, string member, float missing = float.NaN)
        where T : INumberBase<T> =>
        Vector(values is null ? null : (ReadOnlyMemory<T>?)values, columns, member, missing);

    /// <inheritdoc cref="Vector{T}(T[], Span{float}, string, float)"/>
    public static void Vector<T>(ImmutableArray<T>? values, Span<float> columns, string member, float missing = float.NaN)
        where T : INumberBase<T> =>
        Vector<T>(values is { IsDefault: false } known ? known.AsMemory() : (ReadOnlyMemory<T>?)null, columns, member, missing);

    /// <inheritdoc cref="Vector{T}(T[], Span{float}, string, float)"/>
    public static void Vector<T>(ReadOnlyMemory<T>? values, Span<float> columns, string member, float missing = float.NaN)
        where T : INumberBase<T>
    {
        if (values is { } known)
        {
            Copy(known.Span, columns, member, missing);
        }
        else
        {
            columns.Fill(Substitute(missing, member));
        }
    }

    /// <inheritdoc cref="Vector{T}(T[], Span{float}, string, float)"/>
    public static void Vector<T>(List<T>? values, Span<float> columns, string member, float missing = float.NaN)
        where T : INumberBase<T>
    {
        if (values is not null)
        {
            Copy(CollectionsMarshal.AsSpan(values), columns, member, missing);
        }
        else
        {
            columns.Fill(Substitute(missing, member));
        }
    }

    /// <inheritdoc cref="Vector{T}(T[], Span{float}, string, float)"/>
    public static void Vector<T>(IReadOnlyList<T>? values, Span<float> columns, string member, float missing = float.NaN)
        where T : INumberBase<T>
    {
        if (values is null)
        {
            columns.Fill(Substitute(missing, member));
            return;
        }

        RequireLength(values.Count, columns.Length, member);
        for (int index = 0; index < columns.Length; index++)
        {
            columns[index] = float.CreateTruncating(values[index]);
        }

        RequireFinite(columns, member, missing);
    }

    /// <summary>The names of an array's columns: <c>Pixels[0]</c>, <c>Pixels[1]</c> and so on.</summary>
    /// <param name="member">The member.</param>
    /// <param name="length">The number of columns, at least 1.</param>
    public static IEnumerable<string> Names(string member, int length) =>
        Enumerable.Range(0, length).Select(index => Invariant($"{member}[{index}]"));

    /// <summary>The place of an enum's value among all of them.</summary>
    internal static int IndexOf<TEnum>(TEnum value, ReadOnlySpan<TEnum> values, string member)
        where TEnum : struct, Enum
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (EqualityComparer<TEnum>.Default.Equals(values[index], value))
            {
                return index;
            }
        }

        string names = string.Join(", ", Enum.GetNames<TEnum>().Take(NamedValues)) + (values.Length > NamedValues ? " ..." : "");
        decimal number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        throw new RecordException(member, Invariant($"is {number}, which is no value of {typeof(TEnum).Name}: use one of {names}"));
    }

    private static void Copy<T>(ReadOnlySpan<T> values, Span<float> columns, string member, float missing)
        where T : INumberBase<T>
    {
        RequireLength(values.Length, columns.Length, member);
        TensorPrimitives.ConvertTruncating(values, columns);
        RequireFinite(columns, member, missing);
    }

    private static void RequireLength(int actual, int expected, string member)
    {
        if (actual != expected)
        {
            throw new RecordException(
                member, Invariant($"has {actual} values where [Feature(Length = {expected})] promises {expected}: give every row as many"));
        }
    }

    private static void RequireFinite(Span<float> columns, string member, float missing)
    {
        for (int index = 0; index < columns.Length; index++)
        {
            if (!float.IsFinite(columns[index]))
            {
                columns[index] = float.IsNaN(columns[index]) && !float.IsNaN(missing)
                    ? missing
                    : throw NotFinite(columns[index], Invariant($"{member}[{index}]"));
            }
        }
    }

    private static float Substitute(float missing, string member) => float.IsNaN(missing)
        ? throw new RecordException(member, "is missing: give it a value, or say by [Feature(Missing = 0)] what stands for it")
        : missing;

    private static RecordException NotFinite(float value, string member) =>
        new(member, Invariant($"is {value} as a float, but must be a finite number"));
}
