namespace GraphGen;

/// <summary>How good a network's predictions are on a data set.</summary>
/// <param name="Loss">The mean loss over the rows, in inference mode and without penalties.</param>
/// <param name="Accuracy">
/// The share of right answers in [0, 1]: rows whose most probable class is the label (softmax cross-entropy), or outputs on the
/// target's side of one half (binary cross-entropy). NaN for a regression.
/// </param>
public readonly record struct Evaluation(float Loss, float Accuracy)
{
    /// <summary>Loss and accuracy as text, the same in every culture.</summary>
    public override string ToString() => float.IsNaN(Accuracy)
        ? FormattableString.Invariant($"loss {Loss:G6}")
        : FormattableString.Invariant($"loss {Loss:G6}, accuracy {Accuracy:P2}");
}
