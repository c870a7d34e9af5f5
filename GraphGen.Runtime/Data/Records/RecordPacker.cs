using static System.FormattableString;

namespace GraphGen;

/// <summary>Makes data sets of records, row by row, by the code that was emitted for their type.</summary>
internal static class RecordPacker
{
    /// <summary>So many rows are expected where a source does not know its number.</summary>
    private const int UnknownCount = 256;

    public static Dataset WithLabels<T>(IEnumerable<T> records)
        where T : ILabelledRecord<T>
    {
        int expected = ExpectedRows(records);
        var features = new RowBuffer<float>(T.FeatureCount, expected);
        var labels = new RowBuffer<int>(width: 1, expected);
        Pack(records, record =>
        {
            record.CopyFeaturesTo(features.Add());
            labels.Add()[0] = record.GetLabel();
        });
        return new Dataset(features.ToArray(), T.FeatureCount, labels.ToArray());
    }

    public static Dataset WithTargets<T>(IEnumerable<T> records)
        where T : ITargetRecord<T>
    {
        int expected = ExpectedRows(records);
        var features = new RowBuffer<float>(T.FeatureCount, expected);
        var targets = new RowBuffer<float>(T.TargetCount, expected);
        Pack(records, record =>
        {
            record.CopyFeaturesTo(features.Add());
            record.CopyTargetsTo(targets.Add());
        });
        return new Dataset(features.ToArray(), T.FeatureCount, targets.ToArray(), T.TargetCount);
    }

    private static int ExpectedRows<T>(IEnumerable<T> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.TryGetNonEnumeratedCount(out int count) ? count : UnknownCount;
    }

    private static void Pack<T>(IEnumerable<T> records, Action<T> pack)
    {
        int row = 0;
        foreach (T record in records)
        {
            if (record is null)
            {
                throw new ArgumentException(Invariant($"Row {row} is null: leave it out, or give it values."), nameof(records));
            }

            try
            {
                pack(record);
            }
            catch (RecordException exception)
            {
                throw exception.InRow(row);
            }

            row++;
        }

        if (row == 0)
        {
            throw new ArgumentException("There is no record: give at least one.", nameof(records));
        }
    }
}
