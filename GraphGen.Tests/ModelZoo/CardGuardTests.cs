using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>A card that says too little, or what could not be read again, is not published.</summary>
public sealed class CardGuardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => ["", "../x", "a/b", "a\\b", "..", ".", "Weather", "-weather", "weather-", "wetter.1", "größe", new string('a', 65), "a b"];

    public static TheoryData<string> Devices => [.. new[] { "con", "nul", "aux", "prn" }.Concat(Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" }))];

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_name_is_never_a_device_of_Windows(string name) => Refuse(Published.Card with { Name = name }, $"A model cannot be called '{name}': choose 1 to 64 lower-case letters");

    [Theory]
    [InlineData("com")]
    [InlineData("com10")]
    [InlineData("con-1")]
    [InlineData("control")]
    [InlineData("null")]
    public void A_name_that_only_begins_like_a_device_is_one(string name) =>
        Zoo.Save(new Weather(), _folder.PathOf("models"), Published.Card with { Name = name }).Name.ShouldBe(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_never_a_path(string name) => Refuse(Published.Card with { Name = name }, $"A model cannot be called '{name}': choose 1 to 64 lower-case letters");

    public static TheoryData<ZooCard, string> Cards => new()
    {
        { Published.Card with { Task = " " }, "Task is empty: say what the network does" },
        { Published.Card with { License = "" }, "License is empty: say the licence of the weights" },
        { Published.Card with { Declaration = "\n" }, "Declaration is empty: say the source text of the class" },
        { Published.Card with { Data = null! }, "Data is null" },
        { Published.Card with { Data = Published.Card.Data with { Name = "" } }, "Data.Name is empty" },
        { Published.Card with { Data = Published.Card.Data with { Source = "" } }, "Data.Source is empty" },
        { Published.Card with { Data = Published.Card.Data with { Preparation = null! } }, "Data.Preparation is empty" },
        { Published.Card with { Data = Published.Card.Data with { License = "" } }, "Data.License is empty" },
        { Published.Card with { Data = Published.Card.Data with { Rows = 0 } }, "Data.Rows is 0" },
        { Published.Card with { Training = null! }, "Training is null" },
        { Published.Card with { Training = Published.Card.Training with { Command = "" } }, "Training.Command is empty" },
        { Published.Card with { Training = Published.Card.Training with { Reproducibility = "" } }, "Training.Reproducibility is empty" },
        { Published.Card with { Training = Published.Card.Training with { Epochs = -1 } }, "Training.Epochs is -1" },
        { Published.Card with { Metrics = null! }, "Metrics is null" },
        { Published.Card with { Metrics = [] }, "Metrics is empty" },
        { Published.Card with { Metrics = [null!] }, "Metrics[0] is null" },
        { Published.Card with { Metrics = [new ZooMetric("", 1, "rows")] }, "Metrics[0].Name is empty" },
        { Published.Card with { Metrics = [new ZooMetric("loss", 1, "")] }, "Metrics[0].MeasuredOn is empty" },
        { Published.Card with { Metrics = [new ZooMetric("loss", double.NaN, "rows")] }, "Metrics[0].Value is NaN" },
        { Published.Card with { Metrics = [new ZooMetric("loss", 1, "rows"), new ZooMetric("loss", 1, "other rows"), new ZooMetric("loss", 2, "rows")] }, "Metrics[2] is 'loss' on the same rows a second time" },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void What_is_missing_or_impossible_is_named(ZooCard card, string fault) => Refuse(card, fault);

    private void Refuse(ZooCard card, string fault)
    {
        var refused = Should.Throw<ArgumentException>(() => Zoo.Save(new Weather(), _folder.PathOf("models"), card));

        refused.ParamName.ShouldBe("card");
        refused.Message.ShouldContain(fault);
        Directory.Exists(_folder.PathOf("models")).ShouldBeFalse();
    }
}
