using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>GG5002: data sets with labels for a network that learns targets, and the other way round.</summary>
internal static class UnfitDatasets
{
    /// <summary>So many variables and slices are followed from one to the next: in half-typed code a variable may begin with itself.</summary>
    private const int MaxSteps = 4;

    /// <summary>Such data sets among the arguments of <paramref name="call"/> and in its options.</summary>
    public static IEnumerable<Diagnostic> Find(IInvocationOperation call, UsedNetwork network)
    {
        IEnumerable<IOperation?> given = call.Arguments
            .Where(argument => UsedNetwork.IsOurs(argument.Parameter?.Type, "Dataset"))
            .Select(argument => argument.Value)
            .Append(FitSettings.Value(call, "Validation"));
        foreach (IOperation? dataset in given)
        {
            if (!network.TakesInputsAlone && HasLabels(dataset, MaxSteps) is { } hasLabels && !(hasLabels ? network.TakesLabels : network.TakesTargets))
            {
                yield return Create(dataset!.Syntax.GetLocation(), hasLabels, network);
            }
        }
    }

    private static Diagnostic Create(Location location, bool hasLabels, UsedNetwork network) => hasLabels
        ? Diagnostic.Create(
            Descriptors.UnfitDataset,
            location,
            "labels",
            network.Name,
            "targets, not classes",
            $"targets and targetSize: {network.Name}.OutputSize")
        : Diagnostic.Create(Descriptors.UnfitDataset, location, "targets", network.Name, "classes", "labels, one int for each row");

    /// <summary>Whether the data set has labels rather than targets; null where that cannot be told.</summary>
    private static bool? HasLabels(IOperation? dataset, int steps) => steps == 0 ? null : Values.Resolve(dataset) switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation when IsDataset(creation.Type) =>
            constructor.Parameters.Any(parameter => parameter.Name == "labels") ? true
            : constructor.Parameters.Any(parameter => parameter.Name == "targets") ? false
            : null,
        IInvocationOperation { TargetMethod.Name: "ReadDataset" } call when UsedNetwork.IsOurs(call.TargetMethod.ContainingType, "IdxFile") => true,
        IInvocationOperation { TargetMethod: { Name: "From", TypeArguments: { IsEmpty: false } records } } call when IsDataset(call.TargetMethod.ContainingType) =>
            HasLabels(records[0]),
        IInvocationOperation { TargetMethod.Name: "Slice" or "WithWeights" } call when IsDataset(call.Instance?.Type) => HasLabels(call.Instance, steps - 1),
        IPropertyReferenceOperation { Property.IsIndexer: true } slice when IsDataset(slice.Instance?.Type) => HasLabels(slice.Instance, steps - 1),
        _ => null,
    };

    /// <summary>Whether the rows of a record have labels rather than targets; null where neither is known.</summary>
    private static bool? HasLabels(ITypeSymbol record) =>
        record.AllInterfaces.Any(candidate => UsedNetwork.IsOurs(candidate, "ILabelledRecord")) ? true
        : record.AllInterfaces.Any(candidate => UsedNetwork.IsOurs(candidate, "ITargetRecord")) ? false
        : null;

    private static bool IsDataset(ITypeSymbol? type) => UsedNetwork.IsOurs(type, "Dataset");
}
