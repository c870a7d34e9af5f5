namespace GraphGen;

/// <summary>What a schedule's time counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Mini-batches: the rate may change with every step.</summary>
    Batch,

    /// <summary>Epochs: the rate stays the same within each.</summary>
    Epoch,
}
