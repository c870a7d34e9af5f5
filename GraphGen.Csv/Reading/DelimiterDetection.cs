namespace GraphGen;

/// <summary>Finds out what separates the fields of a table, from its first lines.</summary>
internal static class DelimiterDetection
{
    private const string Usual = ",;\t|";
    private const int MaximumCharacters = 1 << 16;
    private const int MaximumRecords = 100;

    /// <summary>
    /// The usual delimiter that divides each of the first records into equally many fields, and into most. Where none does, the one that is most frequent in the
    /// first record; in a table of one column any, that is the first.
    /// </summary>
    public static char Detect(TextReader text, CsvFormat format)
    {
        char[] candidates = [.. Usual.Where(character => character != format.Comment && character != format.Numbers.DecimalSeparator)];
        char[] buffer = new char[MaximumCharacters];
        int length = text.ReadBlock(buffer);
        List<int[]> records = Count(buffer.AsSpan(0, length), candidates, format.Comment, isWhole: length < buffer.Length);
        if (records.Count == 0)
        {
            return candidates[0];
        }

        int[] first = records[0];
        int[] all = [.. Enumerable.Range(0, candidates.Length)];
        int[] even = [.. all.Where(candidate => records.TrueForAll(record => record[candidate] == first[candidate] && record[candidate] > 0))];
        return candidates[(even.Length > 0 ? even : all).MaxBy(candidate => first[candidate])];
    }

    /// <summary>How often each candidate stands in each record that is neither blank nor a comment, outside quotation marks.</summary>
    private static List<int[]> Count(ReadOnlySpan<char> text, ReadOnlySpan<char> candidates, char? comment, bool isWhole)
    {
        var records = new List<int[]>();
        int[] counts = new int[candidates.Length];
        bool isQuoted = false, isComment = false, isBlank = true, isStart = true;
        foreach (char character in text)
        {
            if (character is '\n' or '\r' && !isQuoted)
            {
                if (!isBlank)
                {
                    records.Add(counts);
                }

                counts = new int[candidates.Length];
                (isComment, isBlank, isStart) = (false, true, true);
                continue;
            }

            isComment |= isStart && character == comment;
            isStart = false;
            if (isComment)
            {
                continue;
            }

            isBlank &= char.IsWhiteSpace(character);
            isQuoted ^= character == '"';
            int candidate = isQuoted ? -1 : candidates.IndexOf(character);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }

            if (records.Count == MaximumRecords)
            {
                return records;
            }
        }

        // What the buffer cut off says nothing, unless it is all there is.
        if (!isBlank && (isWhole || records.Count == 0))
        {
            records.Add(counts);
        }

        return records;
    }
}
