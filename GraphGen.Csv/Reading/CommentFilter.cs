namespace GraphGen;

/// <summary>
/// Leaves out the lines of a text that are comments: those which begin with a certain character, but not within quotation marks. CsvHelper's own comments depend on
/// where its buffer ends.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="comment">With what comments begin.</param>
internal sealed class CommentFilter(TextReader text, char comment) : TextReader
{
    private readonly List<int> _leftOut = [];
    private int _line = 1;
    private bool _isQuoted;
    private bool _isComment;
    private bool _isLineStart = true;
    private bool _isReturn;
    private bool _endedComment;

    /// <summary>The line in the text that a line of what was read stands on, both from 1 on.</summary>
    public int LineInText(int line)
    {
        int first = 0, end = _leftOut.Count;
        while (first < end)
        {
            int middle = (first + end) / 2;
            (first, end) = _leftOut[middle] <= line ? (middle + 1, end) : (first, middle);
        }

        return line + first;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        int read, kept;
        do
        {
            read = text.Read(buffer, index, count);
            kept = Keep(buffer.AsSpan(index, read));
        }
        while (kept == 0 && read > 0);
        return kept;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Moves what is no comment to the front.</summary>
    /// <returns>How much that is.</returns>
    private int Keep(Span<char> characters)
    {
        int kept = 0;
        foreach (char character in characters)
        {
            if (IsKept(character))
            {
                characters[kept++] = character;
            }
        }

        return kept;
    }

    private bool IsKept(char character)
    {
        // The second half of a line break goes where the first went.
        if (_isReturn && character == '\n')
        {
            _isReturn = false;
            return !_endedComment;
        }

        _isReturn = character == '\r';
        bool isBreak = character is '\r' or '\n';
        if (_isLineStart && character == comment && !_isQuoted)
        {
            _isComment = true;
            _leftOut.Add(_line);
        }

        _isLineStart = isBreak;
        _endedComment = _isComment && isBreak;
        if (_isComment)
        {
            _isComment = !isBreak;
            return false;
        }

        _isQuoted ^= character == '"';
        _line += isBreak ? 1 : 0;
        return true;
    }
}
