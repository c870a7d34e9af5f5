using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;

namespace GraphGen.Tests.Passes;

/// <summary>Graphs to run passes on, and what to ask of the result.</summary>
internal static class Graphs
{
    public static DataflowGraph Training(NetworkSpec network) => Differentiation.Differentiate(NetworkLowering.Training(network));

    public static DataflowGraph Inference(NetworkSpec network) => NetworkLowering.Inference(network).Build();

    public static DataflowGraph Run(DataflowGraph graph, params IPass[] passes) => Pipeline.Run(passes, graph);

    public static int Count<TOperation>(this DataflowGraph graph)
        where TOperation : Operation =>
        graph.Values.Count(value => value.Operation is TOperation);

    /// <summary>Requires that each output of <paramref name="after"/> has the values that it has in <paramref name="before"/>.</summary>
    public static void ShouldComputeTheSame(DataflowGraph after, DataflowGraph before, NetworkSpec network, int rows, int seed)
    {
        Batch batch = Batch.Draw(network, rows, seed);
        var random = new System.Random(seed);
        var feed = new Feed
        {
            Rows = rows,
            Inputs = batch.Inputs,
            Expected = batch.Expected,
            Weights = batch.Weights,
            Parameters = NetworkLowering.Parameters(network).ToDictionary(parameter => parameter.Name, parameter => RandomValues.Parameter(random, parameter)),
            Seed = (ulong)seed,
        }.For(before, network);
        after.Outputs.Select(Key).ShouldBe(before.Outputs.Select(Key));
        Interpreter old = new(before, feed), rewritten = new(after, feed), noisy = new(before, feed, new NoisyArithmetic(seed));
        foreach (Output output in before.Outputs)
        {
            double[] expected = old.Output(output.Role, output.Parameter), actual = rewritten.Output(output.Role, output.Parameter);

            // Double precision rounds 2^29 times finer than single: this is how far rounding alone may move the output.
            double rounding = Distance(expected, noisy.Output(output.Role, output.Parameter)) / (1 << 29);
            double allowed = (1e-10 * expected.Max(Math.Abs)) + (100 * rounding);
            Distance(expected, actual).ShouldBeLessThanOrEqualTo(allowed, $"{Key(output)} of\n{network}\nbefore:\n{before}\nafter:\n{after}");
        }
    }

    private static string Key(Output output) => $"{output.Role} {output.Parameter?.Name}";

    private static double Distance(double[] left, double[] right) => left.Zip(right, (a, b) => Math.Abs(a - b)).Max();
}
