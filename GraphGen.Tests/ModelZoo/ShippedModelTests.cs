using GraphGen.Execution;
using GraphGen.Pretrained;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Documentation;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>The networks that the package has in it are what their cards say, on every instruction set.</summary>
public sealed class ShippedModelTests
{
    private const string Classifier = "digit-classifier";
    private const string Autoencoder = "digit-autoencoder";
    private const double LastDigit = 1e-4;

    private static readonly IReadOnlyList<ZooCard> Cards = Zoo.List(typeof(DigitClassifier).Assembly);

    public static TheoryData<string> Names => [Autoencoder, Classifier];

    private static string Folder => Path.Combine(Repository.Root, "GraphGen.Zoo", "Models");

    [Fact]
    public void The_assembly_has_the_models_of_the_folder_and_no_others()
    {
        Cards.Select(card => card.Name).ShouldBe([Autoencoder, Classifier]);
        Zoo.List(Folder).Select(card => card.ToString()).ShouldBe(Cards.Select(card => card.ToString()));
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Length.ShouldBe(2 * Cards.Count);
    }

    [Fact]
    public void The_classifier_reads_as_many_digits_as_its_card_says()
    {
        ClassificationEvaluation evaluation = Zoo.Load<DigitClassifier>(Classifier).Evaluate(MnistSubset.All);

        Figure(Classifier, "accuracy").ShouldBeGreaterThanOrEqualTo(0.983);
        Figure(Classifier, "accuracy").ShouldBe(evaluation.Accuracy, 1.5 * LastDigit);
        Figure(Classifier, "cross-entropy").ShouldBe(evaluation.Loss, 1.5 * LastDigit);
    }

    [Fact]
    public void The_autoencoder_restores_digits_as_well_as_its_card_says()
    {
        DigitAutoencoder network = Zoo.Load<DigitAutoencoder>(Autoencoder);
        RegressionEvaluation evaluation = network.Evaluate(MnistSubset.All);

        DigitAutoencoder.CodeSize.ShouldBe(32);
        Figure(Autoencoder, "root mean squared error").ShouldBe(evaluation.RootMeanSquaredError, 1.5 * LastDigit);
        Figure(Autoencoder, "cross-entropy").ShouldBe(evaluation.Loss, 1.5 * LastDigit);
    }

    [Fact]
    public void What_the_autoencoder_restores_the_classifier_still_reads()
    {
        Dataset digits = MnistSubset.All[..1000];
        float[] restored = new float[digits.Inputs.Length];
        Zoo.Load<DigitAutoencoder>(Autoencoder).Predict(digits.Inputs, restored);

        Zoo.Load<DigitClassifier>(Classifier).Evaluate(new Dataset(restored, digits.InputSize, digits.Labels.ToArray())).Accuracy.ShouldBeGreaterThan(0.96f);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_declaration_on_a_card_makes_a_network_that_takes_its_weights(string name)
    {
        ZooCard card = Cards.Single(card => card.Name == name);
        string declaration = card.Declaration.Replace("namespace GraphGen.Pretrained;", "using GraphGen; namespace Declared;", StringComparison.Ordinal);
        declaration.ShouldNotBe(card.Declaration);

        Type type = TestCompilation.Load(declaration).GetType($"Declared.{card.Network}", throwOnError: true)!;
        var network = (INetwork)Activator.CreateInstance(type, 0UL, 1, 16)!;

        network.Info.Fingerprint.ShouldBe(card.Fingerprint);
        network.Info.ParameterCount.ShouldBe(card.ParameterCount);
        CheckpointFile.Load(Path.Combine(Folder, name, card.Weights!.File), network).CopiedParameters.Count.ShouldBe(network.Parameters.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cards_say_whose_the_weights_and_the_data_are(string name)
    {
        ZooCard card = Cards.Single(card => card.Name == name);

        card.License.ShouldBe("MIT");
        card.Data.License.ShouldBe("CC BY-SA 3.0");
        card.Data.Source.ShouldContain("LeCun, Cortes and Burges");
        card.Data.Rows.ShouldBe(60_000);
    }

    [Fact]
    public void Both_together_stay_small() => Cards.Sum(card => card.Weights!.Bytes).ShouldBeLessThan(1_000_000);

    private static double Figure(string model, string metric) => Cards.Single(card => card.Name == model).Metrics.Single(figure => figure.Name == metric).Value;
}
