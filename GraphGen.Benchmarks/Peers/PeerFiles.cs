using System.Runtime.InteropServices;
using System.Text.Json;
using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A workload as files that a peer reads: raw numbers of the machine's byte order, and the network as JSON.</summary>
internal static class PeerFiles
{
    /// <summary>Writes them into a folder. To be called before the first step: the parameters' present values become the peer's.</summary>
    public static void Write(NetworkWorkload workload, string folder)
    {
        var parameters = workload.Network.Parameters;
        var kind = workload.Kind;
        string network = JsonSerializer.Serialize(new
        {
            widths = parameters.Where(parameter => parameter.Shape.Length == 2)
                .Select(parameter => parameter.Shape[1]).Prepend(kind.Info.InputSize),
            activation = kind.Activation.ToString(),
            batchNormalization = parameters.Any(parameter => parameter.Name.EndsWith(".gamma", StringComparison.Ordinal)),
            dropout = kind.Dropout,
            loss = kind.Info.Loss.ToString(),
            optimizer = kind.Optimizer,
            learningRate = kind.LearningRate,
            batch = workload.Batch,
        });
        File.WriteAllText(Path.Combine(folder, "network.json"), network);
        Write<float>(folder, "parameters.f32", parameters.SelectMany(Values).ToArray());
        Write(folder, "inputs.f32", workload.Rows.Inputs);
        if (workload.Rows.HasLabels)
        {
            Write(folder, "targets.i32", workload.Rows.Labels);
        }
        else
        {
            Write(folder, "targets.f32", workload.Rows.Targets);
        }
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static void Write<T>(string folder, string name, ReadOnlySpan<T> numbers)
        where T : unmanaged =>
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(numbers));
}
