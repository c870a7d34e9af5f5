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

/// <summary>A segment of the training graph. A weight gradient either updates the weights or is kept.</summary>
internal sealed record SegmentCall(Segment Segment) : StepCall(Segment.Layer);

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

/// <summary>
/// The order of a step, and where its threads must wait for one another: in front of every call that touches what another
/// thread may have touched since they last waited. Threads share calls by columns or by rows; two calls that share the same
/// matrix in the same way leave each thread its own part.
/// </summary>
internal sealed class StepPlan
{
    private readonly NetworkPlan plan;

    /// <param name="plan">The network's plan.</param>
    /// <param name="updates">Whether parameters are updated, or their gradients kept.</param>
    public StepPlan(NetworkPlan plan, bool updates)
    {
        this.plan = plan;
        var calls = Order(updates).ToList();
        var accesses = new StepAccesses(plan, updates);
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

        int loss = calls.FindIndex(call => call is SegmentCall { Segment.Kind: SegmentKind.Loss });
        Forward = calls.Take(loss + 1).ToList();
        Backward = calls.Skip(loss + 1).ToList();
    }

    /// <summary>Everything up to the loss.</summary>
    public IReadOnlyList<StepCall> Forward { get; }

    /// <summary>Everything behind it.</summary>
    public IReadOnlyList<StepCall> Backward { get; }

    /// <summary>How often the threads wait for one another.</summary>
    public int Syncs => Forward.Concat(Backward).Count(call => call.NeedsSync);

    /// <summary>The input needs no work of its own unless something stands between it and the first dense layer.</summary>
    public static bool HasWork(Segment segment) => segment.Kind != SegmentKind.Input || segment.Columns is not null;

    private IEnumerable<StepCall> Order(bool updates)
    {
        foreach (var segment in plan.Training.Segments.Where(HasWork))
        {
            yield return new SegmentCall(segment);
            if (updates && segment.Kind == SegmentKind.WeightGradient)
            {
                foreach (var call in AfterUpdate(segment))
                {
                    yield return call;
                }
            }
        }

        foreach (var batchNorm in plan.Network.Layers.OfType<BatchNormSpec>().Where(_ => updates))
        {
            yield return new UpdateVectorsCall(batchNorm.Name, TrainedVectors(batchNorm.Name));
        }

        foreach (var fold in plan.Inference.Segments.Where(segment => segment.Kind == SegmentKind.Parameters))
        {
            yield return new FoldCall(fold);
        }
    }

    private IEnumerable<StepCall> AfterUpdate(Segment gradient)
    {
        if (TrainedVectors(gradient.Layer) is { Count: > 0 } vectors)
        {
            yield return new UpdateVectorsCall(gradient.Layer, vectors);
        }

        var weight = plan.Parameters.Parameters.Single(parameter => parameter.Layer == gradient.Layer && parameter.Role == ParameterRole.Weight);
        if (plan.Constraints.ContainsKey(gradient.Layer))
        {
            yield return new LimitNormCall(weight);
        }

        if (plan.Derived.Transposed.ContainsKey(weight))
        {
            yield return new TransposeCall(weight, gradient.Split);
        }
    }

    private List<ParameterSpec> TrainedVectors(string layer) =>
        plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer && parameter.Trainable && parameter.Shape.IsVector).ToList();
}
