namespace GraphGen;

/// <summary>
/// A type with <c>[Feature]</c> members: its objects are rows of inputs. GraphGen emits the members of this interface into such a type.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IFeatureRecord<TSelf>
    where TSelf : IFeatureRecord<TSelf>
{
    /// <summary>Columns of a row of features, from 1 to 65,536.</summary>
    static abstract int FeatureCount { get; }

    /// <summary>
    /// The columns' names: the member's own, <c>Color=Red</c> for a value of an enum, <c>Pixels[0]</c> for an element.
    /// </summary>
    static abstract IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Writes the features of this row, as data sets hold them and networks take them. Allocates nothing.</summary>
    /// <param name="features">Receives <see cref="FeatureCount"/> numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="features"/> has another length.</exception>
    /// <exception cref="RecordException">
    /// A member is missing, not finite, no value of its enum, or does not have as many numbers as it should.
    /// </exception>
    void CopyFeaturesTo(Span<float> features);
}
