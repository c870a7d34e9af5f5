using GraphGen;
using Shapes;

Dataset data = Points.Create();
var theirs = new Quadrants(seed: 1);
var ours = new Product.Quadrants(seed: 1);
var options = new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.05f };
theirs.Fit(data, options);
ours.Fit(data, options);
Console.WriteLine(FormattableString.Invariant($"accuracy {ours.Evaluate(data).Accuracy:F3}"));

float[] probabilities = new float[4 * Product.Quadrants.OutputSize];
ours.Predict([-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f], probabilities);
Console.WriteLine("classes " + string.Join(' ', probabilities.Chunk(2).Select(row => row[0] > row[1] ? 0 : 1)));
Console.WriteLine($"same {ours.Evaluate(data).Loss == theirs.Evaluate(data).Loss}");
Console.WriteLine(FormattableString.Invariant($"plane {new Plane().Parameters.Count}"));

namespace Product
{
    /// <summary>The library's network again, under its name and of its shapes.</summary>
    [Input(2)]
    [Dense(16, Act.Elu)] [BatchNorm]
    [Dense(2)]
    [SoftmaxCrossEntropy]
    [Nag(momentum: 0.9)]
    public partial class Quadrants;
}
