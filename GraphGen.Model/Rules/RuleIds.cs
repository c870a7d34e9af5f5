namespace GraphGen.Model;

/// <summary>The rules' ids: GG1xxx structure and shape, one file for each family.</summary>
public static partial class RuleIds
{
    /// <summary>The class is not partial.</summary>
    public const string NotPartial = "GG1001";

    /// <summary>Layers, a loss, an optimizer or anything else of a network without <c>[Input]</c>.</summary>
    public const string NoInput = "GG1002";

    /// <summary>No layer with weights.</summary>
    public const string NoWeights = "GG1003";

    /// <summary>Layers on more than one partial declaration.</summary>
    public const string ScatteredLayers = "GG1004";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "GG1005";

    /// <summary>The output's width does not fit the loss.</summary>
    public const string OutputDoesNotFitLoss = "GG1006";

    /// <summary>Two losses or two optimizers.</summary>
    public const string AmbiguousTraining = "GG1007";

    /// <summary>A name that is taken or is none.</summary>
    public const string NameClash = "GG1008";

    /// <summary>A class that members cannot be added to.</summary>
    public const string UnsuitableClass = "GG1009";

    /// <summary>No loss.</summary>
    public const string NoLoss = "GG1010";

    /// <summary>A sound declaration for which no code was emitted.</summary>
    public const string NotEmitted = "GG1011";

    /// <summary>A layer that is named and does not exist.</summary>
    public const string UnknownLayer = "GG1012";

    /// <summary>A tied layer whose weights cannot be another one's.</summary>
    public const string UnfitTie = "GG1013";

    /// <summary>Input, a layer, a loss or the like beside <c>[Rbm]</c>.</summary>
    public const string NotForMachines = "GG1014";
}
