using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GraphGen.Numerics;

namespace GraphGen;

/// <summary>
/// A smooth random displacement of the pixels of an image: independent uniform numbers on a coarse grid, between which a uniform
/// cubic B-spline interpolates (free-form deformation: Rueckert et al., "Nonrigid registration using free-form deformations", IEEE TMI 1999).
/// </summary>
/// <remarks>
/// <para>
/// Simard, Steinkraus and Platt draw a number for each pixel and smooth by a Gaussian. A cubic B-spline of spacing h is the density of
/// four uniform numbers' sum, nearly normal with variance h^2 / 3 (Unser, Aldroubi and Eden, "On the asymptotic convergence of B-spline wavelets to Gabor
/// functions", IEEE TIT 1992), so numbers on a grid of <c>h = sqrt(3) sigma</c> give as smooth a field from far fewer draws, and four
/// products a pixel and axis whatever sigma is.
/// </para>
/// <para>
/// The grid begins at a random fraction of its spacing, so that no pixel is special: the variance along an axis is then the
/// integral of the squared B-spline, 151 / 315, times that of the numbers.
/// </para>
/// </remarks>
internal sealed class ElasticField
{
    private const int Order = 4;
    private const double SquaredSpline = 151.0 / 315;

    private readonly int _width;
    private readonly int _stride;
    private readonly double _cellsPerPixel;
    private readonly float _amplitude;
    private readonly int _rows;
    private readonly int _columns;
    private readonly float[] _controls;
    private readonly float[] _linesX;
    private readonly float[] _linesY;
    private double _phaseY;

    /// <summary>Allocates what a field of any draw needs.</summary>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="strength">The standard deviation of the displacement along each axis, in pixels.</param>
    /// <param name="smoothness">The standard deviation of the bell curve, in pixels.</param>
    public ElasticField(int height, int width, double strength, double smoothness)
    {
        double spacing = Math.Sqrt(3) * smoothness;
        _width = width;
        _stride = ImageSampler.PaddedWidth(width);
        _cellsPerPixel = 1 / spacing;

        // Uniform in [-1, 1) has the variance 1/3; the two axes of the grid both reduce it.
        _amplitude = (float)(strength * Math.Sqrt(3) / SquaredSpline);
        _rows = CountOf(height);
        _columns = CountOf(width);
        _controls = new float[2 * _rows * _columns];
        _linesX = new float[_rows * _stride];
        _linesY = new float[_rows * _stride];

        // The last pixel's cell is one further where the phase carries it over.
        int CountOf(int pixels) => (int)((pixels - 1) * _cellsPerPixel) + 1 + Order;
    }

    /// <summary>Draws a field.</summary>
    public void Draw(ref CounterRandom random)
    {
        double phaseX = random.NextDouble();
        _phaseY = random.NextDouble();
        float scale = _amplitude * (1f / (1u << 31));
        foreach (ref float control in _controls.AsSpan())
        {
            control = (int)random.NextUInt32() * scale;
        }

        ExpandLines(phaseX);
    }

    /// <summary>The displacements of the pixels of a row, along both axes; each span holds the padded width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Row(int y, Span<float> displacementX, Span<float> displacementY)
    {
        int first = Cell(y, _phaseY, out Vector128<float> weights) * _stride;
        Combine(_linesX.AsSpan(first, Order * _stride), weights, displacementX[.._stride]);
        Combine(_linesY.AsSpan(first, Order * _stride), weights, displacementY[.._stride]);
    }

    private static void Combine(ReadOnlySpan<float> lines, Vector128<float> weights, Span<float> destination)
    {
        Vector256<float> weight0 = Vector256.Create(weights[0]);
        Vector256<float> weight1 = Vector256.Create(weights[1]);
        Vector256<float> weight2 = Vector256.Create(weights[2]);
        Vector256<float> weight3 = Vector256.Create(weights[3]);
        nuint stride = (nuint)destination.Length;
        ref float line = ref MemoryMarshal.GetReference(lines);
        ref float target = ref MemoryMarshal.GetReference(destination);
        for (nuint x = 0; x < stride; x += (nuint)Vector256<float>.Count)
        {
            Vector256<float> upper = (weight0 * Vector256.LoadUnsafe(ref line, x)) + (weight1 * Vector256.LoadUnsafe(ref line, x + stride));
            Vector256<float> lower =
                (weight2 * Vector256.LoadUnsafe(ref line, x + (2 * stride))) + (weight3 * Vector256.LoadUnsafe(ref line, x + (3 * stride)));
            (upper + lower).StoreUnsafe(ref target, x);
        }
    }

    // Interpolates each row of the grid at every pixel column: what is left to do for a pixel is the other axis.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpandLines(double phaseX)
    {
        int plane = _rows * _columns;
        for (int x = 0; x < _width; x++)
        {
            int cell = Cell(x, phaseX, out Vector128<float> weights);
            for (int row = 0; row < _rows; row++)
            {
                ref float control = ref _controls[(row * _columns) + cell];
                int place = (row * _stride) + x;
                _linesX[place] = Vector128.Dot(weights, Vector128.LoadUnsafe(ref control));
                _linesY[place] = Vector128.Dot(weights, Vector128.LoadUnsafe(ref control, (nuint)plane));
            }
        }
    }

    // The first of the four grid points around a pixel, and the weights of the four.
    private int Cell(int pixel, double phase, out Vector128<float> weights)
    {
        double place = (pixel * _cellsPerPixel) + phase;
        int cell = (int)place;
        float t = (float)(place - cell);
        float rest = 1 - t;
        float squared = t * t;
        float cubed = squared * t;
        weights = Vector128.Create(
            rest * rest * rest, (3 * cubed) - (6 * squared) + 4, (3 * (squared + t - cubed)) + 1, cubed) * (1f / 6);
        return cell;
    }
}
