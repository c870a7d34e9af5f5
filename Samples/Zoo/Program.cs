using System.CommandLine;
using System.Globalization;
using GraphGen;
using GraphGen.Pretrained;

var train = new Option<string?>("--train") { Description = "Train both networks again and publish them into this folder, instead of loading them." };
var models = new Option<string?>("--models") { Description = "Load them from this folder, instead of from GraphGen.Zoo's own resources." };
var threads = new Option<int>("--threads") { Description = "Threads of a training step.", DefaultValueFactory = _ => 1 };
var data = new Option<string?>("--data") { Description = "The folder of the digits' four IDX files (default: Samples/Data/mnist)." };
var command = new RootCommand("Loads the networks of the model zoo, and measures whether they are what their cards say.") { train, models, threads, data };
command.SetAction(result =>
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    try
    {
        (Dataset trainRows, Dataset testRows) = Mnist.Load(result.GetValue(data));
        if (result.GetValue(train) is { } folder)
        {
            Console.WriteLine(Recipes.TrainClassifier(trainRows, testRows, folder, result.GetValue(threads)));
            Console.WriteLine(Recipes.TrainAutoencoder(trainRows, testRows, folder, result.GetValue(threads)));
            return 0;
        }

        return Show(testRows, result.GetValue(models), result.GetValue(threads)) ? 0 : 1;
    }
    catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or InvalidOperationException
        or UnauthorizedAccessException or ZooException or CheckpointMismatchException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static bool Show(Dataset test, string? folder, int threads)
{
    IReadOnlyList<ZooCard> cards = folder is null ? Zoo.List(typeof(DigitClassifier).Assembly) : Zoo.List(folder);
    foreach (ZooCard card in cards)
    {
        Console.WriteLine(card);
    }

    DigitClassifier classifier = Load<DigitClassifier>(Recipes.Classifier);
    DigitAutoencoder autoencoder = Load<DigitAutoencoder>(Recipes.Autoencoder);
    bool isTrue = Figures.Agree(CardOf(Recipes.Classifier), Figures.Of(classifier.Evaluate(test)));
    isTrue &= Figures.Agree(CardOf(Recipes.Autoencoder), Figures.Of(autoencoder.Evaluate(test)));

    float[] codes = new float[test.Count * DigitAutoencoder.CodeSize], restored = new float[test.Inputs.Length];
    autoencoder.Encode(test.Inputs, codes);
    autoencoder.Decode(codes, restored);
    float accuracy = classifier.Evaluate(new Dataset(restored, test.InputSize, test.Labels.ToArray())).Accuracy;
    Console.WriteLine($"of the digits that were restored from their codes the classifier reads {accuracy:P2} as what they were");
    Console.WriteLine($"\nthe first digit of the test set, and what {DigitAutoencoder.CodeSize} numbers keep of it:\n");
    Console.Write(DigitText.SideBySide(test.InputRow(0), restored.AsSpan(0, DigitAutoencoder.OutputSize)));
    return isTrue;

    TNetwork Load<TNetwork>(string name)
        where TNetwork : GraphGen.Execution.INetwork<TNetwork> =>
        folder is null ? Zoo.Load<TNetwork>(name, threads) : Zoo.Load<TNetwork>(name, folder, threads);

    ZooCard CardOf(string name) => cards.Single(card => card.Name == name);
}
