namespace GraphGen;

/// <summary>How well a class is recognised, as one number.</summary>
internal enum ClassScore
{
    /// <summary>Right among those predicted.</summary>
    Precision,

    /// <summary>Right among those there are.</summary>
    Recall,

    /// <summary>The harmonic mean of both.</summary>
    F1,
}
