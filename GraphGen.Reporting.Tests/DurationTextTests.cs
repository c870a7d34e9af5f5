using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.04, "40 ms")]
    [InlineData(0.9994, "999 ms")]
    [InlineData(0.9996, "1 s")]
    [InlineData(3.44, "3.4 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(3599.4, "59 min 59 s")]
    [InlineData(3599.6, "1 h 0 min")]
    [InlineData(63 * 60, "1 h 3 min")]
    [InlineData(86399, "1 d 0 h")]
    [InlineData(50 * 3600, "2 d 2 h")]
    public void Durations_are_told_in_their_two_largest_units(double seconds, string text) => DurationText.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}
