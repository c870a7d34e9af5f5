using GraphGen.Benchmarks.Steps;

namespace GraphGen.Benchmarks.Peers;

/// <summary>What is compared. Each network is created when its turn comes.</summary>
internal static class PeerWorkloads
{
    private const float NagRate = 0.05f;
    private const float AdamRate = 0.001f;

    /// <summary>Whole training steps, grouped by network.</summary>
    public static IEnumerable<PeerWorkload> All() =>
        ((int[])[32, 200]).Select(Normalized)
        .Concat(((int[])[32, 128]).Select(Narrow))
        .Concat(((int[])[32, 128, 512]).Select(Plain))
        .Concat(((int[])[1, 16, 128]).Select(Regression))
        .Append(Deep(64));

    private static PeerWorkload Normalized(int batch)
    {
        var network = new NormalizedDigits(batchCapacity: batch);
        var rows = new RandomRows(PeerWorkload.RowCount, NormalizedDigits.InputSize);
        return new("784-300-100-10, batch norm, ELU, NAG", network, Act.Elu, "Nag", NagRate, batch, rows, null,
            (index, rate) => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), rate),
            (index, count, outputs) => network.Predict(rows.Inputs(index, count), outputs));
    }

    private static PeerWorkload Narrow(int batch)
    {
        var network = new NarrowDigits(batchCapacity: batch);
        var rows = new RandomRows(PeerWorkload.RowCount, NarrowDigits.InputSize);
        return new("784-100-100-10, ReLU, NAG", network, Act.Relu, "Nag", NagRate, batch, rows, null,
            (index, rate) => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), rate),
            (index, count, outputs) => network.Predict(rows.Inputs(index, count), outputs));
    }

    private static PeerWorkload Plain(int batch)
    {
        var network = new PlainDigits(batchCapacity: batch);
        var rows = new RandomRows(PeerWorkload.RowCount, PlainDigits.InputSize);
        return new("784-300-100-10, ELU, Adam", network, Act.Elu, "Adam", AdamRate, batch, rows, null,
            (index, rate) => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), rate),
            (index, count, outputs) => network.Predict(rows.Inputs(index, count), outputs));
    }

    private static PeerWorkload Regression(int batch)
    {
        var network = new TanhRegression(batchCapacity: batch);
        var rows = new RandomRows(PeerWorkload.RowCount, TanhRegression.InputSize);
        var targets = new RandomRows(PeerWorkload.RowCount, TanhRegression.OutputSize);
        return new("4-32-32-1, tanh, Adam, squared error", network, Act.Tanh, "Adam", AdamRate, batch, rows, targets,
            (index, rate) => network.TrainStep(rows.Inputs(index, batch), targets.Inputs(index, batch), rate),
            (index, count, outputs) => network.Predict(rows.Inputs(index, count), outputs));
    }

    private static PeerWorkload Deep(int batch)
    {
        var network = new DeepDigits(batchCapacity: batch);
        var rows = new RandomRows(PeerWorkload.RowCount, DeepDigits.InputSize);
        return new("64-(5x100)-10, batch norm, ELU, NAG", network, Act.Elu, "Nag", NagRate, batch, rows, null,
            (index, rate) => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), rate),
            (index, count, outputs) => network.Predict(rows.Inputs(index, count), outputs));
    }
}
