using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>The guides leave out nothing that can be declared, scheduled or asked of a fit.</summary>
public sealed class GuideTests
{
    private const string Folder = "docs/guides/";
    private const string Index = Folder + "README.md";

    private static readonly IReadOnlyList<string> Guides = [.. Repository.Pages.Where(path => path.StartsWith(Folder, StringComparison.Ordinal))];

    private static readonly string Text = string.Concat(Guides.Select(path => File.ReadAllText(Path.Combine(Repository.Root, path))));

    [Fact]
    public void The_index_leads_to_every_guide() => Guides
        .Except(MarkdownPage.Read(Index).Links.Select(link => Folder + link.Split('#')[0]))
        .ShouldBe([Index]);

    [Fact]
    public void Every_attribute_is_in_a_guide() => Missing(
        typeof(InputAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .Select(type => type.Name[..^nameof(Attribute).Length]));

    [Fact]
    public void Every_property_of_an_attribute_is_in_a_guide() => Missing(
        typeof(InputAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.CanWrite)
            .Select(property => property.Name));

    [Theory]
    [InlineData(typeof(Act))]
    [InlineData(typeof(Init))]
    [InlineData(typeof(FanMode))]
    [InlineData(typeof(Preset))]
    [InlineData(typeof(ReconstructionLoss))]
    [InlineData(typeof(VisibleUnits))]
    public void Every_choice_is_in_a_guide(Type choices) => Missing(Enum.GetNames(choices));

    [Theory]
    [InlineData(typeof(FitOptions))]
    [InlineData(typeof(ImageAugmentation))]
    [InlineData(typeof(EarlyStopping))]
    [InlineData(typeof(Checkpoint))]
    [InlineData(typeof(ReduceOnPlateau))]
    [InlineData(typeof(Histograms))]
    [InlineData(typeof(FineTuneOptions))]
    [InlineData(typeof(FineTuneStage))]
    public void Every_setting_is_in_a_guide(Type options) => Missing(
        options.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name));

    [Fact]
    public void Every_schedule_is_in_a_guide() => Missing(
        typeof(LearningRateSchedule).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name));

    [Fact]
    public void Every_metric_is_in_a_guide() => Missing(
        typeof(Metric).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => member.Name.Replace("get_", "", StringComparison.Ordinal)));

    [Fact]
    public void Every_callback_is_in_a_guide() => Missing(
        typeof(ITrainingCallback).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(ITrainingCallback)) && !type.IsInterface)
            .Select(type => type.Name));

    private static void Missing(IEnumerable<string> names) =>
        names.Distinct().Where(name => !Regex.IsMatch(Text, $@"\b{name}\b", RegexOptions.CultureInvariant)).ShouldBeEmpty();
}
