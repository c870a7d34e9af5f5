using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>What a call of <c>Fit</c> says in its options.</summary>
internal static class FitSettings
{
    /// <summary>What <paramref name="call"/> sets the property of its <c>FitOptions</c> to; null where it does not, or that cannot be told.</summary>
    public static IOperation? Value(IInvocationOperation call, string property) =>
        Values.Resolve(Values.Argument(call, "options")) is IObjectCreationOperation { Initializer: { } initializer } creation
        && UsedNetwork.IsOurs(creation.Type, "FitOptions")
            ? initializer.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value
            : null;
}
