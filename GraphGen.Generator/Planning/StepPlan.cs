using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>One call of a step's schedule.</summary>
internal abstract record StepCall(string Layer)
{
    /// <summary>Whether all threads must have finished what came before.</summary>
    public bool NeedsSync { get; init; }
}

/// <summary>A segment of the training graph, or of the frozen layers in front of it.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Updates">Whether it is the last product of a weight gradient and updates the weights at once, so that the gradient is not kept.</param>
internal sealed record SegmentCall(GraphPlan Graph, Segment Segment, bool Updates) : StepCall(Segment.Layer);

/// <summary>The sum of the squares of a gradient that was kept.</summary>
/// <param name="Parameter">Whose gradient.</param>
/// <param name="FirstSum">Where the sum of its first column block belongs.</param>
internal sealed record SquareGradientCall(ParameterSpec Parameter, int FirstSum) : StepCall(Parameter.Layer);

/// <summary>What all gradients are scaled with, from the sums of their squares.</summary>
/// <param name="Sums">How many sums there are.</param>
internal sealed record ScaleGradientsCall(int Sums) : StepCall("");

/// <summary>The optimizer's step on a weight matrix with the gradient that was kept.</summary>
internal sealed record UpdateWeightsCall(ParameterSpec Weight) : StepCall(Weight.Layer);

/// <summary>The optimizer's step on a layer's vectors.</summary>
internal sealed record UpdateVectorsCall(string Layer, IReadOnlyList<ParameterSpec> Vectors) : StepCall(Layer);

/// <summary>The max-norm limit on a layer's weights.</summary>
internal sealed record LimitNormCall(ParameterSpec Weight) : StepCall(Weight.Layer);

/// <summary>The renewal of a transposed copy.</summary>
/// <param name="Weight">The weights.</param>
/// <param name="Split">Along which of their sides threads share it: that along which they shared the update.</param>
internal sealed record TransposeCall(ParameterSpec Weight, Split Split) : StepCall(Weight.Layer);

/// <summary>The renewal of prediction's folded batch normalisation.</summary>
internal sealed record FoldCall(Segment Segment) : StepCall(Segment.Layer);

/// <summary>What a step is for.</summary>
internal enum StepKind
{
    /// <summary>Gradients, and the update of each weight matrix as soon as its gradient is known.</summary>
    Train,

    /// <summary>Gradients, which are kept.</summary>
    ComputeGradients,

    /// <summary>The update with gradients that were kept.</summary>
    ApplyGradients,

    /// <summary>The gradient by the rows, while the network rests: nothing of it changes.</summary>
    InputGradients,
}

/// <summary>
/// The order of a step, and where its threads must wait for one another: in front of every call that touches what another
/// thread may have touched since they last waited. Threads share calls by columns or by rows; two calls that share the same
/// matrix in the same way leave each thread its own part.
/// </summary>
internal sealed class StepPlan
{
    private readonly NetworkPlan plan;
    private readonly StepKind kind;

    /// <param name="plan">The network's plan.</param>
    /// <param name="kind">What the step is for.</param>
    public StepPlan(NetworkPlan plan, StepKind kind)
    {
        this.plan = plan;
        this.kind = kind;
        var calls = Order().ToList();
        var accesses = new StepAccesses(plan);
        var phase = new List<Access>();
        for (int index = 0; index < calls.Count; index++)
        {
            var touched = accesses.Of(calls[index]).ToList();
            if (touched.Any(access => phase.Any(access.ConflictsWith)))
            {
                calls[index] = calls[index] with { NeedsSync = true };
                phase.Clear();
            }

            phase.AddRange(touched);
        }

        int features = calls.TakeWhile(call => call is SegmentCall { Graph: var graph } && graph == plan.Features).Count();
        int loss = calls.FindIndex(call => call is SegmentCall { Segment.Kind: SegmentKind.Loss });
        int forward = plan.Network.Loss.IsExternal ? loss : loss + 1;
        Features = calls.Take(features).ToList();
        Forward = calls.Take(forward).Skip(features).ToList();
        Backward = calls.Skip(forward).ToList();
    }

    /// <summary>What the frozen layers in front do, once or in every step.</summary>
    public IReadOnlyList<StepCall> Features { get; }

