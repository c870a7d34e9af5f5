using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Augmentation;

public class ElasticFieldTests
{
    private const int Size = 48;
    private const int Draws = 300;

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(0.5, 4)]
    public void Displacements_have_the_strength_stated_at_every_pixel(double strength, double smoothness)
    {
        double[,] sums = new double[Size, Size];
        double[,] squares = new double[Size, Size];
        double products = 0;
        ForEachField(strength, smoothness, (across, down) =>
        {
            for (int y = 0; y < Size; y++)
            {
                for (int x = 0; x < Size; x++)
                {
                    sums[y, x] += across[y, x] + down[y, x];
                    squares[y, x] += (across[y, x] * (double)across[y, x]) + (down[y, x] * (double)down[y, x]);
                    products += across[y, x] * (double)down[y, x];
                }
            }
        });

        const double Samples = 2.0 * Draws;
        Math.Sqrt(squares.Cast<double>().Average() / Samples).ShouldBe(strength, 0.02 * strength);
        foreach ((double sum, double square) in sums.Cast<double>().Zip(squares.Cast<double>()))
        {
            (sum / Samples).ShouldBe(0, 5 * strength / Math.Sqrt(Samples));
            Math.Sqrt(square / Samples).ShouldBe(strength, 5 * strength / Math.Sqrt(2 * Samples));
        }

        (products / (Draws * Size * Size)).ShouldBe(0, 0.05 * strength * strength);
    }

    /// <summary>Noise smoothed by a Gaussian of deviation sigma has the correlation exp(-d^2 / (4 sigma^2)) at a distance d.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_field_is_correlated_like_noise_smoothed_by_a_Gaussian(double smoothness)
    {
        int most = (int)(3 * smoothness);
        double[] rowProducts = new double[most + 1];
        double[] columnProducts = new double[most + 1];
        ForEachField(1, smoothness, (across, _) =>
        {
            for (int y = 0; y < Size - most; y++)
            {
                for (int x = 0; x < Size - most; x++)
                {
                    for (int distance = 0; distance <= most; distance++)
                    {
                        rowProducts[distance] += across[y, x] * (double)across[y, x + distance];
                        columnProducts[distance] += across[y, x] * (double)across[y + distance, x];
                    }
                }
            }
        });

        for (int distance = 0; distance <= most; distance++)
        {
            double expected = Math.Exp(-distance * distance / (4 * smoothness * smoothness));
            (rowProducts[distance] / rowProducts[0]).ShouldBe(expected, 0.05);
            (columnProducts[distance] / columnProducts[0]).ShouldBe(expected, 0.05);
        }
    }

    [Fact]
    public void Neighbours_are_displaced_nearly_alike()
    {
        const double Strength = 1, Smoothness = 4;

        // The deviation of a smoothed field's slope is strength / (sqrt 2 sigma); a bounded field has no slope much beyond it.
        const double Bound = 4 * Strength / (1.4142 * Smoothness);
        ForEachField(Strength, Smoothness, (across, _) =>
        {
            for (int y = 1; y < Size; y++)
            {
                for (int x = 1; x < Size; x++)
                {
                    Math.Abs(across[y, x] - across[y, x - 1]).ShouldBeLessThan((float)Bound);
                    Math.Abs(across[y, x] - across[y - 1, x]).ShouldBeLessThan((float)Bound);
                }
            }
        });
    }

    [Theory]
    [InlineData(1, 1, 4.0)]
    [InlineData(3, 40, 0.5)]
    [InlineData(40, 3, 100.0)]
    public void Images_of_all_sizes_have_a_finite_field(int height, int width, double smoothness)
    {
        var field = new ElasticField(height, width, strength: 1, smoothness);
        float[,] across = new float[height, ImageSampler.PaddedWidth(width)];
        float[,] down = new float[height, ImageSampler.PaddedWidth(width)];
        for (uint seed = 0; seed < 50; seed++)
        {
            var random = new CounterRandom(seed, 1);
            field.Draw(ref random);
            Fill(field, across, down);
            across.Cast<float>().ShouldAllBe(value => Math.Abs(value) < 7);
            down.Cast<float>().ShouldAllBe(value => Math.Abs(value) < 7);
        }
    }

    /// <summary>Reads a whole field.</summary>
    internal static void Fill(ElasticField field, float[,] across, float[,] down)
    {
        float[] x = new float[across.GetLength(1)];
        float[] y = new float[across.GetLength(1)];
        for (int row = 0; row < across.GetLength(0); row++)
        {
            field.Row(row, x, y);
            for (int column = 0; column < x.Length; column++)
            {
                (across[row, column], down[row, column]) = (x[column], y[column]);
            }
        }
    }

    private static void ForEachField(double strength, double smoothness, Action<float[,], float[,]> look)
    {
        var field = new ElasticField(Size, Size, strength, smoothness);
        var random = new CounterRandom(5, 6);
        float[,] across = new float[Size, Size];
        float[,] down = new float[Size, Size];
        for (int draw = 0; draw < Draws; draw++)
        {
            field.Draw(ref random);
            Fill(field, across, down);
            look(across, down);
        }
    }
}
