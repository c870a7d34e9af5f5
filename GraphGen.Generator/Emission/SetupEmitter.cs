using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits what a network is made of when it is created: its memory, its layers and their parameters, the first weights, and the facts about it.</summary>
internal sealed class SetupEmitter
{
    private readonly NetworkPlan plan;
    private readonly NetworkSpec network;
    private readonly SourceWriter writer;

    public SetupEmitter(NetworkPlan plan, SourceWriter writer)
    {
        this.plan = plan;
        this.writer = writer;
        network = plan.Network;
    }

    private bool HasLabels => network.Loss.TakesClasses;

    public void Write()
    {
        writer.Summary("What the network is made of when it is created.");
        writer.Block("internal static class Setup", () =>
        {
            WriteMemory();
            foreach (var layer in network.Layers)
            {
                WriteLayer(layer);
            }

            WriteInitialize();
            WriteInfo();
        });
    }

    /// <summary>The type of a layer's member.</summary>
    public static string TypeOf(LayerSpec layer) => layer switch
    {
        DenseSpec => "DenseLayer",
        ActivationSpec => "ActivationLayer",
        BatchNormSpec => "BatchNormLayer",
        DropoutSpec or AlphaDropoutSpec => "DropoutLayer",
        GaussianNoiseSpec => "GaussianNoiseLayer",
        ActivityRegularizationSpec => "ActivityRegularizationLayer",
        SparsitySpec => "SparsityLayer",
        _ => throw new InvalidOperationException($"No type for {layer}."),
    };

    /// <summary>The hidden units of the Gibbs chains that are kept between steps.</summary>
    private long ChainFloats => plan.ChainStates is { } chains ? (long)network.Boltzmann!.PersistentChains * chains.Shape.Columns : 0;

    private void WriteMemory()
    {
        writer.Summary("All memory that the network will ever need, for batches up to the capacity.");
        writer.Line("public static NetworkMemory NewNetworkMemory(ulong seed, int threads, int batchCapacity) => new(");
        writer.Line($"    new NetworkSizes(Parameters: {Literal.Int(plan.Parameters.Floats)}, Trained: {Literal.Int(plan.Parameters.TrainedFloats)}, Slots: {Literal.Int(plan.Slots)}, Derived: {Literal.Int(plan.Derived.Floats)}, " +
            $"Vectors: {Literal.Int(plan.WorkspaceVectorFloats)}, WorkspaceBlocks: {Literal.Int(plan.WorkspaceBlocks)}, HasLabels: {Bool(HasLabels)}{Option("HasAverages", network.AverageDecay > 0)}{Option("HasRowWeights", network.HasSampleWeights)}{(plan.ApplyGradients.SquareSums > 0 ? $", SquareSums: {Literal.Int(plan.ApplyGradients.SquareSums)}" : "")}{(network.AccumulatedBatches > 1 ? $", AccumulatedBatches: {Literal.Int(network.AccumulatedBatches)}" : "")}{(ChainFloats > 0 ? $", Chains: {Literal.Int(ChainFloats)}" : "")}),");
        writer.Line("    seed,").Line("    threads,").Line("    batchCapacity);").Line();
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Option(string name, bool value) => value ? $", {name}: true" : "";

    private void WriteLayer(LayerSpec layer)
    {
        var parameters = plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer.Name).Select(NewParameter).ToList();
        writer.Summary($"{Descriptions.Of(layer)}.");
        string tiedTo = layer is DenseSpec { TiedTo: not null } ? ", DenseLayer tiedTo" : "";
        writer.Line($"public static {TypeOf(layer)} New{layer.Name}(NetworkMemory memory, INetwork network{tiedTo}) => new(");
        switch (layer)
        {
            case DenseSpec dense:
                bool hasAlpha = dense.Activation.Kind == Act.PRelu;
                int bias = dense.TiedTo is null ? 1 : 0;
                writer.Line($"    \"{layer.Key}\",").Line($"    {(dense.TiedTo is null ? parameters[0] : "tiedTo")},").Line($"    {(dense.Bias ? parameters[bias] : "null")},");
                writer.Line($"    {Activation(dense.Activation, hasAlpha ? parameters[parameters.Count - 1] : null)}){(dense.RateMultiplier == 1 ? "" : $" {{ RateMultiplier = {Literal.Float(dense.RateMultiplier)} }}")};");
                break;
            case ActivationSpec activation:
                writer.Line($"    \"{layer.Key}\",").Line($"    {Activation(activation.Activation, parameters.SingleOrDefault())});");
                break;
            case BatchNormSpec batchNorm:
                writer.Line($"    \"{layer.Key}\",").Line(string.Join(",\n", parameters.Select(parameter => "    " + parameter)) + ",");
                writer.Line($"    {Literal.Double(batchNorm.Epsilon)});");
                break;
            case DropoutSpec dropout:
                writer.Line($"    \"{layer.Key}\", {Literal.Double(dropout.Rate)});");
                break;
            case AlphaDropoutSpec dropout:
                writer.Line($"    \"{layer.Key}\", {Literal.Double(dropout.Rate)}, isAlpha: true);");
                break;
            case GaussianNoiseSpec noise:
                writer.Line($"    \"{layer.Key}\", {Literal.Double(noise.Deviation)});");
                break;
            case ActivityRegularizationSpec activity:
                writer.Line($"    \"{layer.Key}\", {Literal.Double(activity.L1)});");
                break;
            case SparsitySpec sparsity:
                writer.Line($"    \"{layer.Key}\", {Literal.Double(sparsity.Target)}, {Literal.Double(sparsity.Weight)});");
                break;
        }

        writer.Line();
    }

