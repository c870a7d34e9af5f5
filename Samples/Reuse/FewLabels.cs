using GraphGen;

/// <summary>The few rows that have labels, and how every network here is fitted to them: a fifth of them tells when to stop, so that nothing else needs labels.</summary>
/// <param name="Train">The rows to learn from.</param>
/// <param name="Validation">The rows by which a fit ends.</param>
/// <param name="Seed">Of weights and order.</param>
internal sealed record FewLabels(Dataset Train, Dataset Validation, ulong Seed)
{
    /// <summary>How to fit, the same for each network. Early stopping ends a fit, not the number of epochs, of which layers that learn slowly need hundreds.</summary>
    public FitOptions Options => new()
    {
        Epochs = 1000,
        BatchSize = 32,
        LearningRate = 0.001f,
        Validation = Validation,
        Seed = Seed,
        Callbacks = [new EarlyStopping { Patience = 20 }],
    };

    /// <summary>Draws as many rows of each class.</summary>
    public static FewLabels Draw(Dataset digits, int perClass, ulong seed)
    {
        (Dataset train, Dataset validation) = DigitRows.Draw(digits, perClass, seed).Split(0.8, seed, stratified: true);
        return new FewLabels(train, validation, seed);
    }
}
