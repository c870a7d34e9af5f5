using GraphGen;

// A fifth of each species is kept apart. Its flowers are scaled like the others, so that nothing about them is known in training.
var (trainRaw, testRaw) = Flowers.Load(Path.Combine(AppContext.BaseDirectory, "iris.csv"), testShare: 0.2, seed: 1);
var (train, scale) = trainRaw.Standardize();
var test = scale.Apply(testRaw);

Console.WriteLine(Iris.Info.Summary());
var iris = new Iris(seed: 1);
iris.Fit(train, new FitOptions
{
    Epochs = 40,
    BatchSize = 16,
    LearningRate = 0.01f,
    Validation = test,
    Callbacks = [new ConsoleLog()],
});
Console.WriteLine(FormattableString.Invariant($"test accuracy: {iris.Evaluate(test).Accuracy:F4}"));
iris.Save("iris.safetensors");

// One flower: sepal length and width, petal length and width, in centimetres.
float[] flower = [6.4f, 3.1f, 5.5f, 1.8f];
scale.Apply(flower, flower);
float[] probabilities = new float[Iris.OutputSize];
iris.Predict(flower, probabilities);
int best = Array.IndexOf(probabilities, probabilities.Max());
Console.WriteLine(FormattableString.Invariant($"this flower is a {Flowers.Species[best]}, with probability {probabilities[best]:F2}"));
