namespace GraphGen.Numerics;

/// <summary>
/// Elementary functions on vectors of floats, the hot path of activations and losses: no branch, single precision throughout, at most
/// 2 units in the last place from the exact value over the whole range of float, unless the function says otherwise. NaN gives NaN. Results
/// too small for a normal float are correct subnormals.
/// </summary>
/// <remarks>
/// <para>
/// Each function is written once for all widths. Where the processor has fused multiply-add, all widths give the same bits;
/// where it has not, the same bounds hold.
/// </para>
/// <para>
/// Largest errors found among every fifth float, in units in the last place, with fused multiply-add and without: Exp 0.91 and 1.19,
/// ExpM1 1.54 and 1.66, Log 1.30 and 1.32, Tanh 1.78 and 1.71, Sigmoid 2.00 and 2.00, Softplus 1.62 and 1.60
/// (the last among every 301st and 1001st float).
/// </para>
/// <para>
/// Of the functions with wider bounds of their own, among every 17th and every 53rd float: Gelu 1.3 and 1.5 above -0.4, 5.5 and 6.3 below;
/// GeluSlope 1.6 and 2.0 above -0.4, 5.5 and 7.1 below; Mish 2.4 and 2.7; MishSlope 1.7 and 2.0 on the right, 8.1 and 8.2 on the left.
/// </para>
/// <para>
/// The scheme is the classical one (Cody and Waite, 1980; Moshier's Cephes library): <c>exp(x) = 2^n exp(r)</c>
/// with <c>n = round(x / ln 2)</c> and <c>ln 2</c> subtracted in two parts, the first of them so short that its products with <c>n</c> are
/// exact. The polynomials were fitted for GraphGen by the Remez exchange, rounding one coefficient after the other and refitting the rest.
/// </para>
/// </remarks>
public static partial class VectorMath
{
    private const float Log2E = 1.44269504f;

    // ln 2 = Ln2High + Ln2Low. The high part has 9 significant bits.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    // 1.5 * 2^23: adding it rounds a float of moderate size to an integer, which is then found in the low bits of the sum.
    private const float Rounder = 12582912f;

    // The exponent field of a float: where it begins, and what stands there for 2^0.
    private const int ExponentShift = 23;
    private const int ExponentBias = 127;
}
