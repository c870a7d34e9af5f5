namespace GraphGen;

/// <summary>
/// The loss of an autoencoder: the outputs are compared with the inputs themselves, as they are before any noise or dropout, so that data need
/// neither labels nor targets. The last dense layer is as wide as the input. Squared error: <c>loss = mean over rows and features of (y - x)^2</c>;
/// cross-entropy, for inputs in [0, 1]: <c>loss = mean over rows and features of max(z, 0) - z x + log(1 + exp(-|z|))</c> with logits z, and the
/// predictions are <c>sigmoid(z)</c>. The class gets <c>Encode</c> and <c>Decode</c> where it has a hidden layer.
/// Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, chapter 14; Vincent et al., "Stacked Denoising Autoencoders", 2010.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ReconstructionAttribute : Attribute
{
    /// <summary>Declares the loss.</summary>
    /// <param name="loss">How outputs and inputs are compared; by default by squared error.</param>
    public ReconstructionAttribute(ReconstructionLoss loss = ReconstructionLoss.SquaredError) => Loss = loss;

    /// <summary>How outputs and inputs are compared.</summary>
    public ReconstructionLoss Loss { get; }
}
