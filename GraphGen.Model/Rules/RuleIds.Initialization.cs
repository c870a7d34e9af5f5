namespace GraphGen.Model;

/// <content>GG2xxx: initialisation and activation.</content>
public static partial class RuleIds
{
    /// <summary>He initialisation in front of a function that saturates.</summary>
    public const string SaturatingWithHe = "GG2001";

    /// <summary>Glorot's, Xavier's or LeCun's initialisation in front of a rectifier.</summary>
    public const string RectifierWithoutHe = "GG2002";

    /// <summary>SELU without LeCun's initialisation.</summary>
    public const string SeluWithoutLeCun = "GG2003";

    /// <summary>A hidden layer whose units start equal.</summary>
    public const string EqualInitialWeights = "GG2004";

    /// <summary>A signal that vanishes, explodes or saturates on its way through the layers.</summary>
    public const string UnstableSignal = "GG2005";

    /// <summary>Sigmoid or tanh in many layers.</summary>
    public const string DeepSaturation = "GG2006";

    /// <summary>Softmax or sigmoid in front of a loss that applies its own.</summary>
    public const string ActivationOfTheLoss = "GG2007";

    /// <summary>Softmax in a hidden layer.</summary>
    public const string HiddenSoftmax = "GG2008";

    /// <summary>Any other activation in front of a loss that takes logits.</summary>
    public const string ActivationOnLogits = "GG2009";

    /// <summary>An activation that limits what a regression can predict.</summary>
    public const string LimitedRegression = "GG2010";

    /// <summary>An activation of an activation.</summary>
    public const string RepeatedActivation = "GG2011";

    /// <summary>A hidden layer without an activation.</summary>
    public const string LinearHiddenLayer = "GG2012";

    /// <summary>An argument that has no effect.</summary>
    public const string ArgumentWithoutEffect = "GG2013";
}
