using GraphGen;
using GraphGen.Reporting;

var random = new Random(1);
var points = Enumerable.Range(0, 400).Select(_ => (X: (2 * random.NextSingle()) - 1, Y: (2 * random.NextSingle()) - 1));
File.WriteAllLines(
    Output("points.csv"),
    points.Select(point => FormattableString.Invariant($"{point.X},{point.Y},{(point.X * point.Y > 0 ? 1 : 0)}")).Prepend("x,y,quadrant"));
Dataset data = CsvFile.Read(Output("points.csv"), new CsvOptions { LabelColumn = "quadrant" }).Data;

var network = new Quadrants(seed: 1);
network.Fit(data, new FitOptions
{
    Epochs = 60,
    BatchSize = 20,
    LearningRate = 0.05f,
    Validation = data,
    Callbacks = [new Histograms { Every = 20 }, new LiveView(), new HtmlReport(Output("report.html")), new TensorBoardLog(Output("logs"))],
});
Console.WriteLine(FormattableString.Invariant($"accuracy {network.Evaluate(data).Accuracy:F3}"));

float[] probabilities = new float[4 * Quadrants.OutputSize];
network.Predict([-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f], probabilities);
Console.WriteLine("classes " + string.Join(' ', probabilities.Chunk(2).Select(row => row[0] > row[1] ? 0 : 1)));

static string Output(string name) => Path.Combine(AppContext.BaseDirectory, name);

[Input(2)]
[Dense(16, Act.Elu)] [BatchNorm]
[Dense(2)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
public partial class Quadrants;
