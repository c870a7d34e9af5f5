using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Goldens;

/// <summary>The dropout mask on its own, so that a wrong mask can be told from a wrong use of it.</summary>
public sealed class DropoutMaskGoldenTests
{
    private const int ColumnBlock = 16;

    [Fact]
    public void Masks_are_those_of_the_python_twin()
    {
        foreach (GoldenMask mask in DropoutMaskFile.Read().Masks)
        {
            var key = new DropoutKey(mask.Seed, mask.Step, mask.Layer, mask.Rate);
            int paddedWidth = (mask.Width + ColumnBlock - 1) / ColumnBlock * ColumnBlock;
            for (int row = 0; row < mask.Kept.Length; row++)
            {
                string kept = string.Concat(Enumerable.Range(0, mask.Width)
                    .Select(column => DropoutMask.Scale((uint)((row * paddedWidth) + column), key) == 0 ? '0' : '1'));
                kept.ShouldBe(mask.Kept[row], $"seed {mask.Seed}, step {mask.Step}, layer {mask.Layer}, rate {mask.Rate}, row {row}");
            }
        }
    }
}
