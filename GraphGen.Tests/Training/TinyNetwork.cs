using GraphGen.Execution;

namespace GraphGen.Tests.Training;

/// <summary>
/// A regression with two numbers to learn, <c>y = a b x</c>, one in each of its layers, trained by momentum: small enough for a test to
/// follow in a few lines, but with all the memory of a generated network. A test may spoil it after any step.
/// </summary>
internal sealed class TinyNetwork : INetwork
{
    private const int SecondOffset = 16;

    public TinyNetwork(
        bool hasAverages = false,
        bool hasRowWeights = false,
        LossFunction loss = LossFunction.MeanSquaredError,
        ProposedSchedule schedule = ProposedSchedule.Constant)
    {
        Info = new NetworkInfo("Tiny", 1, 1, loss, "Momentum", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0))
        {
            HasSampleWeights = hasRowWeights,
            Schedule = schedule,
        };
        var sizes = new NetworkSizes(32, 32, Slots: 1, Derived: 1, Vectors: 0, WorkspaceBlocks: 0, HasLabels: false, hasAverages, hasRowWeights);
        Memory = new NetworkMemory(sizes, seed: 7, threads: 1, batchCapacity: 1);
        Layers = [NewLayer("dense1", 0), NewLayer("dense2", SecondOffset)];
        Parameters = new ParameterCollection([.. Layers]);
        A = 0.5f;
        B = -0.75f;
        ParametersChanged();
    }

    public NetworkInfo Info { get; }

    public ParameterCollection Parameters { get; }

    public IReadOnlyList<Layer> Layers { get; }

    public NetworkMemory Memory { get; }

    /// <summary>Called after each step.</summary>
    public Action<TinyNetwork> AfterStep { get; init; } = _ => { };

    /// <summary>The loss of a step instead of the computed one.</summary>
    public Func<TinyNetwork, float, float> StepLoss { get; init; } = (_, loss) => loss;

    /// <summary>The summed loss of an evaluation instead of the computed one.</summary>
    public Func<TinyNetwork, double, double> EvaluationLoss { get; init; } = (_, loss) => loss;

    /// <summary>The data of every step.</summary>
    public List<Dataset> Data { get; } = [];

    public ref float A => ref Memory.Parameters.At(0);

    public ref float B => ref Memory.Parameters.At(SecondOffset);

    public int Hits => 0;

    public int BatchCapacity => Memory.BatchCapacity;

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate)
    {
        using (Memory.Begin())
        {
            Data.Add(data);
            float loss = 0, slopeA = 0, slopeB = 0;
            foreach (int row in rows)
            {
                float x = data.Inputs[row];
                float error = (A * B * x) - Target(data, row);
                loss += error * error / rows.Length;
                slopeA += 2 * error * B * x / rows.Length;
                slopeB += 2 * error * A * x / rows.Length;
            }

            loss = StepLoss(this, loss);
            Update(Layers[0], 0, slopeA, learningRate);
            Update(Layers[1], SecondOffset, slopeB, learningRate);
            Memory.Step++;
            AfterStep(this);
            ParametersChanged();
            return loss;
        }
    }

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions)
    {
        double loss = 0;
        for (int row = 0; row < count; row++)
        {
            predictions[row] = Memory.Derived.At(0) * data.Inputs[start + row];
            double error = predictions[row] - Target(data, start + row);
            loss += error * error;
        }

        return EvaluationLoss(this, loss);
    }

    public void EnsureCapacity(int rows) => Memory.EnsureCapacity(rows);

    public void ResetOptimizer() => Memory.ResetOptimizer();

    public void ParametersChanged() => Memory.Derived.At(0) = A * B;

    private static float Target(Dataset data, int row) => data.HasLabels ? data.Labels[row] : data.Targets[row];

    private void Update(Layer layer, int offset, float slope, float learningRate)
    {
        const float Decay = 0.75f;
        if (!layer.Trainable)
        {
            return;
        }

        ref float parameter = ref Memory.Parameters.At(offset);
        ref float velocity = ref Memory.Slot1.At(offset);
        velocity = (0.5f * velocity) - (learningRate * layer.RateMultiplier * slope);
        parameter += velocity;
        if (Memory.Averages.Length > 0)
        {
            ref float average = ref Memory.Averages.At(offset);
            average = Memory.Step == 0 ? parameter : (Decay * average) + ((1 - Decay) * parameter);
        }
    }

    private DenseLayer NewLayer(string name, int offset) =>
        new(name, NewWeight(name + ".weight", offset), bias: null, new LayerActivation(Act.Linear, Slope: 0, UpperSlope: 0));

    private Parameter NewWeight(string name, int offset) =>
        new(name, [1, 1], Memory.Parameters, offset, Memory.Gradients, offset, this, trainable: true);
}