    private static string Activation(ActivationFunction function, string? alpha) =>
        $"new LayerActivation(Act.{function.Kind}, {Literal.Double(function.Alpha)}, {Literal.Double(function.UpperAlpha)}{(alpha is null ? "" : ", " + alpha)})";

    private static string NewParameter(ParameterSpec parameter)
    {
        string shape = parameter.Shape.IsVector ? Literal.Int(parameter.Shape.Columns) : $"{Literal.Int(parameter.DeclaredShape.Rows)}, {Literal.Int(parameter.DeclaredShape.Columns)}";
        string place = $"Offsets.{parameter.Identifier}";
        string gradient = parameter.Trainable ? $"memory.Gradients, {place}" : "null, 0";
        return $"new Parameter(\"{parameter.Name}\", [{shape}], memory.Parameters, {place}, {gradient}, network, trainable: {(parameter.Trainable ? "true" : "false")}{(parameter.IsTransposed ? ", isTransposed: true" : "")})";
    }

    private void WriteInitialize()
    {
        writer.Summary("The first weights. Biases, betas and moving means start as zero, like all memory; gammas and moving variances as one.");
        writer.Block($"public static void Initialize({Parameters()}, NetworkMemory memory, ulong seed)", () =>
        {
            int inputs = network.InputSize;
            for (int stream = 0; stream < network.Layers.Count; stream++)
            {
                if (network.Layers[stream] is DenseSpec dense)
                {
                    if (dense.TiedTo is null)
                    {
                        string spread = (dense.FanMode == FanMode.Auto ? "" : $", fanMode: FanMode.{dense.FanMode}") + (dense.Gain == 1 ? "" : $", gain: {Literal.Double(dense.Gain)}");
                        writer.Line($"InitialWeights.Draw({Names.CamelCase(dense.Name)}Layer.Weight, Init.{dense.Init}, {Literal.Double(dense.InitScale)}, fanIn: {Literal.Int(inputs)}, fanOut: {Literal.Int(dense.Units)}, seed, stream: {Literal.Int(stream)}{spread});");
                    }

                    inputs = dense.Units;
                    FillAlpha(dense, dense.Activation, inputs);
                }
                else if (network.Layers[stream] is ActivationSpec activation)
                {
                    FillAlpha(activation, activation.Activation, inputs);
                }
                else if (network.Layers[stream] is BatchNormSpec batchNorm)
                {
                    writer.Line($"memory.Parameters.Span.Slice(Offsets.{batchNorm.Name}Gamma, {Literal.Int(inputs)}).Fill(1);");
                    writer.Line($"memory.Parameters.Span.Slice(Offsets.{batchNorm.Name}MovingVariance, {Literal.Int(inputs)}).Fill(1);");
                }
            }
        });
        writer.Line();

        void FillAlpha(LayerSpec layer, ActivationFunction function, int width)
        {
            if (function.Kind == Act.PRelu)
            {
                writer.Line($"memory.Parameters.Span.Slice(Offsets.{layer.Name}Alpha, {Literal.Int(width)}).Fill({Literal.Float(function.Alpha)});");
            }
        }

        string Parameters() => string.Join(", ", network.Layers.OfType<DenseSpec>().Where(dense => dense.TiedTo is null).Select(dense => $"DenseLayer {Names.CamelCase(dense.Name)}Layer"));
    }

