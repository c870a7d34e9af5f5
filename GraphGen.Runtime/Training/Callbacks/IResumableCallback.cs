namespace GraphGen;

/// <summary>
/// A callback whose own state belongs to the training: it is written to every checkpoint of the fit and given back to it when a fit
/// resumes from there. Callbacks of one type are told apart by their order.
/// </summary>
public interface IResumableCallback : ITrainingCallback
{
    /// <summary>All that must not be forgotten, as text of any form.</summary>
    string State { get; }

    /// <summary>Takes back what <see cref="State"/> was; called after <see cref="ITrainingCallback.OnFitBegin"/>.</summary>
    /// <param name="state">The text.</param>
    /// <exception cref="FormatException">The text is no such state.</exception>
    void Restore(string state);
}
