namespace GraphGen.Model;

/// <summary>
/// GG1005: slopes suit the activation that they reach, scales the initialiser. Either may come from the layer, from defaults or from a
/// preset, so the arguments are judged layer by layer as they turn out, each statement once.
/// </summary>
internal static class DependentRangeRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        var stack = LayerStack.Of(declaration);
        return Enumerable.Range(0, stack.Layers.Count)
            .SelectMany(position => Slopes(stack, position).Concat(Scales(stack, position)))
            .Where(argument => argument.IsOutOfRange)
            .Select(argument => RangeRule.ProblemOf(declaration, argument.Stated.Attribute!.Value, argument.Name, argument.Range))
            .GroupBy(problem => problem.Place)
            .Select(problems => problems.First());
    }

    private static IEnumerable<Argument> Slopes(LayerStack stack, int position)
    {
        if (ActivationArguments.Of(stack, position) is not { } activation)
        {
            yield break;
        }

        (Act function, Resolved<double> alpha, Resolved<double> upperAlpha) = (activation.Kind.Value, activation.Alpha, activation.UpperAlpha);
        string choice = $"{nameof(Act)}.{function}";
        if (activation.TakesAlpha)
        {
            yield return new Argument("Alpha", alpha, SlopeOf(function).With(choice));
        }

        if (activation.TakesUpperAlpha)
        {
            // Of two that disagree the one with the last word is judged by the other.
            yield return upperAlpha.Source <= alpha.Source
                ? new Argument("UpperAlpha", upperAlpha, ArgumentRange.SlopeFrom(alpha.Value).With(choice))
                : new Argument("Alpha", alpha, ArgumentRange.SlopeUpTo(upperAlpha.Value).With(choice));
        }
    }

    private static ArgumentRange SlopeOf(Act function) => function switch
    {
        Act.LeakyRelu or Act.RRelu => ArgumentRange.Fraction,
        Act.Elu => ArgumentRange.Positive,
        _ => ArgumentRange.Finite,
    };

    private static IEnumerable<Argument> Scales(LayerStack stack, int position)
    {
        if (stack.Layers[position].Kind == AttributeKind.Dense)
        {
            DenseArguments layer = DenseArguments.Of(stack, position);
            if (layer.Init.Value != Init.Constant)
            {
                yield return new Argument("InitScale", layer.InitScale, ArgumentRange.NotNegative.With($"{nameof(Init)}.{layer.Init.Value}"));
            }
        }
    }

    private readonly record struct Argument(string Name, Resolved<double> Stated, ArgumentRange Range)
    {
        /// <summary>
        /// Whether somebody states it and it does not fit. Numbers that are none are <see cref="RangeRule"/>'s to report.
        /// </summary>
        public bool IsOutOfRange => Stated.Attribute is not null && ArgumentRange.Finite.Contains(Stated.Value) && !Range.Contains(Stated.Value);
    }
}
