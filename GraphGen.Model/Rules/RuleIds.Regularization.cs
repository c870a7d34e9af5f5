namespace GraphGen.Model;

/// <content>GG3xxx: normalisation and regularisation.</content>
public static partial class RuleIds
{
    /// <summary>A bias that batch normalisation takes away again.</summary>
    public const string BiasBeforeBatchNorm = "GG3001";

    /// <summary>Dropout directly in front of batch normalisation.</summary>
    public const string DropoutBeforeBatchNorm = "GG3002";

    /// <summary>Batch normalisation in a network that normalises itself.</summary>
    public const string SeluWithBatchNorm = "GG3003";

    /// <summary>Plain dropout behind SELU.</summary>
    public const string SeluWithDropout = "GG3004";

    /// <summary>Alpha dropout behind anything but SELU.</summary>
    public const string AlphaDropoutWithoutSelu = "GG3005";

    /// <summary>Dropout of outputs.</summary>
    public const string DropoutOfOutputs = "GG3006";

    /// <summary>Batch normalisation of logits.</summary>
    public const string NormalizedLogits = "GG3007";

    /// <summary>More units dropped than kept.</summary>
    public const string HighDropout = "GG3008";

    /// <summary>An L2 penalty under an optimizer that scales gradients.</summary>
    public const string PenaltyUnderAdam = "GG3009";

    /// <summary>A momentum or decay in the convention of other frameworks.</summary>
    public const string InvertedMomentum = "GG3010";

    /// <summary>A penalty or limit on weights whose scale batch normalisation takes away.</summary>
    public const string PenaltyBeforeBatchNorm = "GG3011";

    /// <summary>The same layer twice in a row.</summary>
    public const string RepeatedLayer = "GG3012";

    /// <summary>Sparsity of units that are no sigmoids.</summary>
    public const string SparsityWithoutSigmoid = "GG3013";
}
