using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A member of a record holds what can be neither feature nor label. The message says which member of which row, what it holds and what to
/// do.
/// </summary>
public sealed class RecordException : Exception
{
    private readonly string _problem;

    internal RecordException(string member, string problem)
        : base($"'{member}' {problem}.")
    {
        Member = member;
        _problem = problem;
    }

    private RecordException(RecordException inner, int row)
        : base(Invariant($"Row {row}: '{inner.Member}' {inner._problem}."), inner)
    {
        Member = inner.Member;
        Row = row;
        _problem = inner._problem;
    }

    /// <summary>The member.</summary>
    public string Member { get; }

    /// <summary>The row, counted from 0; null where one record alone was packed.</summary>
    public int? Row { get; }

    /// <summary>The same exception, where the record was the row of this number.</summary>
    internal RecordException InRow(int row) => new(this, row);
}
