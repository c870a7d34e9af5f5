using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>GG5003: learning rates far from those that the optimizer works with.</summary>
internal static class UnusualRates
{
    /// <summary>The rate that <c>TrainStep</c> or <c>ApplyGradients</c> is given.</summary>
    public static IEnumerable<Diagnostic> InArguments(IInvocationOperation call, UsedNetwork network, CancellationToken cancellation) => Judge(
        [call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "learningRate")?.Value], network, cancellation);

    /// <summary>The rate in the options of <c>Fit</c>, or those of the schedule that takes its place.</summary>
    public static IEnumerable<Diagnostic> InOptions(IInvocationOperation call, UsedNetwork network, CancellationToken cancellation) => Judge(
        FitSettings.Value(call, "Schedule") is { } schedule ? InSchedule(schedule) : [FitSettings.Value(call, "LearningRate")],
        network,
        cancellation);

    /// <summary>The first or highest rates of the schedules that <paramref name="schedule"/> is put together from.</summary>
    private static IEnumerable<IOperation?> InSchedule(IOperation schedule) =>
        from part in Values.Resolve(schedule)!.DescendantsAndSelf().OfType<IInvocationOperation>()
        where part.TargetMethod.IsStatic && UsedNetwork.IsOurs(part.TargetMethod.ContainingType, "LearningRateSchedule")
        from argument in part.Arguments
        where argument.Parameter?.Name is "rate" or "maximum"
        select argument.Value;

    private static IEnumerable<Diagnostic> Judge(IEnumerable<IOperation?> rates, UsedNetwork network, CancellationToken cancellation)
    {
        foreach (IOperation? rate in rates)
        {
            // A conversion may round the number that stands there: the user knows the one without it.
            if (Values.Constant(Values.Unwrap(rate)) is not { } constant || Number(constant) is not { } number)
            {
                continue;
            }

            RateRange range = RateRange.Of(network, cancellation);
            if (range.ProblemOf(number) is { } problem)
            {
                yield return Diagnostic.Create(
                    Descriptors.UnusualRate,
                    rate!.Syntax.GetLocation(),
                    Convert.ToString(constant, CultureInfo.InvariantCulture),
                    problem,
                    range.Usual);
            }
        }
    }

    private static double? Number(object constant) => constant switch
    {
        double number => number,
        float number => number,
        int number => number,
        long number => number,
        _ => null,
    };
}
