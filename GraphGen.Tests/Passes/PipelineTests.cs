using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

public sealed class PipelineTests
{
    private const int Networks = 150;

    /// <summary>Each pass is also tried on what those before it made, as in the pipeline.</summary>
    [Fact]
    public void No_pass_changes_what_a_training_graph_computes() => ForEachNetwork(20261, Graphs.Training, Pipeline.Training);

    [Fact]
    public void No_pass_changes_what_a_prediction_graph_computes() => ForEachNetwork(20262, Graphs.Inference, Pipeline.Inference);

    [Fact]
    public void Passes_have_nothing_left_to_do_on_their_own_result()
    {
        foreach (NetworkSpec network in DeclarationGenerator.Sample(DeclarationGenerator.Network, Networks, 20263))
        {
            DataflowGraph once = Pipeline.Run(Pipeline.Training, Graphs.Training(network));
            Pipeline.Run(Pipeline.Training, once).Values.Count.ShouldBe(once.Values.Count, $"{network}\n{once}");
        }
    }

    [Fact]
    public void The_same_network_gives_the_same_graph()
    {
        NetworkSpec network = DeclarationGenerator.Sample(DeclarationGenerator.Network, 1, 20264).Single();
        Pipeline.Run(Pipeline.Training, Graphs.Training(network)).ToString().ShouldBe(Pipeline.Run(Pipeline.Training, Graphs.Training(network)).ToString());
    }

    [Fact]
    public void Optimizer_updates_compute_the_same_after_the_passes()
    {
        OptimizerSpec[] optimizers = [new SgdSpec(), new MomentumSpec(0.9, false), new MomentumSpec(0, false), new MomentumSpec(0.9, true), new AdamSpec(0.9, 0.999, 1e-8), new AdamSpec(0, 0.5, 1e-3), new AdaGradSpec(1e-10), new RmsPropSpec(0.9, 1e-10), new AdaMaxSpec(0.9, 0.999, 1e-8), new NadamSpec(0.9, 0.999, 1e-8, 0.004), new SgdSpec { WeightDecay = 0.1 }];
        foreach (OptimizerSpec optimizer in optimizers)
        {
            DataflowGraph before = OptimizerLowering.Lower(Declare.Network(1, LossKind.MeanSquaredError, optimizer, Declare.Dense(1)) with { ClipValue = 0.1, ClipNorm = 1, AverageDecay = 0.9 }, decays: true);
            DataflowGraph after = Pipeline.Run(Pipeline.Update, before);
            var random = new System.Random(1);
            var feed = new Feed
            {
                Rows = 5,
                Operands = Enum.GetValues<UpdateRole>().ToDictionary(role => role, _ => RandomValues.Uniform(random, 5, 0.1, 2)),
                Scalars = Enum.GetValues<StepScalarKind>().ToDictionary(kind => kind, _ => 0.25 + random.NextDouble()),
            };
            foreach (Output output in before.Outputs)
            {
                new Interpreter(after, feed).Output(output.Role).ShouldBe(new Interpreter(before, feed).Output(output.Role), 1e-12, $"{output.Role} of {optimizer}");
            }
        }
    }

    private static void ForEachNetwork(ulong seed, Func<NetworkSpec, DataflowGraph> lower, IReadOnlyList<IPass> passes)
    {
        int number = 0;
        foreach ((NetworkSpec network, int rows, _) in DeclarationGenerator.Sample(DeclarationGenerator.Case, Networks, seed))
        {
            number++;
            DataflowGraph before = lower(network), after = before;
            foreach (IPass pass in passes)
            {
                after = Graphs.Run(after, pass);
                Graphs.ShouldComputeTheSame(after, before, network, rows, number);
            }
        }
    }
}
