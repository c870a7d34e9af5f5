namespace GraphGen;

/// <summary>
/// Sigmoid and binary cross-entropy for yes-or-no outputs, each on its own: with logits z and targets t in [0, 1], both of
/// shape [rows, outputs], <c>loss = mean over rows and outputs of max(z, 0) - z t + log(1 + exp(-|z|))</c>, which is
/// <c>-t log p - (1 - t) log(1 - p)</c> without overflow. The network predicts the probabilities <c>p = 1 / (1 + exp(-z))</c>.
/// Source: Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.90.
/// The loss applies the sigmoid itself, and so does a prediction: the last layer stays linear, without an activation of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BinaryCrossEntropyAttribute : Attribute;
