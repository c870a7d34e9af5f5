namespace GraphGen.Model;

/// <summary>The names that the emitted half of every network takes, whatever its layers.</summary>
public static class EmittedMembers
{
    /// <summary>The parameter types of the emitted constructors: seed, threads and batch capacity.</summary>
    public static readonly IReadOnlyCollection<string> Constructors = ["ulong, int, int", "int, int, int"];

    /// <summary>The emitted properties, constants and private fields: no other member may have their names.</summary>
    public static readonly IReadOnlyCollection<string> Properties =
        ["InputSize", "OutputSize", "Info", "Parameters", "Threads", "BatchCapacity", "generatedMemory", "generatedLayers", "generatedSteps"];

    /// <summary>The emitted methods: overloads of the user's own may stand beside them.</summary>
    public static readonly IReadOnlyCollection<string> Methods =
    [
        "Predict", "PredictSamples", "TrainStep", "ComputeGradients", "ApplyGradients", "Fit", "Evaluate", "Inspect", "SwapAverages", "CreatePredictor",
        "Save", "Load",
    ];

    /// <summary>
    /// What no layer may be called, besides: members called like GraphGen's enums would hide these in the class's own attributes,
    /// and those of <see cref="object"/> are there already.
    /// </summary>
    private static readonly string[] NoLayers =
    [
        .. HiddenEnumRule.Examples.Keys, nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(ReferenceEquals),
        nameof(MemberwiseClone), "Finalize",
    ];

    private static readonly HashSet<string> Reserved = new(Properties.Concat(Methods).Concat(NoLayers), StringComparer.Ordinal);

    /// <summary>Whether no layer may have a member called <paramref name="name"/>.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);
}
