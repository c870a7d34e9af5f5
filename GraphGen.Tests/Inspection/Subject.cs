using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;

namespace GraphGen.Tests.Inspection;

/// <summary>An emitted network whose parameters are all different, data for it, and its own way to compute gradients.</summary>
internal sealed class Subject
{
    public const int Rows = 37;

    private readonly Func<float> _computeGradients;

    private Subject(INetwork network, Dataset data, Func<float> computeGradients)
    {
        _computeGradients = computeGradients;
        Network = network;
        Data = data;
        for (int index = 0; index < network.Parameters.Count; index++)
        {
            Disturb(network.Parameters[index], seed: index);
        }
    }

    public INetwork Network { get; }

    public Dataset Data { get; }

    /// <summary>A subject that learns classes.</summary>
    public static Subject OfLabels<TNetwork>(TNetwork network, Func<TNetwork, float[], int[], float> computeGradients)
        where TNetwork : INetwork
    {
        float[] inputs = Inputs(network.Info.InputSize);
        int[] labels = RandomData.Labels(Rows, network.Info.OutputSize, seed: 12);
        return new Subject(network, new Dataset(inputs, network.Info.InputSize, labels), () => computeGradients(network, inputs, labels));
    }

    /// <summary>A subject that learns targets in [0, 1).</summary>
    public static Subject OfTargets<TNetwork>(TNetwork network, Func<TNetwork, float[], float[], float> computeGradients)
        where TNetwork : INetwork
    {
        float[] inputs = Inputs(network.Info.InputSize), targets = RandomData.Floats(Rows * network.Info.OutputSize, seed: 13);
        return new Subject(
            network, new Dataset(inputs, network.Info.InputSize, targets, network.Info.OutputSize), () => computeGradients(network, inputs, targets));
    }

    /// <summary>A subject that learns yes or no from labels.</summary>
    public static Subject OfAnswers<TNetwork>(TNetwork network, Func<TNetwork, float[], float[], float> computeGradients)
        where TNetwork : INetwork
    {
        float[] inputs = Inputs(network.Info.InputSize);
        int[] labels = RandomData.Labels(Rows, 2, seed: 12);
        float[] targets = [.. labels.Select(label => (float)label)];
        return new Subject(network, new Dataset(inputs, network.Info.InputSize, labels), () => computeGradients(network, inputs, targets));
    }

    /// <summary>A subject that learns classes from rows that count differently.</summary>
    public static Subject OfWeightedLabels<TNetwork>(TNetwork network, Func<TNetwork, float[], int[], float[], float> computeGradients)
        where TNetwork : INetwork
    {
        float[] inputs = Inputs(network.Info.InputSize), weights = RandomData.Floats(Rows, seed: 14);
        int[] labels = RandomData.Labels(Rows, network.Info.OutputSize, seed: 12);
        Dataset data = new Dataset(inputs, network.Info.InputSize, labels).WithWeights(weights);
        return new Subject(network, data, () => computeGradients(network, inputs, labels, weights));
    }

    /// <summary>The emitted network's loss, and its gradients by all parameters that have some.</summary>
    public (float Loss, Dictionary<Parameter, float[]> Gradients) Emitted()
    {
        float loss = _computeGradients();
        return (loss, Network.Parameters.Where(parameter => parameter.Trainable).ToDictionary(parameter => parameter, parameter =>
        {
            float[] gradient = new float[parameter.Length];
            parameter.CopyGradientTo(gradient);
            return gradient;
        }));
    }

    /// <summary>Numbers in [-3, 3), so that activations meet both sides.</summary>
    private static float[] Inputs(int size) => [.. RandomData.Floats(Rows * size, seed: 11).Select(value => (6 * value) - 3)];

    private static void Disturb(Parameter parameter, int seed)
    {
        float[] values = new float[parameter.Length], noise = RandomData.Floats(parameter.Length, seed);
        parameter.CopyTo(values);
        parameter.CopyFrom([.. values.Zip(noise, (value, draw) => value + (0.2f * draw))]);
    }
}
