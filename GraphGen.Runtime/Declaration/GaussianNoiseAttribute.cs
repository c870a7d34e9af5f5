namespace GraphGen;

/// <summary>
/// Gaussian noise: in training each element gets a normally distributed number added, independently, <c>y = x + deviation n</c>; predictions are without.
/// Keeps the shape [rows, features]. In front of the first layer of an autoencoder it makes a denoising one, which learns to restore the clean input.
/// The noise is a function of seed, step, layer and element, so that it is the same for any number of threads.
/// Source: Vincent et al., "Stacked Denoising Autoencoders", 2010; Bishop, "Training with Noise is Equivalent to Tikhonov Regularization", 1995.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GaussianNoiseAttribute : Attribute
{
    /// <summary>Declares noise.</summary>
    /// <param name="deviation">The standard deviation of what is added, in the units of what comes in; at least 0.</param>
    public GaussianNoiseAttribute(double deviation) => Deviation = deviation;

    /// <summary>The standard deviation of what is added; at least 0.</summary>
    public double Deviation { get; }

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>GaussianNoise1</c>, <c>GaussianNoise2</c>.</summary>
    public string? Name { get; set; }
}
