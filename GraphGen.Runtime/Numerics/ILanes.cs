using System.Diagnostics.CodeAnalysis;

namespace GraphGen.Numerics;

/// <summary>
/// What one width of vector offers to the functions of <see cref="VectorMath"/>, so that each of them is written once. Operations
/// are static
/// and take the vector itself: measured, the JIT then compiles a function to the very instructions that it makes of the written-out
/// overload (a struct wrapped around the vector, which would allow operators, costs a quarter of the speed).
/// </summary>
/// <remarks>
/// Integers are carried in the bits of a float vector. Comparisons yield masks of all ones or zeros.
/// </remarks>
/// <typeparam name="TVector">A vector of floats.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>The value in every lane.</summary>
    static abstract TVector Create(float value);

    /// <summary>The bits in every lane.</summary>
    static abstract TVector CreateBits(int bits);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>left * right + addend, rounded once where the processor can, else twice.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The lesser. Where <paramref name="right"/> is NaN, it is the result; <paramref name="left"/> must not be.</summary>
    static abstract TVector Min(TVector left, TVector right);

    /// <summary>The greater. Where <paramref name="right"/> is NaN, it is the result; <paramref name="left"/> must not be.</summary>
    static abstract TVector Max(TVector left, TVector right);

    static abstract TVector LessThan(TVector left, TVector right);

    static abstract TVector LessThanOrEqual(TVector left, TVector right);

    static abstract TVector Equal(TVector left, TVector right);

    static abstract TVector Select(TVector mask, TVector whenSet, TVector whenClear);

    static abstract TVector And(TVector left, TVector right);

    /// <summary>The bits of <paramref name="left"/> that <paramref name="right"/> lacks.</summary>
    static abstract TVector AndNot(TVector left, TVector right);

    static abstract TVector Or(TVector left, TVector right);

    /// <summary>The difference of the bits as integers.</summary>
    static abstract TVector SubtractBits(TVector left, TVector right);

    static abstract TVector ShiftLeft(TVector bits, [ConstantExpected] int count);

    /// <summary>Shifts copies of the sign in.</summary>
    static abstract TVector ShiftRight(TVector bits, [ConstantExpected] int count);

    /// <summary>The bits as an integer, converted to a float.</summary>
    static abstract TVector ToSingle(TVector bits);
}
