namespace GraphGen;

/// <summary>What early stopping watches.</summary>
public enum EarlyStoppingMonitor
{
    /// <summary>The loss on the validation data: the lower, the better.</summary>
    ValidationLoss,

    /// <summary>The accuracy on the validation data: the higher, the better. Not for regressions.</summary>
    ValidationAccuracy,
}
