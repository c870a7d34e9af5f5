using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class StepPlanTests
{
    [Fact]
    public void Threads_wait_four_times_in_a_step_of_two_hidden_layers_with_batch_norm()
    {
        StepPlan step = new NetworkPlan(Network(784, LossKind.SoftmaxCrossEntropy, Dense(300, Act.Elu), BatchNorm(), Dense(100, Act.Elu), BatchNorm(), Dense(10))).TrainStep!;
        step.Forward.Where(call => call.NeedsSync).Select(call => call.Layer).ShouldBe(["Dense2", "Dense3"]);
        step.Syncs.ShouldBe(4);
    }

    [Fact]
    public void Threads_keep_their_rows_from_a_narrow_output_to_the_loss_and_wait_before_its_gradient()
    {
        StepPlan step = new NetworkPlan(Network(64, LossKind.SoftmaxCrossEntropy, Dense(10))).TrainStep!;
        step.Forward.ShouldAllBe(call => !call.NeedsSync);
        step.Syncs.ShouldBe(1);
    }

    [Fact]
    public void Transposed_weights_are_renewed_after_everybody_has_used_the_old_ones()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20295))
        {
            var plan = new NetworkPlan(network);
            StepPlan step = plan.TrainStep ?? plan.ApplyGradients;
            var calls = step.Forward.Concat(step.Backward).ToList();
            foreach (TransposeCall renewal in calls.OfType<TransposeCall>())
            {
                int at = calls.IndexOf(renewal);
                int lastUse = calls.FindLastIndex(call => call is SegmentCall { Segment.Kind: SegmentKind.Product, Segment.Anchor: var product } &&
                    product.Operation is Generator.Graph.MatMul { TransposeRight: true } && product.Inputs[1].Operation is Generator.Graph.ParameterLeaf leaf && leaf.Parameter == renewal.Weight);
                lastUse.ShouldBeLessThan(at, network.ToString());
                if (lastUse >= 0)
                {
                    calls.Skip(lastUse + 1).Take(at - lastUse).ShouldContain(call => call.NeedsSync, network.ToString());
                }
            }
        }
    }

    [Fact]
    public void What_one_thread_writes_another_reads_only_after_waiting()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20296))
        {
            var plan = new NetworkPlan(network);
            foreach (StepPlan step in new[] { plan.TrainStep, plan.ComputeGradients, plan.ApplyGradients }.OfType<StepPlan>())
            {
                var accesses = new StepAccesses(plan);
                var phase = new List<Access>();
                foreach (StepCall call in step.Forward.Concat(step.Backward))
                {
                    if (call.NeedsSync)
                    {
                        phase.Clear();
                    }

                    phase.AddRange(accesses.Of(call));
                    foreach (Access access in phase.Where(access => access.Writes))
                    {
                        phase.Where(other => other != access).ShouldAllBe(other => !access.ConflictsWith(other), network.ToString());
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1000, 0, 5, 1)]
    [InlineData(100_000, 1_000_000, 5, 1)]
    [InlineData(10_000, 1000, 5, 60)]
    public void Small_steps_stay_on_one_thread(long flopsPerRow, long parameters, int syncs, int atLeast)
    {
        int rows = SharingThreshold.Rows(flopsPerRow, parameters, syncs);
        rows.ShouldBeGreaterThanOrEqualTo(atLeast);
        SharingThreshold.Rows(flopsPerRow, parameters, syncs + 1).ShouldBeGreaterThanOrEqualTo(rows);
        SharingThreshold.Rows(10 * flopsPerRow, parameters, syncs).ShouldBeLessThanOrEqualTo(rows);
    }
}
