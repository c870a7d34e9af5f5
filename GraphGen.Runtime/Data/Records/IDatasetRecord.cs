using System.ComponentModel;

namespace GraphGen;

/// <summary>
/// A type whose objects have features and what to predict from them, so that <see cref="Dataset.From{T}(IEnumerable{T})"/> takes them:
/// either an <see cref="ILabelledRecord{TSelf}"/> or an <see cref="ITargetRecord{TSelf}"/>. A type without <c>[Label]</c> is none.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDatasetRecord<TSelf> : IFeatureRecord<TSelf>
    where TSelf : IDatasetRecord<TSelf>
{
    /// <summary>What <see cref="Dataset.From{T}(IEnumerable{T})"/> does.</summary>
    /// <param name="records">The rows, at least one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract Dataset Pack(IEnumerable<TSelf> records);
}
