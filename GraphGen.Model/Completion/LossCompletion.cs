namespace GraphGen.Model;

/// <summary>The loss that an attribute stands for.</summary>
internal static class LossCompletion
{
    /// <summary>That of <paramref name="attribute"/>.</summary>
    /// <exception cref="ArgumentException">The attribute is no loss.</exception>
    public static LossSpec Of(AttributeFacts attribute) => attribute.Kind switch
    {
        AttributeKind.SoftmaxCrossEntropy => new LossSpec(LossKind.SoftmaxCrossEntropy, attribute.Value("LabelSmoothing", 0.0), 0),
        AttributeKind.BinaryCrossEntropy => LossKind.BinaryCrossEntropy,
        AttributeKind.MeanSquaredError => LossKind.MeanSquaredError,
        AttributeKind.MeanAbsoluteError => LossKind.MeanAbsoluteError,
        AttributeKind.Huber => new LossSpec(LossKind.Huber, 0, attribute.Value("delta", 0.0)),
        AttributeKind.ExternalLoss => LossKind.ExternalLoss,
        AttributeKind.Reconstruction => new LossSpec(Measure(attribute), 0, 0) { IsReconstruction = true },
        _ => throw new ArgumentException($"[{attribute.Kind}] is no loss.", nameof(attribute)),
    };

    private static LossKind Measure(AttributeFacts reconstruction) =>
        (ReconstructionLoss)reconstruction.Value("loss", (int)ReconstructionLoss.SquaredError) == ReconstructionLoss.CrossEntropy
            ? LossKind.BinaryCrossEntropy
            : LossKind.MeanSquaredError;
}
