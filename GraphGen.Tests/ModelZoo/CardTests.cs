using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>Cards that somebody has edited are sound or refused, with the file and the place of the fault.</summary>
public sealed class CardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CardTests() => Zoo.Save(Published.Train(), _folder.FullName, Published.Card);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "'format' is 2, but this version of GraphGen knows 1 alone")]
    [InlineData("\"format\": 1", "\"format\": 1.5", "'format' is not a whole number from 1 to")]
    [InlineData("\"name\": \"weather\"", "\"name\": \"climate\"", "'name' is 'climate', but its folder is called 'weather'")]
    [InlineData("\"name\": \"weather\"", "\"name\": 3", "'name' is not text")]
    [InlineData("\"name\": \"weather\"", "\"name\": \"\"", "'name' is empty")]
    [InlineData("\"task\"", "\"tsk\"", "'task' is missing; 'tsk' may be meant for it")]
    [InlineData("\"task\"", "\"name\"", "'name' is there twice")]
    [InlineData("\"task\": \"", "\"task\": \"\\ud800", "it is not valid Unicode")]
    [InlineData("\"rows\": 24", "\"rows\": 0", "'data.rows' is not a whole number from 1 to")]
    [InlineData("\"rows\": 24", "\"rows\": \"24\"", "'data.rows' is not a whole number from 1 to")]
    [InlineData("\"rows\": 24", "\"rows\": 1e99", "'data.rows' is not a whole number from 1 to")]
    [InlineData("\"data\": {", "\"data\": [], \"x\": {", "'data' is no object")]
    [InlineData("\"value\": 0.875", "\"value\": null", "'metrics[0].value' is not a finite number")]
    [InlineData("\"value\": 0.875", "\"value\": 1e999", "'metrics[0].value' is not a finite number")]
    [InlineData("\"value\": 1E-07", "\"valu\": 1", "'metrics[1].value' is missing; 'metrics[1].valu' may be meant for it")]
    [InlineData("\"metrics\": [", "\"metrics\": [], \"x\": [", "'metrics' is empty")]
    [InlineData("\"metrics\": [", "\"metrics\": {}, \"x\": [", "'metrics' is not a list")]
    [InlineData("\"metrics\": [", "\"metrics\": [1,", "'metrics[0]' is no object")]
    [InlineData("\"seed\": 18446744073709551615", "\"seed\": -1", "'training.seed' is not a whole number from 0 to 18446744073709551615")]
    [InlineData("\"epochs\": 3", "\"epochs\": 2147483648", "'training.epochs' is not a whole number from 0 to 2147483647")]
    [InlineData("\"file\": \"weights-", "\"file\": \"../weather/weights-", "but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"weights-", "\"file\": \"/weights-", "but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"card.json\", \"x\": \"", "'weights.file' is 'card.json', but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"Card.JSON\", \"x\": \"", "'weights.file' is 'Card.JSON', but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"weights.\", \"x\": \"", "'weights.file' is 'weights.', but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"nul\", \"x\": \"", "'weights.file' is 'nul', but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"Aux.safetensors\", \"x\": \"", "'weights.file' is 'Aux.safetensors', but the name of a file beside the card is needed")]
    [InlineData("\"file\": \"", "\"file\": \"COM0.old.safetensors\", \"x\": \"", "'weights.file' is 'COM0.old.safetensors', but the name of a file beside the card is needed")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "but 64 hexadecimal digits in lower case are needed")]
    [InlineData("\"name\": \"loss\"", "\"name\": \"accuracy\"", "metrics[1] is 'accuracy' on the same rows a second time: leave it out")]
    [InlineData("\"declaration\": [", "\"declaration\": [], \"x\": [", "declaration is empty: say the source text of the class")]
    [InlineData("\"declaration\": [", "\"declaration\": [\"\", \" \"], \"x\": [", "declaration is empty: say the source text of the class")]
    [InlineData("\"declaration\": [", "\"declaration\": [1,", "'declaration[0]' is not text")]
    [InlineData("{\n  \"format\"", "[{\n  \"format\"", "it is not valid JSON")]
    [InlineData("\"format\": 1,", "\"format\": 1", "it is not valid JSON")]
    public void A_fault_is_told_with_its_place(string old, string replacement, string fault)
    {
        Published.EditCard(_folder.FullName, old, replacement);

        foreach (Action read in new Action[] { Load, () => Zoo.List(_folder.FullName) })
        {
            var refused = Should.Throw<ZooException>(read);
            refused.Place.ShouldBe(Published.CardPath(_folder.FullName));
            refused.Message.ShouldStartWith($"'{refused.Place}' is no sound card: ");
            refused.Message.ShouldContain(fault);
            refused.Message.ShouldEndWith("Mend it, copy the model again, or publish it with Zoo.Save.");
        }
    }

    [Theory]
    [InlineData("Weather")]
    [InlineData("my weather")]
    [InlineData("weather.1")]
    public void A_name_that_could_not_be_published_is_refused_although_its_folder_bears_it(string name)
    {
        string models = _folder.PathOf("models"), path = Path.Combine(models, name, "card.json");
        Published.EditCard(_folder.FullName, "\"name\": \"weather\"", $"\"name\": \"{name}\"");
        Directory.CreateDirectory(models);
        Directory.Move(Path.Combine(_folder.FullName, Published.Name), Path.Combine(models, name));

        foreach (Action read in new Action[] { () => Zoo.Load<Weather>(name, models), () => Zoo.List(models) })
        {
            var refused = Should.Throw<ZooException>(read);
            refused.Place.ShouldBe(path);
            refused.Message.ShouldStartWith($"'{path}' is no sound card: a model cannot be called '{name}': choose 1 to 64 lower-case letters");
        }
    }

    [Fact]
    public void What_is_claimed_of_the_network_must_be_so()
    {
        string card = File.ReadAllText(Published.CardPath(_folder.FullName));
        Published.EditCard(_folder.FullName, Weather.Info.Fingerprint, "0123456789abcdef");
        Should.Throw<ZooException>(Load).Message.ShouldContain($"'fingerprint' is 0123456789abcdef, but that of Weather is {Weather.Info.Fingerprint}");

        File.WriteAllText(Published.CardPath(_folder.FullName), card);
        Published.EditCard(_folder.FullName, $"\"parameters\": {Weather.Info.ParameterCount}", "\"parameters\": 7");
        Should.Throw<ZooException>(Load).Message.ShouldContain($"'parameters' is 7, but Weather has {Weather.Info.ParameterCount}");
    }

    [Fact]
    public void What_later_versions_add_is_passed_over()
    {
        Published.EditCard(_folder.FullName, "\"format\": 1,", "\"format\": 1, \"colour\": { \"of\": [\"the cover\"] },");
        Load();
    }

    [Fact]
    public void Every_truncation_is_refused_as_no_card()
    {
        byte[] whole = File.ReadAllBytes(Published.CardPath(_folder.FullName));
        for (int length = 0; length < whole.Length - 2; length += 3)
        {
            File.WriteAllBytes(Published.CardPath(_folder.FullName), whole[..length]);
            Should.Throw<ZooException>(Load).Message.ShouldContain("it is not valid JSON", customMessage: $"{length} bytes");
        }
    }

    private void Load() => Zoo.Load<Weather>(Published.Name, _folder.FullName);
}
