using GraphGen;
using GraphGen.Pretrained;

// A digit that a ruler and a pen could have made.
float[] digit = new float[DigitClassifier.InputSize];
for (int row = 5; row < 23; row++)
{
    digit[(row * 28) + 13] = digit[(row * 28) + 14] = 1;
}

float[] probabilities = new float[DigitClassifier.OutputSize], restored = new float[DigitAutoencoder.OutputSize];
DigitClassifier classifier = Zoo.Load<DigitClassifier>("digit-classifier");
classifier.Predict(digit, probabilities);
Console.WriteLine($"read {Array.IndexOf(probabilities, probabilities.Max())}");

Zoo.Load<DigitAutoencoder>("digit-autoencoder").Predict(digit, restored);
classifier.Predict(restored, probabilities);
Console.WriteLine($"restored {Array.IndexOf(probabilities, probabilities.Max())}");

string models = Path.Combine(AppContext.BaseDirectory, "models");
ZooCard card = Zoo.Save(classifier, models, Zoo.List(typeof(DigitClassifier).Assembly).Single(card => card.Name == "digit-classifier"));
Console.WriteLine($"published {card.Weights == Zoo.List(models).Single().Weights}");
Console.WriteLine($"same {Zoo.Load<DigitClassifier>("digit-classifier", models).Evaluate(new Dataset(digit, 784, [1])).Loss == classifier.Evaluate(new Dataset(digit, 784, [1])).Loss}");
