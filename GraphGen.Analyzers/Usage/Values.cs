using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>What an expression stands for, as far as one method and readonly fields tell.</summary>
internal static class Values
{
    /// <summary>The value of the argument for <paramref name="parameter"/>; null where the call has none.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter) => Argument(call.Arguments, parameter);

    /// <summary>The value of the argument for <paramref name="parameter"/>; null where there is none.</summary>
    public static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string parameter) =>
        Unwrap(arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value);

    /// <summary>The expression without the conversions around it.</summary>
    public static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }

    /// <summary>
    /// What a local variable or readonly field was initialised with, where nothing is assigned to it later; every other expression as it is.
    /// </summary>
    public static IOperation? Resolve(IOperation? value) => Unwrap(value) switch
    {
        ILocalReferenceOperation reference => Unwrap(InitializerOf(reference)) ?? reference,
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsConst: false } } reference => Unwrap(InitializerOf(reference)) ?? reference,
        var other => other,
    };

    /// <summary>The constant that <paramref name="value"/> is or was initialised with; null for none.</summary>
    public static object? Constant(IOperation? value) =>
        value is { ConstantValue: { HasValue: true, Value: { } constant } } ? constant
        : Resolve(value) is { ConstantValue: { HasValue: true, Value: { } initial } } ? initial
        : null;

    /// <summary>The whole number that <paramref name="value"/> is or was initialised with; null for none.</summary>
    public static long? Count(IOperation? value) => Constant(value) switch
    {
        int number => number,
        long number => number,
        uint number => number,
        short or ushort or byte or sbyte => Convert.ToInt64(Constant(value), System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static IOperation? InitializerOf(ILocalReferenceOperation reference)
    {
        IOperation? initial = null;
        foreach (IOperation operation in Root(reference).Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && declarator.Symbol.Equals(reference.Local, SymbolEqualityComparer.Default))
            {
                initial = declarator.GetVariableInitializer()?.Value;
            }
            else if (Writes.To(operation, reference.Local))
            {
                return null;
            }
        }

        return initial;
    }

    /// <summary>Only fields of the same file: the others' bodies are not at hand, and asking for them would cost at every keystroke.</summary>
    private static IOperation? InitializerOf(IFieldReferenceOperation reference) =>
        reference.SemanticModel is { } model
        && reference.Field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial }
        && initial.SyntaxTree == model.SyntaxTree
        && !reference.Field.ContainingType.DeclaringSyntaxReferences.Any(part => MentionsInConstructor(part.GetSyntax(), reference.Field.Name))
            ? model.GetOperation(initial)
            : null;

    /// <summary>Readonly fields can change in constructors and init accessors alone.</summary>
    private static bool MentionsInConstructor(SyntaxNode type, string field) => type.DescendantNodes()
        .Where(node => node is ConstructorDeclarationSyntax || node.IsKind(SyntaxKind.InitAccessorDeclaration))
        .SelectMany(body => body.DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.ValueText == field);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
