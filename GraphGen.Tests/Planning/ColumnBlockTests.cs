using GraphGen.Generator.Planning;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

public sealed class ColumnBlockTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(16, 1, 16)]
    [InlineData(17, 2, 32)]
    [InlineData(784, 49, 784)]
    public void A_matrix_takes_whole_blocks(int columns, int blocks, int padded)
    {
        ColumnBlock.Count(columns).ShouldBe(blocks);
        ColumnBlock.Padded(columns).ShouldBe(padded);
    }

    [Fact]
    public void Nineteen_blocks_are_five_panels_of_three_and_two_of_two() => ColumnBlock.Panels(19).ShouldBe((7, 5, 3));

    [Fact]
    public void Panels_cover_all_blocks_as_evenly_as_possible_and_are_at_most_three_wide()
    {
        for (int blocks = 1; blocks <= 500; blocks++)
        {
            (int panels, int wide, int width) = ColumnBlock.Panels(blocks);
            wide.ShouldBeInRange(1, panels);
            width.ShouldBeInRange(1, 3);
            ((wide * width) + ((panels - wide) * (width - 1))).ShouldBe(blocks);
            panels.ShouldBe((int)Math.Ceiling(blocks / 3.0));
        }
    }
}
