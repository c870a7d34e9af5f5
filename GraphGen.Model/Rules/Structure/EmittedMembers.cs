namespace GraphGen.Model;

/// <summary>The names that the emitted half of every network takes, whatever its layers, and the methods that one network gets.</summary>
public static class EmittedMembers
{
    private const string Floats = "System.ReadOnlySpan<float>";
    private const string Labels = "System.ReadOnlySpan<int>";
    private const string Tensor = "ref System.Numerics.Tensors.ReadOnlyTensorSpan<float>";

    /// <summary>The parameter types of the emitted constructors: seed, threads and batch capacity.</summary>
    public static readonly IReadOnlyCollection<string> Constructors = ["ulong, int, int", "int, int, int"];

    /// <summary>The emitted properties, constants and private fields: no other member may have their names.</summary>
    public static readonly IReadOnlyCollection<string> Properties =
        ["InputSize", "OutputSize", "Info", "Parameters", "Threads", "BatchCapacity", "InputScaling", "TargetScaling", "CodeSize", "generatedMemory", "generatedLayers", "generatedSteps"];

    /// <summary>The emitted methods: overloads of the user's own may stand beside them.</summary>
    public static readonly IReadOnlyCollection<string> Methods =
    [
        "Predict", "PredictSamples", "TrainStep", "ComputeGradients", "ApplyGradients", "Fit", "Evaluate", "Inspect", "SwapAverages", "CreatePredictor",
        "Save", "Load", "Encode", "Decode", "ComputeInputGradients", "Forward", "Backward",
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

    /// <summary>
    /// The methods that the network of <paramref name="declaration"/> gets, each with the types of its parameters as
    /// <see cref="MemberFacts.ParameterTypes"/> writes them.
    /// </summary>
    public static IEnumerable<(string Name, string ParameterTypes)> Signatures(Declaration declaration) =>
    [
        ("Predict", $"{Floats}, System.Span<float>"),
        ("Predict", $"{Tensor}, ref System.Numerics.Tensors.TensorSpan<float>"),
        .. Training(declaration),
        ("ApplyGradients", "float"),
        ("Inspect", "GraphGen.Dataset"),
        ("CreatePredictor", ""),
        ("Save", "string, bool, System.Collections.Generic.IReadOnlyDictionary<string, string>"),
        ("Load", "string, bool, bool"),
        ("Load", "string, string, bool"),
        .. Optional(declaration),
    ];

    private static IEnumerable<(string Name, string ParameterTypes)> Training(Declaration declaration)
    {
        bool isWeighted = declaration.Has(AttributeKind.SampleWeights) && !declaration.Has(AttributeKind.ExternalLoss);
        foreach ((string span, string tensor) in Expected(declaration))
        {
            string spans = Floats + span + (isWeighted ? ", " + Floats : "");
            string tensors = Tensor + tensor + (isWeighted ? ", " + Tensor : "");
            yield return ("TrainStep", spans + ", float");
            yield return ("TrainStep", tensors + ", float");
            yield return ("ComputeGradients", spans);
            yield return ("ComputeGradients", tensors);
        }
    }

    /// <summary>
    /// What training compares the outputs with, as further parameters: labels for classes, targets for numbers, either for a single yes or no,
    /// none for a reconstruction.
    /// </summary>
    private static IEnumerable<(string Span, string Tensor)> Expected(Declaration declaration)
    {
        if (declaration.Has(AttributeKind.Reconstruction))
        {
            yield return ("", "");
            yield break;
        }

        bool takesClasses = declaration.Has(AttributeKind.SoftmaxCrossEntropy);
        int output = declaration.IndicesWhere(kind => kind == AttributeKind.Dense).DefaultIfEmpty(-1).Last();
        bool isSingle = output >= 0 && declaration.Attributes[output].Value("units", 0) == 1;
        if (takesClasses || (declaration.Has(AttributeKind.BinaryCrossEntropy) && isSingle))
        {
            yield return (", " + Labels, ", " + Labels);
        }

        if (!takesClasses)
        {
            yield return (", " + Floats, ", " + Tensor);
        }
    }

    private static IEnumerable<(string Name, string ParameterTypes)> Optional(Declaration declaration)
    {
        if (LayerStack.Of(declaration).Layers.Any(IsDropout))
        {
            yield return ("PredictSamples", $"{Floats}, int, System.Span<float>, System.Span<float>, ulong");
        }

        if (declaration.Has(AttributeKind.Reconstruction) && declaration.IndicesWhere(kind => kind == AttributeKind.Dense).Skip(1).Any())
        {
            yield return ("Encode", $"{Floats}, System.Span<float>");
            yield return ("Decode", $"{Floats}, System.Span<float>");
        }

        if (declaration.Has(AttributeKind.ExternalLoss))
        {
            yield return ("Forward", $"{Floats}, System.Span<float>");
            yield return ("Backward", $"{Floats}, float");
        }
        else
        {
            yield return ("Fit", "GraphGen.Dataset, GraphGen.FitOptions, string");
            yield return ("Evaluate", "GraphGen.Dataset");
        }

        if (declaration.Has(AttributeKind.InputGradients))
        {
            foreach ((string span, _) in Expected(declaration))
            {
                yield return ("ComputeInputGradients", $"{Floats}{span}, System.Span<float>");
            }
        }

        if (declaration.Has(AttributeKind.AverageWeights))
        {
            yield return ("SwapAverages", "");
        }
    }

    private static bool IsDropout(StackedLayer layer) =>
        layer.Kind is AttributeKind.Dropout or AttributeKind.AlphaDropout && layer.Facts.Value("rate", 0.0) > 0;
}
