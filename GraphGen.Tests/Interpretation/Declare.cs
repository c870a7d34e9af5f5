using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

using Act = GraphGen.Model.Act;
using Init = GraphGen.Model.Init;
using VisibleUnits = GraphGen.Model.VisibleUnits;

/// <summary>Writes down networks as the compiler sees them, in the words of the attributes.</summary>
internal static class Declare
{
    public static NetworkSpec Network(int inputs, LossSpec loss, params LayerSpec[] layers) => Network(inputs, loss, new SgdSpec(), layers);

    public static NetworkSpec Network(int inputs, LossSpec loss, OptimizerSpec optimizer, params LayerSpec[] layers) =>
        Named(new NetworkSpec("", default, "Net", "internal", inputs, new(layers), loss, optimizer));

    /// <summary>The loss of an autoencoder.</summary>
    public static LossSpec Reconstruction(LossKind kind) => (LossSpec)kind with { IsReconstruction = true };

    /// <summary>A restricted Boltzmann machine.</summary>
    public static NetworkSpec Machine(int visible, int hidden, BoltzmannSpec training, OptimizerSpec? optimizer = null) => new(
        "",
        default,
        "Net",
        "internal",
        visible,
        new(
        [
            new DenseSpec("Hidden", "hidden", hidden, Init.Normal, 0.01, Act.Sigmoid, Bias: true, L2: 0, MaxNorm: 0),
            new DenseSpec("Visible", "visible", visible, AutomaticInit.For(Act.Linear), 0, Act.Linear, Bias: true, L2: 0, MaxNorm: 0) { TiedTo = "Hidden" },
        ]),
        Reconstruction(training.Visible == VisibleUnits.Gaussian ? LossKind.MeanSquaredError : LossKind.BinaryCrossEntropy),
        optimizer ?? new SgdSpec()) { Boltzmann = training };

    public static DenseSpec Dense(
        int units, ActivationFunction? activation = null, Init init = Init.Glorot, bool bias = true, double l2 = 0, double maxNorm = 0, bool frozen = false) =>
        new("", "", units, init, 0, activation ?? Act.Linear, bias, l2, maxNorm) { Frozen = frozen };

    /// <summary>A layer with the transposed weights of another, such as <c>Dense1</c>.</summary>
    public static DenseSpec Tied(int units, string to, ActivationFunction? activation = null, bool bias = true) =>
        Dense(units, activation, AutomaticInit.For((activation ?? Act.Linear).Kind), bias) with { TiedTo = to };

    public static BatchNormSpec BatchNorm(double momentum = 0.9, double epsilon = 1e-5, bool frozen = false) => new("", "", momentum, epsilon) { Frozen = frozen };

    public static DropoutSpec Dropout(double rate) => new("", "", rate);

    public static AlphaDropoutSpec AlphaDropout(double rate) => new("", "", rate);

    public static GaussianNoiseSpec GaussianNoise(double deviation) => new("", "", deviation);

    public static ActivityRegularizationSpec ActivityRegularization(double l1) => new("", "", l1);

    public static SparsitySpec Sparsity(double target, double weight) => new("", "", target, weight);

    public static ActivationSpec Activation(ActivationFunction function) => new("", "", function);

    /// <summary>The same network with its layers called by their kind and their number among those of that kind.</summary>
    public static NetworkSpec Named(NetworkSpec network)
    {
        var counts = new Dictionary<string, int>();
        return network with
        {
            Layers = new(network.Layers.Select(layer =>
            {
                string kind = layer.GetType().Name[..^"Spec".Length];
                int number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
                string name = FormattableString.Invariant($"{kind}{number}");
                return layer with { Name = name, Key = name.ToLowerInvariant() };
            })),
        };
    }
}
