using GraphGen.Tests.EndToEnd;

namespace GraphGen.Tests.Predictors;

/// <summary>A network of any class, trained for a few steps, so that its moving statistics are not those it started with.</summary>
internal sealed class Subject
{
    private const int Batch = 16;

    private readonly Action<int> _step;

    private Subject(string name, Func<Predictor> createPredictor, PredictMethod predict, Action<int> step)
    {
        Name = name;
        CreatePredictor = createPredictor;
        Predict = predict;
        _step = step;
        Train(steps: 30);
    }

    public delegate void PredictMethod(ReadOnlySpan<float> inputs, Span<float> outputs);

    public static IReadOnlyList<Subject> All => [OfPlain(), OfFoldable(), OfPartlyFoldable(), OfUnfoldable(), OfLogistic()];

    public string Name { get; }

    public Func<Predictor> CreatePredictor { get; }

    public PredictMethod Predict { get; }

    public static Subject OfPlain()
    {
        var network = new Plain(seed: 1);
        return new(nameof(Plain), network.CreatePredictor, network.Predict, seed =>
            network.TrainStep(RandomData.Floats(Batch * Plain.InputSize, seed), RandomData.Labels(Batch, 2, seed), 0.05f));
    }

    public static Subject OfFoldable()
    {
        var network = new Foldable(seed: 2);
        return new(nameof(Foldable), network.CreatePredictor, network.Predict, seed =>
            network.TrainStep(RandomData.Floats(Batch * Foldable.InputSize, seed), RandomData.Labels(Batch, Foldable.OutputSize, seed), 0.05f));
    }

    public static Subject OfPartlyFoldable()
    {
        var network = new PartlyFoldable(seed: 3);
        return new(nameof(PartlyFoldable), network.CreatePredictor, network.Predict, seed =>
            network.TrainStep(RandomData.Floats(Batch * PartlyFoldable.InputSize, seed), RandomData.Floats(Batch * PartlyFoldable.OutputSize, seed), 0.01f));
    }

    public static Subject OfUnfoldable()
    {
        var network = new Unfoldable(seed: 4);
        return new(nameof(Unfoldable), network.CreatePredictor, network.Predict, seed =>
            network.TrainStep(RandomData.Floats(Batch * Unfoldable.InputSize, seed), RandomData.Floats(Batch * Unfoldable.OutputSize, seed), 0.01f));
    }

    public static Subject OfLogistic()
    {
        var network = new Logistic(seed: 5);
        return new(nameof(Logistic), network.CreatePredictor, network.Predict, seed =>
            network.TrainStep(RandomData.Floats(Batch * Logistic.InputSize, seed), RandomData.Labels(Batch, 2, seed), 0.05f));
    }

    public void Train(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            _step(100 + step);
        }
    }
}
