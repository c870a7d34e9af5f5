using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>The three operations that <see cref="FmaPeak"/> needs of a vector.</summary>
/// <typeparam name="TVector">A vector of floats.</typeparam>
internal interface IFmaOperations<TVector>
    where TVector : struct
{
    static abstract TVector Create(float value);

    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract float Sum(TVector vector);
}

/// <summary>512 bits, by the instruction that the AVX-512 kernels use.</summary>
internal readonly struct Fma512 : IFmaOperations<Vector512<float>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Avx512F.FusedMultiplyAdd(left, right, addend);

    public static float Sum(Vector512<float> vector) => Vector512.Sum(vector);
}

/// <summary>256 bits, by the instruction that the AVX2 kernels use.</summary>
internal readonly struct Fma256 : IFmaOperations<Vector256<float>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Fma.MultiplyAdd(left, right, addend);

    public static float Sum(Vector256<float> vector) => Vector256.Sum(vector);
}

/// <summary>128 bits, by the operation that the portable kernels use.</summary>
internal readonly struct Fma128 : IFmaOperations<Vector128<float>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Create(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        Vector128.MultiplyAddEstimate(left, right, addend);

    public static float Sum(Vector128<float> vector) => Vector128.Sum(vector);
}
