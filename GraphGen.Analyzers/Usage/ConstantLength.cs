using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>The number of elements of a span or array, where constants tell it.</summary>
internal static class ConstantLength
{
    /// <summary>So many variables are followed from one to the next: in half-typed code a variable may begin with itself.</summary>
    private const int MaxSteps = 4;

    /// <summary>The length of <paramref name="value"/>; null where constants do not tell.</summary>
    public static long? Of(IOperation? value) => Of(value, MaxSteps);

    private static long? Of(IOperation? value, int steps) => steps == 0 ? null : Values.Resolve(value) switch
    {
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => Values.Count(array.DimensionSizes[0]),
        ICollectionExpressionOperation collection when !collection.Elements.Any(element => element is ISpreadOperation) => collection.Elements.Length,
        IInvocationOperation call => OfCall(call, steps - 1),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice => OfRange(range, slice.Instance, steps - 1),
        IArrayElementReferenceOperation { Indices.Length: 1 } slice when slice.Indices[0] is IRangeOperation range =>
            OfRange(range, slice.ArrayReference, steps - 1),
        { Syntax: StackAllocArrayCreationExpressionSyntax } allocation => OfAllocation(allocation),
        { Syntax: ImplicitStackAllocArrayCreationExpressionSyntax syntax } => syntax.Initializer.Expressions.Count,
        _ => null,
    };

    private static long? OfCall(IInvocationOperation call, int steps)
    {
        IOperation? whole = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (!IsSlicing(call.TargetMethod))
        {
            return null;
        }

        if (Values.Argument(call, "range") is IRangeOperation range)
        {
            return OfRange(range, whole, steps);
        }

        return Values.Argument(call, "length") is { } length ? Values.Count(length)
            : Values.Argument(call, "start") is { } start ? Positive(Of(whole, steps) - Values.Count(start))
            : call.Arguments.Length == (call.Instance is null ? 1 : 0) ? Of(whole, steps)
            : null;
    }

    /// <summary><c>array.AsSpan(...)</c> and <c>span.Slice(...)</c>.</summary>
    private static bool IsSlicing(IMethodSymbol method) =>
        method is { Name: "AsSpan", ContainingType: { Name: "MemoryExtensions", ContainingNamespace.Name: "System" } }
            or { Name: "Slice", ContainingType: { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" } };

    private static long? OfRange(IRangeOperation range, IOperation? whole, int steps)
    {
        (long? Value, bool FromEnd) start = Bound(range.LeftOperand, (0, false)), end = Bound(range.RightOperand, (0, true));
        return Positive((start.FromEnd, end.FromEnd) switch
        {
            (false, false) => end.Value - start.Value,
            (true, true) => start.Value - end.Value,
            (false, true) => Of(whole, steps) - end.Value - start.Value,
            (true, false) => end.Value + start.Value - Of(whole, steps),
        });
    }

    private static (long? Value, bool FromEnd) Bound(IOperation? bound, (long?, bool) otherwise) => Values.Unwrap(bound) switch
    {
        null => otherwise,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => (Values.Count(Values.Unwrap(hat.Operand)), true),
        var index => (Values.Count(index), false),
    };

    /// <summary>A slice beyond its span throws before the network is asked.</summary>
    private static long? Positive(long? length) => length >= 0 ? length : null;

    private static long? OfAllocation(IOperation allocation)
    {
        var syntax = (StackAllocArrayCreationExpressionSyntax)allocation.Syntax;
        if (syntax.Initializer is { } initializer)
        {
            return initializer.Expressions.Count;
        }

        return syntax.Type is ArrayTypeSyntax array && allocation.SemanticModel!.GetOperation(array.RankSpecifiers[0].Sizes[0]) is { } count
            ? Values.Count(count)
            : null;
    }
}
