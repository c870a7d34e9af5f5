using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;

namespace GraphGen.Tests.Packaging;

/// <summary>What the projects' programs print.</summary>
internal static class Answers
{
    /// <summary>
    /// The programs learn which quadrants a point lies in, 1 for the first and third and 0 for the others, and classify the four
    /// points (-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5) and (0.5, 0.5).
    /// </summary>
    public static void ShouldHaveLearnedTheQuadrants(this string output)
    {
        Number(output, "accuracy").ShouldBeGreaterThan(0.9);
        Lines(output).ShouldContain("classes 1 0 0 1");
    }

    /// <summary>The program reads a one, restores it from its code, and publishes what it has loaded.</summary>
    public static void ShouldHaveReadTheDigit(this string output) =>
        Lines(output).Where(line => line.Length > 0).ShouldBe(["read 1", "restored 1", "published True", "same True"]);

    /// <summary>The lines of an output.</summary>
    public static string[] Lines(string output) => output.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>The number behind a word.</summary>
    public static double Number(string output, string word) => double.Parse(
        Regex.Match(output, $@"\b{word}:? (\d+(\.\d+)?)", RegexOptions.CultureInvariant).Groups[1].Value, CultureInfo.InvariantCulture);
}
