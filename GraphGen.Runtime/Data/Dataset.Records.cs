namespace GraphGen;

/// <content>Data sets of typed records.</content>
public sealed partial class Dataset
{
    /// <summary>Examples from objects of a type with <c>[Feature]</c> and <c>[Label]</c> members, by code that was generated for it.</summary>
    /// <typeparam name="T">
    /// A partial record, class or struct with features and a label. Its <c>[Label]</c> decides whether the rows have labels or targets; a type
    /// without one has nothing to learn and does not fit here.
    /// </typeparam>
    /// <param name="records">The rows, at least one. They are read once and copied.</param>
    /// <exception cref="ArgumentException">There is no record, or one is null.</exception>
    /// <exception cref="RecordException">
    /// A member of a record is missing, not finite, no value of its enum, or has not as many numbers as it should: the message names row and member.
    /// </exception>
    /// <exception cref="InvalidOperationException">There are more numbers than an array holds.</exception>
    /// <example>
    /// <code>
    /// Dataset data = Dataset.From(flowers);
    /// </code>
    /// </example>
    public static Dataset From<T>(IEnumerable<T> records)
        where T : IDatasetRecord<T> => T.Pack(records);
}