    /// <summary>Everything from there to the loss, or up to it where it comes from elsewhere: the same for all training steps.</summary>
    public IReadOnlyList<StepCall> Forward { get; }

    /// <summary>Everything behind it.</summary>
    public IReadOnlyList<StepCall> Backward { get; }

    /// <summary>How often the threads wait for one another.</summary>
    public int Syncs => Features.Concat(Forward).Concat(Backward).Count(call => call.NeedsSync);

    /// <summary>How many sums of squares the norm of all gradients is made of.</summary>
    public int SquareSums => Backward.OfType<ScaleGradientsCall>().Sum(call => call.Sums);

    /// <summary>The input needs no work of its own unless something stands between it and the first dense layer.</summary>
    public static bool HasWork(Segment segment) => segment.Kind != SegmentKind.Input || segment.Columns is not null;

    private IEnumerable<StepCall> Order()
    {
        if (kind == StepKind.InputGradients)
        {
            return Segments([plan.Resting!], _ => []);
        }

        var calls = kind switch
        {
            StepKind.ComputeGradients => Segments(plan.Steps, _ => []),
            StepKind.Train => Segments(plan.Steps, Updated).Concat(plan.Network.Layers.Where(HasVectorsAlone).Select(layer => new UpdateVectorsCall(layer.Name, TrainedVectors(layer.Name)))),
            _ => SquareSumCalls().Concat(plan.Network.Layers.SelectMany(layer => Applied(layer.Name))),
        };

        // Also for a frozen layer: what is folded into its numbers, such as the bias of the layer in front, may be trained.
        return calls.Concat(plan.Inference.Segments.Where(plan.Inference.IsDerivation).Select(fold => new FoldCall(fold)));
    }

    private IEnumerable<StepCall> Segments(IEnumerable<GraphPlan> graphs, Func<Segment, IEnumerable<StepCall>> behind) =>
        graphs.SelectMany(graph => graph.Segments.Where(HasWork)
            .SelectMany(segment => behind(segment).Prepend(new SegmentCall(graph, segment, kind == StepKind.Train && graph.CompletesGradient(segment)))));

    /// <summary>What follows when a weight gradient has updated the weights.</summary>
    private IEnumerable<StepCall> Updated(Segment gradient) =>
        plan.Training.CompletesGradient(gradient) ? Vectors(gradient.Layer).Concat(Renewed(gradient.Layer, gradient.Split)) : [];

    /// <summary>The update of a layer with gradients that were kept.</summary>
    private IEnumerable<StepCall> Applied(string layer) =>
        Weight(layer) is { Trainable: true } weight ? Vectors(layer).Prepend(new UpdateWeightsCall(weight)).Concat(Renewed(layer, Split.Columns)) : Vectors(layer);

    private IEnumerable<StepCall> Vectors(string layer)
    {
        if (TrainedVectors(layer) is { Count: > 0 } vectors)
        {
            yield return new UpdateVectorsCall(layer, vectors);
        }
    }

    /// <summary>What new weights ask for.</summary>
    private IEnumerable<StepCall> Renewed(string layer, Split split)
    {
        var weight = Weight(layer)!;
        if (plan.Constraints.ContainsKey(layer))
        {
            yield return new LimitNormCall(weight);
        }

        if (plan.Derived.Transposed.ContainsKey(weight))
        {
            yield return new TransposeCall(weight, split);
        }
    }

    private IEnumerable<StepCall> SquareSumCalls()
    {
        if (plan.Network.ClipNorm == 0)
        {
            yield break;
        }

        int sums = 0;
        foreach (var parameter in plan.Parameters.Parameters.Where(parameter => parameter.Trainable))
        {
            yield return new SquareGradientCall(parameter, sums);
            sums += ColumnBlock.Count(parameter.Shape.Columns);
        }

        yield return new ScaleGradientsCall(sums);
    }

    private bool HasVectorsAlone(LayerSpec layer) => Weight(layer.Name) is null && TrainedVectors(layer.Name).Count > 0;

    private ParameterSpec? Weight(string layer) =>
        plan.Parameters.Parameters.SingleOrDefault(parameter => parameter.Layer == layer && parameter.Role == ParameterRole.Weight);

    private List<ParameterSpec> TrainedVectors(string layer) =>
        plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer && parameter.Trainable && parameter.Shape.IsVector).ToList();
}
