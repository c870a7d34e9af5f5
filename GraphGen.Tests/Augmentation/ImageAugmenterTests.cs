using GraphGen.Numerics;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Augmentation;

public class ImageAugmenterTests
{
    private static readonly ImageAugmentation Everything = new(9, 13, 2)
    {
        Shift = 2, Rotation = 20, Scale = 0.2f, Shear = 10, ElasticStrength = 1, ElasticSmoothness = 2, Noise = 0.1f, HorizontalFlip = 0.5f,
        Fill = 0.25f, Seed = 11,
    };

    [Fact]
    public void Without_distortion_every_bit_stays()
    {
        float[] image = [-0f, float.NaN, float.Epsilon, float.PositiveInfinity, 1.1f, -2.2f];
        float[] result = new float[image.Length];

        new ImageAugmentation(2, 3).CreateAugmenter().Apply(image, result, epoch: 3, row: 5);

        result.HasBitsOf(image).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, -1)]
    [InlineData(-3, 4)]
    [InlineData(100, 0)]
    public void A_shift_by_whole_pixels_moves_pixels_unchanged(int shiftX, int shiftY)
    {
        const int Height = 7, Width = 10, Channels = 3;
        float[] image = RandomData.Floats(Height * Width * Channels, seed: 1);
        float[] expected = new float[image.Length];
        for (int index = 0; index < image.Length; index++)
        {
            int x = (index / Channels % Width) - shiftX;
            int y = (index / Channels / Width) - shiftY;
            bool isInside = x >= 0 && x < Width && y >= 0 && y < Height;
            expected[index] = isInside ? image[(((y * Width) + x) * Channels) + (index % Channels)] : -1;
        }

        Distort(new ImageAugmentation(Height, Width, Channels) { Fill = -1 }, image, Distortion.None with { ShiftX = shiftX, ShiftY = shiftY })
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    public void A_rotation_by_90_degrees_goes_against_the_clock_and_four_of_them_give_the_image_back(int size)
    {
        var augmentation = new ImageAugmentation(size, size);
        float[] image = RandomData.Floats(size * size, seed: 2);

        float[] turned = Distort(augmentation, image, Distortion.None with { Rotation = 90 });

        turned.ShouldBe(Enumerable.Range(0, size * size).Select(index => image[(index % size * size) + size - 1 - (index / size)]));
        for (int turn = 1; turn < 4; turn++)
        {
            turned = Distort(augmentation, turned, Distortion.None with { Rotation = 90 });
        }

        turned.ShouldBe(image);
    }

    [Fact]
    public void A_flip_exchanges_left_and_right()
    {
        Distort(new ImageAugmentation(2, 3), [1, 2, 3, 4, 5, 6], Distortion.None with { IsFlipped = true }).ShouldBe([3, 2, 1, 6, 5, 4]);
    }

    [Fact]
    public void A_scale_above_one_enlarges()
    {
        Distort(new ImageAugmentation(1, 5), [0, 0, 4, 0, 0], Distortion.None with { Scale = 2 }).ShouldBe([0, 2, 4, 2, 0]);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(28, 28, 1)]
    [InlineData(5, 17, 3)]
    [InlineData(16, 3, 4)]
    public void Every_distortion_equals_the_reference_in_double_precision(int height, int width, int channels)
    {
        var augmentation = new ImageAugmentation(height, width, channels) { Fill = 0.5f };
        var ranges = new ImageAugmentation(1, 1) { Shift = 4, Rotation = 180, Scale = 0.6f, Shear = 40, HorizontalFlip = 0.5f };
        var random = new CounterRandom(3, 4);
        float[] image = RandomData.Floats(height * width * channels, seed: 5);
        for (int trial = 0; trial < 50; trial++)
        {
            Distortion distortion = Distortion.Draw(ranges, ref random);
            double[] expected = ReferenceWarp.Apply(image, augmentation, distortion, (_, _) => (0, 0));
            ShouldBeNear(Distort(augmentation, image, distortion), expected, 2e-5);
        }
    }

    [Fact]
    public void An_elastic_displacement_is_added_to_the_place_that_a_pixel_comes_from()
    {
        const int Height = 21, Width = 19;
        var augmentation = new ImageAugmentation(Height, Width, 2);
        var field = new ElasticField(Height, Width, strength: 2, smoothness: 3);
        var random = new CounterRandom(6, 7);
        field.Draw(ref random);
        Distortion distortion = Distortion.None with { Rotation = 10, ShiftX = 0.3 };
        float[] image = RandomData.Floats(Height * Width * 2, seed: 8);
        float[] result = new float[image.Length];
        float[,] across = new float[Height, ImageSampler.PaddedWidth(Width)];
        float[,] down = new float[Height, ImageSampler.PaddedWidth(Width)];
        ElasticFieldTests.Fill(field, across, down);

        new ImageSampler(Height, Width, 2, fill: 0).Sample(image, result, distortion.Inverse(Height, Width), field);

        ShouldBeNear(result, ReferenceWarp.Apply(image, augmentation, distortion, (x, y) => (across[y, x], down[y, x])), 2e-5);
    }

    [Fact]
    public void An_image_depends_on_seed_epoch_and_row_alone()
    {
        float[] image = RandomData.Floats(Everything.ImageSize, seed: 9);
        ImageAugmenter one = Everything.CreateAugmenter();
        float[][] inOrder = [.. Enumerable.Range(0, 40).Select(index => Apply(one, image, epoch: index / 10, row: index % 10))];

        float[][] onThreads = new float[40][];
        Parallel.For(0, 40, index => onThreads[39 - index] = Apply(Everything.CreateAugmenter(), image, (39 - index) / 10, (39 - index) % 10));

        for (int index = 0; index < 40; index++)
        {
            onThreads[index].HasBitsOf(inOrder[index]).ShouldBeTrue();
        }

        inOrder.Select(result => result[40]).Distinct().Count().ShouldBe(40);
        var other = new ImageAugmentation(9, 13, 2) { Noise = 0.1f, Seed = 12 };
        var another = new ImageAugmentation(9, 13, 2) { Noise = 0.1f, Seed = 13 };
        Apply(other.CreateAugmenter(), image, 0, 0).ShouldNotBe(Apply(another.CreateAugmenter(), image, 0, 0));
    }

    [Fact]
    public void What_one_technique_draws_does_not_depend_on_the_others()
    {
        float[] image = RandomData.Floats(Everything.ImageSize, seed: 10);
        float[] shifted = Apply(new ImageAugmentation(9, 13, 2) { Shift = 3, Seed = 1 }.CreateAugmenter(), image, 1, 2);
        float[] noisy = Apply(new ImageAugmentation(9, 13, 2) { Noise = 1, Seed = 1 }.CreateAugmenter(), image, 1, 2);
        float[] both = Apply(new ImageAugmentation(9, 13, 2) { Shift = 3, Noise = 1, Seed = 1 }.CreateAugmenter(), image, 1, 2);

        ShouldBeNear(both, [.. image.Select((value, index) => (double)shifted[index] + noisy[index] - value)], 1e-5);
    }

    [Fact]
    public void All_channels_are_moved_alike()
    {
        float[] grey = RandomData.Floats(9 * 13, seed: 11);
        float[] colours = [.. grey.SelectMany(value => new[] { value, value, value })];
        var greys = new ImageAugmentation(9, 13) { Shift = 2, Rotation = 30, ElasticStrength = 1 };
        var colour = new ImageAugmentation(9, 13, 3) { Shift = 2, Rotation = 30, ElasticStrength = 1 };

        float[] expected = Apply(greys.CreateAugmenter(), grey, 1, 2);

        Apply(colour.CreateAugmenter(), colours, 1, 2).ShouldBe(expected.SelectMany(value => new[] { value, value, value }));
    }

    [Fact]
    public void An_image_may_be_distorted_in_place()
    {
        float[] image = RandomData.Floats(Everything.ImageSize, seed: 12);
        float[] expected = Apply(Everything.CreateAugmenter(), image, 1, 2);

        Everything.CreateAugmenter().Apply(image, image, 1, 2);

        image.HasBitsOf(expected).ShouldBeTrue();
    }

    [Fact]
    public void Places_far_outside_are_fill()
    {
        Distort(new ImageAugmentation(3, 9) { Fill = 7 }, new float[27], Distortion.None with { ShiftX = 1e30, ShiftY = -1e30 })
            .ShouldAllBe(value => value == 7);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        ImageAugmenter augmenter = Everything.CreateAugmenter();
        float[] image = RandomData.Floats(Everything.ImageSize, seed: 13);
        float[] result = new float[image.Length];

        AllocatedBytes.Of(100, () => augmenter.Apply(image, result, 1, 2)).ShouldBe(0);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        ImageAugmenter augmenter = Everything.CreateAugmenter();
        float[] image = new float[Everything.ImageSize];

        Should.Throw<ArgumentException>(() => augmenter.Apply(new float[1], image, 0, 0)).Message
            .ShouldBe("An image of 9 x 13 x 2 has 234 values, but the span given has 1. (Parameter 'image')");
        Should.Throw<ArgumentException>(() => augmenter.Apply(image, new float[235], 0, 0)).ParamName.ShouldBe("destination");
        Should.Throw<ArgumentOutOfRangeException>(() => augmenter.Apply(image, image, -1, 0)).ParamName.ShouldBe("epoch");
        Should.Throw<ArgumentOutOfRangeException>(() => augmenter.Apply(image, image, 0, -1)).ParamName.ShouldBe("row");
    }

    private static float[] Apply(ImageAugmenter augmenter, float[] image, int epoch, int row)
    {
        float[] result = new float[image.Length];
        augmenter.Apply(image, result, epoch, row);
        return result;
    }

    private static float[] Distort(ImageAugmentation augmentation, float[] image, Distortion distortion)
    {
        float[] result = new float[image.Length];
        augmentation.CreateAugmenter().Distort(image, result, distortion);
        return result;
    }

    private static void ShouldBeNear(float[] actual, double[] expected, double tolerance) =>
        actual.Zip(expected, (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(tolerance);
}
