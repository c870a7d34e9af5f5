using GraphGen.Numerics;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Augmentation;

public class ImageAugmentationTests
{
    [Fact]
    public void Text_names_what_is_used_the_same_in_every_culture()
    {
        using var culture = new Culture();

        new ImageAugmentation(28, 20) { Shift = 1.5f, Rotation = 10 }.ToString().ShouldBe("ImageAugmentation { 28 x 20 x 1, Shift = 1.5, Rotation = 10 }");
    }

    [Fact]
    public void What_is_drawn_is_uniform_over_the_ranges_stated()
    {
        const int Draws = 20_000;
        var augmentation = new ImageAugmentation(1, 1) { Shift = 3, Rotation = 15, Scale = 0.25f, Shear = 8, HorizontalFlip = 0.3f };
        var random = new CounterRandom(1, 2);
        Distortion[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => Distortion.Draw(augmentation, ref random))];

        drawn.Count(distortion => distortion.IsFlipped).ShouldBeInRange((int)(0.28 * Draws), (int)(0.32 * Draws));
        ShouldBeUniform(distortion => distortion.ShiftX, 3);
        ShouldBeUniform(distortion => distortion.ShiftY, 3);
        ShouldBeUniform(distortion => distortion.Rotation, 15);
        ShouldBeUniform(distortion => distortion.Shear, 8);
        ShouldBeUniform(distortion => distortion.Scale - 1, 0.25);

        // The mean of a product of independent numbers is that of their means.
        drawn.Average(distortion => distortion.ShiftX * distortion.ShiftY).ShouldBe(0, 0.1);

        void ShouldBeUniform(Func<Distortion, double> value, double most)
        {
            double[] values = [.. drawn.Select(distortion => value(distortion) / most).Order()];
            values[0].ShouldBeInRange(-1, -0.999);
            values[^1].ShouldBeInRange(0.999, 1);
            for (int tenth = 1; tenth < 10; tenth++)
            {
                values[tenth * Draws / 10].ShouldBe((tenth / 5.0) - 1, 0.03);
            }
        }
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Numbers_out_of_range_are_refused_at_once(float value)
    {
        var properties = new Dictionary<string, Func<ImageAugmentation>>
        {
            ["Shift"] = () => new(2, 2) { Shift = value },
            ["Rotation"] = () => new(2, 2) { Rotation = value },
            ["Scale"] = () => new(2, 2) { Scale = value },
            ["Shear"] = () => new(2, 2) { Shear = value },
            ["ElasticStrength"] = () => new(2, 2) { ElasticStrength = value },
            ["ElasticSmoothness"] = () => new(2, 2) { ElasticSmoothness = value },
            ["Noise"] = () => new(2, 2) { Noise = value },
            ["HorizontalFlip"] = () => new(2, 2) { HorizontalFlip = value },
        };
        foreach ((string name, Func<ImageAugmentation> create) in properties)
        {
            var failure = Should.Throw<ArgumentOutOfRangeException>(create);
            failure.ParamName.ShouldBe(name);
            failure.Message.ShouldStartWith(FormattableString.Invariant($"{name} is {value}, but must be "));
        }
    }

    [Fact]
    public void Upper_ends_of_ranges_are_kept()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { Rotation = 180.1f });
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { Scale = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { Shear = 90 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { HorizontalFlip = 1.1f });
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { ElasticSmoothness = 0.49f });
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(2, 2) { Fill = float.NaN });
        var most = new ImageAugmentation(2, 2) { Rotation = 180, Scale = 0.99f, Shear = 89, HorizontalFlip = 1, ElasticSmoothness = 0.5f, Fill = -3 };
        most.Rotation.ShouldBe(180);
    }

    [Theory]
    [InlineData(0, 2, 1, "height")]
    [InlineData(4097, 2, 1, "height")]
    [InlineData(2, -1, 1, "width")]
    [InlineData(2, 2, 0, "channels")]
    [InlineData(4096, 4096, 128, "channels")]
    public void Sizes_out_of_range_are_named(int height, int width, int channels, string name)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageAugmentation(height, width, channels)).ParamName.ShouldBe(name);
    }
}
