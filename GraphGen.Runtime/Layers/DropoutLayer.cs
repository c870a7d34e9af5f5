using System.ComponentModel;

namespace GraphGen;

/// <summary>Dropout or alpha dropout. See <see cref="DropoutAttribute"/> and <see cref="AlphaDropoutAttribute"/>.</summary>
public sealed class DropoutLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="rate">The probability that an element is dropped.</param>
    /// <param name="isAlpha">Whether it is alpha dropout.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DropoutLayer(string name, double rate, bool isAlpha = false)
        : base(name, isAlpha ? "AlphaDropout" : "Dropout", [])
    {
        Rate = rate;
        IsAlpha = isAlpha;
    }

    /// <summary>The probability that an element is dropped in training, in [0, 1).</summary>
    public double Rate { get; }

    /// <summary>Whether it is alpha dropout.</summary>
    public bool IsAlpha { get; }
}
