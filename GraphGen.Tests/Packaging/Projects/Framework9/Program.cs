using GraphGen;

var random = new Random(1);
float[] points = [.. Enumerable.Range(0, 800).Select(_ => (2 * random.NextSingle()) - 1)];
int[] labels = [.. points.Chunk(2).Select(point => point[0] * point[1] > 0 ? 1 : 0)];
var data = new Dataset(points, inputSize: 2, labels);

var network = new Quadrants(seed: 1);
network.Fit(data, new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.05f });
Console.WriteLine(FormattableString.Invariant($"accuracy {network.Evaluate(data).Accuracy:F3}"));

float[] probabilities = new float[4 * Quadrants.OutputSize];
network.Predict([-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f], probabilities);
Console.WriteLine("classes " + string.Join(' ', probabilities.Chunk(2).Select(row => row[0] > row[1] ? 0 : 1)));

string models = Path.Combine(AppContext.BaseDirectory, "models");
Zoo.Save(network, models, new ZooCard
{
    Name = "quadrants",
    Task = "Tells the quadrants of a point.",
    License = "MIT",
    Data = new ZooData("Points", "this program", data.Count, "two numbers in [-1, 1]", "CC0"),
    Metrics = [new ZooMetric("accuracy", network.Evaluate(data).Accuracy, "the training rows")],
    Training = new ZooTraining("this program", Seed: 1, Epochs: 60, "the same bits"),
    Declaration = "public partial class Quadrants;",
});
Console.WriteLine($"published {Zoo.Load<Quadrants>("quadrants", models).Evaluate(data).Loss == network.Evaluate(data).Loss}");

[Input(2)]
[Dense(16, Act.Elu)] [BatchNorm]
[Dense(2)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
public partial class Quadrants;
