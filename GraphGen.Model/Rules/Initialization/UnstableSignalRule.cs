namespace GraphGen.Model;

/// <summary>
/// GG2005: the signal vanishes, explodes or saturates on its way through the layers as they are initialised. The first layer where it
/// does is told; where another rule has objected to the weights of a layer up to there, that one speaks alone.
/// </summary>
internal static class UnstableSignalRule
{
    /// <summary>
    /// Rows that differ by less are the same to single precision once they share a part of 1: its spacing is 1.2e-7, a thousandth of
    /// their deviation then.
    /// </summary>
    private const double Faintest = 1e-6;

    /// <summary>Values of a hundred and more at the start: gradients are as much too large.</summary>
    private const double Strongest = 1e4;

    /// <summary>Sums beyond 5 in one of three cases: a sigmoid's slope there is below 0.007, that of tanh below 0.0002.</summary>
    private const double Saturating = 25;

    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        SignalPropagation.Through(network.Network)
            .TakeWhile(stage => stage.Position <= network.OutputPosition)
            .Select(stage => OffenceAt(network, stage))
            .FirstOrDefault(offence => offence is not null) is { } first
        && !IsJudgedElsewhere(network, first.Position)
        && ProblemOf(network, first) is { } problem
            ? [problem]
            : [];

    private static Offence? OffenceAt(DeclaredNetwork network, SignalStage stage)
    {
        (int position, Signal incoming, Signal sums) = stage;
        bool isHidden = position < network.OutputPosition;
        Act function = network.FunctionAt(position);
        if (isHidden && function is Act.Sigmoid or Act.Tanh && sums.Square > Saturating)
        {
            int dense = network.Layers[position] is DenseSpec ? position : network.DenseInFrontOf(position) ?? position;
            string where = $"in front of the Act.{function} of {network.Names([dense])}";
            return new Offence(dense, dense, IsTooStrong: true, $"is {Figure.Of(sums.Square)} {where}");
        }

        return network.Layers[position] is not DenseSpec ? null
            : incoming.Variance < Faintest ? new Offence(position, position - 1, IsTooStrong: false, Falls(incoming, "in front of"))
            // Outputs may start at zero.
            : isHidden && sums.Variance < Faintest ? new Offence(position, position, IsTooStrong: false, Falls(sums, "behind"))
            : sums.Square > Strongest ? new Offence(position, position, IsTooStrong: true, Grows(sums))
            : null;

        string Falls(Signal signal, string side) =>
            $"falls from 1 at the input to {Figure.Of(signal.Variance)} {side} {network.Names([position])}";
        string Grows(Signal signal) => $"grows from 1 at the input to {Figure.Of(signal.Square)} behind {network.Names([position])}";
    }

    private static bool IsJudgedElsewhere(DeclaredNetwork network, int end) =>
        network.DensePositions.TakeWhile(position => position <= end).Any(position =>
            SaturatingWithHeRule.Concerns(network, position)
            || RectifierWithoutHeRule.Concerns(network, position)
            || SeluWithoutLeCunRule.Concerns(network, position)
            || EqualWeightsRule.Concerns(network, position));

    /// <summary>
    /// Blames the layer whose weights are furthest from the automatic ones. Where all are like these, depth itself is to blame, which a
    /// network of many saturating layers is told by <see cref="DeepSaturationRule"/>.
    /// </summary>
    private static Problem? ProblemOf(DeclaredNetwork network, Offence offence)
    {
        IEnumerable<SaidWeights> said = network.DensePositions.Select(position => SaidWeights.Of(network, position)).OfType<SaidWeights>();
        SaidWeights[] wrong = [.. said.Where(offence.IsCausedBy)];
        SaidWeights? worst = wrong.Where(weights => weights.Position <= offence.LastCause)
            .OrderBy(weights => offence.IsTooStrong ? -weights.Ratio : weights.Ratio).FirstOrDefault();
        if (worst is not null)
        {
            string argument = worst.Argument == "init" ? $"Init.{network.Dense(worst.Position).Init}" : worst.Argument;
            return Problem.Of(
                    RuleIds.UnstableSignal,
                    new Place.OnAttribute(worst.Attribute, worst.Argument),
                    offence.Figures,
                    $"leave the weights of {network.Names([worst.Position])} to Init.Auto, without {argument}")
                .MendedBy(AutomaticWeights.Title, AutomaticWeights.For(network, [.. wrong.Select(weights => weights.Position)]));
        }

        return DeepSaturationRule.Concerns(network) ? null : Problem.Of(
            RuleIds.UnstableSignal, network.At(offence.Position), offence.Figures, "put [BatchNorm] between the layers in front of it");
    }

    /// <summary>What is wrong with the signal at the first layer where something is.</summary>
    /// <param name="Position">The dense layer.</param>
    /// <param name="LastCause">The last position whose weights may have caused it.</param>
    /// <param name="IsTooStrong">Whether the signal is too strong there, and not too faint.</param>
    /// <param name="Figures">The variance and the layer, in words.</param>
    private sealed record Offence(int Position, int LastCause, bool IsTooStrong, string Figures)
    {
        /// <summary>Whether weights differ from the automatic ones in this direction.</summary>
        public bool IsCausedBy(SaidWeights said) =>
            IsTooStrong ? said.Ratio > 1 + SaidWeights.Tolerance : said.Ratio < 1 - SaidWeights.Tolerance;
    }
}
