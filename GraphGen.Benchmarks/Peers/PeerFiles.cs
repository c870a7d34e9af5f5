using System.Runtime.InteropServices;
using System.Text.Json;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A workload as files that the peer reads: raw numbers of the machine's byte order, and the network as JSON.</summary>
internal static class PeerFiles
{
    /// <summary>Writes them into a folder. To be called before the first step: the parameters' present values become the peer's.</summary>
    public static void Write(PeerWorkload workload, string folder)
    {
        var parameters = workload.Network.Parameters;
        var info = workload.Network.Info;
        string network = JsonSerializer.Serialize(new
        {
            widths = parameters.Where(parameter => parameter.Shape.Length == 2)
                .Select(parameter => parameter.Shape[1]).Prepend(info.InputSize),
            activation = workload.Activation.ToString(),
            batchNormalization = parameters.Any(parameter => parameter.Name.EndsWith(".gamma", StringComparison.Ordinal)),
            loss = info.Loss.ToString(),
            optimizer = workload.Optimizer,
            learningRate = workload.LearningRate,
            batch = workload.Batch,
        });
        File.WriteAllText(Path.Combine(folder, "network.json"), network);
        Write(folder, "parameters.f32", parameters.SelectMany(Values).ToArray());
        Write(folder, "inputs.f32", workload.Rows.Inputs(0, PeerWorkload.RowCount));
        if (workload.Targets is null)
        {
            Write(folder, "targets.i32", workload.Rows.Labels(0, PeerWorkload.RowCount));
        }
        else
        {
            Write(folder, "targets.f32", workload.Targets.Inputs(0, PeerWorkload.RowCount));
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

    private static void Write(string folder, string name, float[] numbers) => Write<float>(folder, name, numbers);
}
