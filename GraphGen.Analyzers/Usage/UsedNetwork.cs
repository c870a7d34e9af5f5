using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>
/// A network as its callers know it: by the members that were emitted for it, be it in this project or in a referenced one.
/// </summary>
/// <param name="Type">The class that the members were emitted into.</param>
internal sealed record UsedNetwork(INamedTypeSymbol Type)
{
    /// <summary>The interface that every emitted class implements.</summary>
    public const string Interface = "GraphGen.Execution.INetwork";

    /// <summary>Its name.</summary>
    public string Name => Type.Name;

    /// <summary>Features in a row of inputs; null where there is no such constant.</summary>
    public int? InputSize => Constant(nameof(InputSize));

    /// <summary>Numbers in a row of predictions; null where there is no such constant.</summary>
    public int? OutputSize => Constant(nameof(OutputSize));

    /// <summary>Numbers in a row of codes; null for a network that is no autoencoder.</summary>
    public int? CodeSize => Constant(nameof(CodeSize));

    /// <summary>Whether it learns one label for each row.</summary>
    public bool TakesLabels => Learns("labels");

    /// <summary>Whether it learns rows of numbers.</summary>
    public bool TakesTargets => Learns("targets");

    /// <summary>Whether it learns to reconstruct its inputs, so that labels and targets are passed over.</summary>
    public bool TakesInputsAlone => !TakesLabels && !TakesTargets;

    /// <summary>The network that <paramref name="call"/> works on; null where it calls nothing that is emitted or made for networks.</summary>
    public static UsedNetwork? In(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol owner = method.ContainingType;
        if (IsOurs(owner, "LearningRateFinder"))
        {
            return Of(Values.Argument(call, "network")?.Type);
        }

        if (IsOurs(owner, "Predictor"))
        {
            return Values.Resolve(call.Instance) is IInvocationOperation { TargetMethod.Name: "CreatePredictor" } creation
                ? In(creation)
                : null;
        }

        return !method.IsStatic && IsEmitted(method) && Of(owner) is { } network && network.Type.Equals(owner, SymbolEqualityComparer.Default)
            ? network
            : null;
    }

    /// <summary>Whether <paramref name="type"/> is the one of GraphGen's with this name.</summary>
    public static bool IsOurs(ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: AttributeKinds.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name == name;

    /// <summary>The network that <paramref name="type"/> is or derives from.</summary>
    public static UsedNetwork? Of(ITypeSymbol? type)
    {
        for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.Interfaces.Any(IsNetwork))
            {
                return new UsedNetwork(named);
            }
        }

        return null;
    }

    private static bool IsNetwork(INamedTypeSymbol candidate) =>
        candidate is { Name: "INetwork", ContainingNamespace: { Name: "Execution", ContainingNamespace: { Name: AttributeKinds.Namespace } } };

    /// <summary>A member of a referenced assembly counts as emitted: there the names and types of its parameters must tell.</summary>
    private static bool IsEmitted(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty || !SourceParts.IsWritten(method);

    private int? Constant(string name) => Type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as int?;

    private bool Learns(string parameter) => Type.GetMembers("TrainStep").OfType<IMethodSymbol>()
        .Any(method => IsEmitted(method) && method.Parameters.Any(candidate => candidate.Name == parameter));
}
