namespace GraphGen;

/// <summary>A type whose objects are rows of features with numbers to predict, for regression.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITargetRecord<TSelf> : IDatasetRecord<TSelf>
    where TSelf : ITargetRecord<TSelf>
{
    /// <summary>Targets in a row, at least 1.</summary>
    static abstract int TargetCount { get; }

    /// <summary>The targets' names: those of their members.</summary>
    static abstract IReadOnlyList<string> TargetNames { get; }

    /// <summary>Writes the targets of this row. Allocates nothing.</summary>
    /// <param name="targets">Receives <see cref="TargetCount"/> numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another length.</exception>
    /// <exception cref="RecordException">A target is missing or not finite.</exception>
    void CopyTargetsTo(Span<float> targets);

    /// <inheritdoc/>
    static Dataset IDatasetRecord<TSelf>.Pack(IEnumerable<TSelf> records) => RecordPacker.WithTargets(records);
}
