namespace GraphGen.Model;

/// <content>GG4xxx: loss, optimizer and training.</content>
public static partial class RuleIds
{
    /// <summary>AdaGrad on a deep network.</summary>
    public const string DeepAdaGrad = "GG4001";

    /// <summary>A regression loss on a softmax.</summary>
    public const string RegressionOnSoftmax = "GG4002";

    /// <summary>A frozen layer above a trainable one.</summary>
    public const string FrozenAboveTrainable = "GG4003";

    /// <summary>Every layer frozen.</summary>
    public const string NothingToTrain = "GG4004";

    /// <summary>A hyperparameter that looks like a learning rate.</summary>
    public const string RateAsHyperparameter = "GG4005";

    /// <summary>Decays between which Adam need not converge.</summary>
    public const string DivergentBetas = "GG4006";

    /// <summary>Batch normalisation under accumulated gradients.</summary>
    public const string NormalizedAccumulation = "GG4007";
}