    private void WriteInfo()
    {
        writer.Summary("The facts about the network.");
        writer.Line("public static NetworkInfo Info() => new(");
        writer.Line($"    \"{network.Name}\",").Line($"    {Literal.Int(network.InputSize)},").Line($"    {Literal.Int(plan.OutputSize)},");
        writer.Line($"    LossFunction.{Descriptions.FunctionOf(network.Loss)},").Line($"    \"{Descriptions.Of(network.Optimizer)}\",").Line("    [");
        long predictionFlops = 0;
        foreach (LayerCosts costs in plan.LayerCosts)
        {
            predictionFlops += costs.FlopsPerRow;
            writer.Line(
                $"        new LayerInfo(\"{costs.Layer.Key}\", \"{Descriptions.Of(costs.Layer)}\", {Literal.Int(costs.Outputs)}, {Literal.Int(costs.Parameters)}, " +
                $"{Literal.Int(costs.MovingStatistics)}, {Literal.Int(costs.FlopsPerRow)}, {Literal.Int(costs.ActivationBytesPerRow)}),");
        }

        long perRow = 4L * ColumnBlock.Width * plan.WorkspaceBlocks + (HasLabels ? 4 : 0) + (network.HasSampleWeights ? 4 : 0);
        long state = 4L * plan.Parameters.TrainedFloats * (plan.Slots + (network.AverageDecay > 0 ? 1 : 0));
        writer.Line("    ],").Line($"    {Literal.Int(predictionFlops)},").Line($"    {Literal.Int(plan.TrainingFlops)},");
        writer.Line($"    new MemoryInfo(Parameters: {Literal.Int(4L * plan.Parameters.Floats)}, Gradients: {Literal.Int(4L * plan.Parameters.TrainedFloats)}, OptimizerState: {Literal.Int(state)}, " +
            $"DerivedCopies: {Literal.Int(4L * plan.Derived.Floats)}, FixedWorkspace: {Literal.Int(4L * (plan.WorkspaceVectorFloats + ChainFloats))}, WorkspacePerRow: {Literal.Int(perRow)}))");
        writer.Line("{").Line("    Architecture =").Line("    [");
        writer.Line(string.Join("\n", Architecture.Of(network).Select(line => $"        \"{line}\",")));
        writer.Line("    ],").Line(string.Concat(Facts().Select(fact => $"    {fact},\n")) + "};");
    }

    /// <summary>What few networks have, as initialisers of properties.</summary>
    private IEnumerable<string> Facts()
    {
        if (network.Loss.LabelSmoothing > 0)
        {
            yield return $"LabelSmoothing = {Literal.Double(network.Loss.LabelSmoothing)}";
        }

        if (network.Loss.Kind == LossKind.Huber)
        {
            yield return $"HuberDelta = {Literal.Double(network.Loss.Delta)}";
        }

        if (network.HasSampleWeights)
        {
            yield return "HasSampleWeights = true";
        }

        if (plan.Features is { } features)
        {
            yield return $"FrozenLayers = {Literal.Int(NetworkLowering.FrozenLayers(network))}";
            yield return $"FeatureSize = {Literal.Int(features.Graph.Find(OutputRole.Features)!.Shape.Columns)}";
        }

        if (network.Schedule != ScheduleKind.Constant)
        {
            yield return $"Schedule = ProposedSchedule.{network.Schedule}";
        }

        var training = Descriptions.Training(network).ToList();
        if (training.Count > 0)
        {
            yield return $"Training = [{string.Join(", ", training.Select(text => $"\"{text}\""))}]";
        }

        if (network.Choices.Count > 0)
        {
            yield return $"Choices = [{string.Join(", ", network.Choices.Select(text => $"\"{text}\""))}]";
        }
    }
}
