using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Xunit;
using static System.FormattableString;

namespace GraphGen.Tests.Graph;

/// <summary>
/// Compares the gradients of a graph with central differences of its loss in double precision. As in dlib's layer tests an
/// element passes where the absolute or the relative difference is small; the best of several step sizes counts, because
/// large steps suffer from curvature and small ones from rounding.
/// </summary>
internal static class GradientCheck
{
    private const double AbsoluteTolerance = 1e-8;
    private const double RelativeTolerance = 1e-6;
    private static readonly double[] StepSizes = [1e-4, 1e-5, 1e-6];

    /// <summary>Checks every gradient of <paramref name="network"/> on a batch, before and after the passes.</summary>
    public static void Run(NetworkSpec network, int rows = 5, int seed = 1, params int[] resting)
    {
        DataflowGraph lowered = Differentiation.Differentiate(NetworkLowering.Training(network));
        Check(lowered, "before the passes", network, rows, seed, resting);
        Check(Pipeline.Run(Pipeline.Training, lowered), "after the passes", network, rows, seed, resting);
    }

    /// <summary>Checks the gradient by the rows, before and after the passes.</summary>
    public static void RunByInput(NetworkSpec network, int rows = 5, int seed = 1)
    {
        DataflowGraph lowered = Differentiation.DifferentiateByInput(NetworkLowering.Resting(network));
        foreach ((DataflowGraph graph, string when) in new[] { (lowered, "before the passes"), (Pipeline.Run(Pipeline.Training, lowered), "after the passes") })
        {
            Feed feed = Draw(network, rows, seed, resting: []);
            Compare(graph, feed, feed.Inputs!, new Interpreter(graph, feed).Output(OutputRole.InputGradient), "the rows", when);
        }
    }

    private static Feed Draw(NetworkSpec network, int rows, int seed, int[] resting)
    {
        Batch batch = Batch.Draw(network, rows, seed);
        var random = new System.Random(seed + 1);
        Dictionary<string, double[]> parameters = NetworkLowering.Parameters(network)
            .ToDictionary(parameter => parameter.Name, parameter => RandomValues.Parameter(random, parameter));
        return new Feed { Rows = rows, Inputs = batch.Inputs, Expected = batch.Expected, Weights = batch.Weights, Parameters = parameters, Seed = (ulong)seed, Step = 3, Resting = resting };
    }

    private static void Check(DataflowGraph graph, string when, NetworkSpec network, int rows, int seed, int[] resting)
    {
        Feed feed = Draw(network, rows, seed, resting).For(graph, network);
        var analytic = new Interpreter(graph, feed);
        foreach (Output output in graph.Outputs.Where(output => output.Role == OutputRole.Gradient))
        {
            Compare(graph, feed, feed.Parameters[output.Parameter!.Name], analytic[output.Value], output.Parameter.Name, when);
        }
    }

    /// <summary>Compares a gradient with what changes of <paramref name="values"/>, which the feed holds, do to the loss.</summary>
    private static void Compare(DataflowGraph graph, Feed feed, double[] values, double[] gradient, string name, string when)
    {
        for (int index = 0; index < values.Length; index++)
        {
            double[] differences = StepSizes.Select(step => CentralDifference(graph, feed, values, index, step)).ToArray();
            if (!differences.Any(difference => IsClose(difference, gradient[index])))
            {
                Assert.Fail(Invariant($"The gradient of {name}[{index}] {when} is {gradient[index]}, central differences with steps {string.Join(", ", StepSizes)} are {string.Join(", ", differences)}."));
            }
        }
    }

    private static double CentralDifference(DataflowGraph graph, Feed feed, double[] values, int index, double step)
    {
        double original = values[index];
        values[index] = original + step;
        double above = new Interpreter(graph, feed).Output(OutputRole.Loss)[0];
        values[index] = original - step;
        double below = new Interpreter(graph, feed).Output(OutputRole.Loss)[0];
        values[index] = original;
        return (above - below) / (2 * step);
    }

    private static bool IsClose(double numeric, double analytic)
    {
        double difference = Math.Abs(numeric - analytic);
        return difference <= AbsoluteTolerance || difference <= RelativeTolerance * Math.Abs(analytic);
    }
}
