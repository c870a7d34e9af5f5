using GraphGen;
using Shapes;

Dataset data = Points.Create();
var network = new Quadrants(seed: 1);
network.Fit(data, new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.05f });
Console.WriteLine(FormattableString.Invariant($"accuracy {network.Evaluate(data).Accuracy:F3}"));

float[] probabilities = new float[4 * Quadrants.OutputSize];
network.Predict([-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f], probabilities);
Console.WriteLine("classes " + string.Join(' ', probabilities.Chunk(2).Select(row => row[0] > row[1] ? 0 : 1)));

// Internal to the library, and visible here.
var plane = new Plane();
Console.WriteLine(FormattableString.Invariant($"plane {plane.Parameters.Count}"));
