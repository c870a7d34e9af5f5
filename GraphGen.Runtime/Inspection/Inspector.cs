using System.ComponentModel;
using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>
/// Looks into a network: a plain pass through its layers as they describe themselves, forward and backward, in single precision. It shares no
/// code with the emitted network, so networks that are never inspected pay nothing for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Inspector
{
    /// <summary>
    /// Passes all rows of <paramref name="data"/> forward and backward as one batch and gathers statistics of what came by. Batch normalisation works by
    /// the statistics of these rows, or by its moving ones where it rests (<see cref="Layer.Trainable"/>); dropout is off, and RReLU takes the mean of its slopes; the loss is without penalties, and rows have the
    /// data's weights if the network was declared with them. Nothing of the network changes.
    /// </summary>
    /// <param name="network">The network, which must not be training meanwhile.</param>
    /// <param name="data">The data: a few hundred rows are enough.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, or are too many for an array of one layer's outputs.</exception>
    public static NetworkStatistics Inspect(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        Guard.Dataset(data, network.Info, nameof(data));
        return Inspect(new NetworkPass(network), network.Info, data);
    }

    /// <summary>As <see cref="Inspect(INetwork, Dataset)"/>, with a pass that keeps its memory for the next time, for data that have been checked.</summary>
    internal static NetworkStatistics Inspect(NetworkPass pass, NetworkInfo info, Dataset data)
    {
        data = data.For(info);
        RequireRoom(info, data);
        (double loss, PassedLayer[] layers) = pass.Run(data);
        return new NetworkStatistics(info.Name, data.Count, loss, [.. layers.Select(StatisticsOf)]);
    }

    /// <summary>
    /// Finds where a NaN or an infinity arose: the first layer, from the input on, whose parameters or moving statistics hold one or whose outputs
    /// have one on some rows. Batch normalisation works by the statistics of these rows, or by its moving ones where it rests, and nothing is dropped.
    /// </summary>
    /// <param name="network">The network, which must not be training meanwhile.</param>
    /// <param name="data">The data, checked against the network before.</param>
    /// <param name="rows">Rows of the data, such as those of the mini-batch whose loss was not finite; at least one.</param>
    /// <returns>The layer's name; null where all is finite, as when only the loss overflows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static string? FirstNonFinite(INetwork network, Dataset data, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        if (rows.IsEmpty)
        {
            throw Guard.Invalid(nameof(rows), $"There is no row", $"name at least one of the {data.Count} rows");
        }

        RowMatrix values = RowMatrix.InputsOf(data, rows);
        foreach (Layer layer in network.Layers.Skip(NetworkPass.FirstLayer(network.Info, data)))
        {
            if (!layer.Parameters.All(IsFinite))
            {
                return layer.Name;
            }

            values = LayerPass.Of(layer).Forward(values);
            if (!TensorPrimitives.IsFiniteAll<float>(values.Values))
            {
                return layer.Name;
            }
        }

        return null;
    }

    private static LayerStatistics StatisticsOf(PassedLayer passed)
    {
        LayerPass pass = passed.Pass;
        ActivationStage? activation = pass.Activation is { IsLinear: false } stage ? stage : null;
        return new LayerStatistics(
            pass.Layer.Name,
            pass.Layer.Kind,
            activation is null ? null : TensorStatistics.Of(activation.Sums!.Values),
            TensorStatistics.Of(passed.Outputs.Values),
            TensorStatistics.Of(passed.Gradients.Values),
            Array.AsReadOnly(pass.Layer.Parameters.Select(parameter => StatisticsOf(parameter, pass)).ToArray()),
            activation?.DeadUnits() ?? float.NaN,
            activation?.SaturatedShare() ?? float.NaN);
    }

    private static ParameterStatistics StatisticsOf(Parameter parameter, LayerPass pass) => new(
        parameter.Name,
        TensorStatistics.Of(pass.ValuesOf(parameter)),
        pass.Gradients.TryGetValue(parameter, out float[]? gradient) ? TensorStatistics.Of(gradient) : null);

    private static void RequireRoom(NetworkInfo info, Dataset data)
    {
        int widest = Math.Max(info.InputSize, info.Layers.Max(layer => layer.Outputs));
        if ((long)data.Count * widest > Array.MaxLength)
        {
            throw Guard.Invalid(nameof(data), $"Its {data.Count} rows make more than an array holds of {widest} values each", $"pass fewer, such as data[..1000]");
        }
    }

    private static bool IsFinite(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return TensorPrimitives.IsFiniteAll<float>(values);
    }
}
