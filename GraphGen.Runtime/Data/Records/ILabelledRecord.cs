namespace GraphGen;

/// <summary>A type whose objects are rows of features with a class each, for classification.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ILabelledRecord<TSelf> : IDatasetRecord<TSelf>
    where TSelf : ILabelledRecord<TSelf>
{
    /// <summary>
    /// The classes' names in the order of their numbers. Empty where the label is a whole number, of which nobody knows how many there are.
    /// </summary>
    static abstract IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of this row's class, from 0 on.</summary>
    /// <exception cref="RecordException">The label is missing, negative, or no value of its enum.</exception>
    int GetLabel();

    /// <inheritdoc/>
    static Dataset IDatasetRecord<TSelf>.Pack(IEnumerable<TSelf> records) => RecordPacker.WithLabels(records);
}
