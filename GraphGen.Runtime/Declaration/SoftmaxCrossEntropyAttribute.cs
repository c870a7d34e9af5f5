namespace GraphGen;

/// <summary>
/// Softmax and cross-entropy for one class out of several: with logits z of shape [rows, classes] and one label per row,
/// <c>p_k = exp(z_k - max z) / sum_j exp(z_j - max z)</c> and <c>loss = -mean over rows of log p_label</c>, computed from the
/// logits without ever rounding p to zero. The network predicts the probabilities p.
/// Source: Bishop, "Pattern Recognition and Machine Learning", 2006, equations 4.104 and 4.108.
/// The loss applies the softmax itself, and so does a prediction: the last layer stays linear, without an activation of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SoftmaxCrossEntropyAttribute : Attribute
{
    /// <summary>
    /// Label smoothing: the share e of the target that is spread evenly over all K classes, so that the label's target is
    /// <c>1 - e + e / K</c> and every other's <c>e / K</c>. In [0, 1); 0 (the default) for none. An evaluation's loss has it, too.
    /// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", 2016, section 7.
    /// </summary>
    public double LabelSmoothing { get; set; }
}
