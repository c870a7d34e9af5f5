using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>Which operations give a local variable another value, or let others do so.</summary>
internal static class Writes
{
    /// <summary>Whether <paramref name="operation"/> may change what <paramref name="local"/> holds.</summary>
    public static bool To(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation assignment => IsTarget(assignment.Target, local) || (IsByReference(assignment) && IsTarget(assignment.Value, local)),
        IIncrementOrDecrementOperation increment => IsTarget(increment.Target, local),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => IsTarget(argument.Value, local),
        IAddressOfOperation address => IsTarget(address.Reference, local),
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } alias => IsTarget(alias.GetVariableInitializer()?.Value, local),
        _ => false,
    };

    private static bool IsByReference(IAssignmentOperation assignment) => assignment is ISimpleAssignmentOperation { IsRef: true };

    private static bool IsTarget(IOperation? target, ILocalSymbol local) => target switch
    {
        ILocalReferenceOperation reference => reference.Local.Equals(local, SymbolEqualityComparer.Default),
        ITupleOperation tuple => tuple.Elements.Any(element => IsTarget(element, local)),
        IParenthesizedOperation parenthesized => IsTarget(parenthesized.Operand, local),
        IDeclarationExpressionOperation declaration => IsTarget(declaration.Expression, local),
        _ => false,
    };
}
