namespace GraphGen;

/// <summary>Finds out what separates the fields of a table, from its first lines.</summary>
internal static class DelimiterDetection
{
    private const string Candidates = ",;\t|";
    private const int MaximumCharacters = 1 << 16;
    private const int MaximumRecords = 100;

    /// <summary>
    /// The candidate that divides each of the first records into equally many fields, and into most. Where none does, the one that is most frequent in the first
    /// record; in a table of one column the comma.
    /// </summary>
    public static char Detect(TextReader text, char? comment)
    {
        char[] buffer = new char[MaximumCharacters];
        int length = text.ReadBlock(buffer);
        List<int[]> records = Count(buffer.AsSpan(0, length), comment, isWhole: length < buffer.Length);
        if (records.Count == 0)
        {
            return Candidates[0];
        }

        int[] first = records[0];
        int[] even = [.. Enumerable.Range(0, Candidates.Length).Where(candidate => records.TrueForAll(record => record[candidate] == first[candidate] && record[candidate] > 0))];
        return Candidates[(even.Length > 0 ? even : Enumerable.Range(0, Candidates.Length)).MaxBy(candidate => first[candidate])];
    }

    /// <summary>How often each candidate stands in each record, outside quotation marks.</summary>
    private static List<int[]> Count(ReadOnlySpan<char> text, char? comment, bool isWhole)
    {
        var records = new List<int[]>();
        int[] counts = new int[Candidates.Length];
        bool isQuoted = false, isComment = false, isBlank = true;
        foreach (char character in text)
        {
            if (character is '\n' or '\r' && !isQuoted)
            {
                End();
            }
            else if (isBlank && character == comment)
            {
                isComment = true;
                isBlank = false;
            }
            else if (!isComment)
            {
                isBlank = false;
                isQuoted ^= character == '"';
                int candidate = isQuoted ? -1 : Candidates.IndexOf(character, StringComparison.Ordinal);
                if (candidate >= 0)
                {
                    counts[candidate]++;
                }
            }

            if (records.Count == MaximumRecords)
            {
                return records;
            }
        }

        // What the buffer cut off says nothing, unless it is all there is.
        if (isWhole || records.Count == 0)
        {
            End();
        }

        return records;

        void End()
        {
            if (!isBlank && !isComment)
            {
                records.Add(counts);
            }

            counts = new int[Candidates.Length];
            isComment = false;
            isBlank = true;
        }
    }
}
