using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.CodeFixes;

/// <summary>One attribute, and what repairs make of it.</summary>
/// <param name="declared">The attribute as it stands in the source.</param>
/// <param name="qualifier">How names are written there.</param>
internal sealed class EditedAttribute(DeclaredAttribute declared, Qualifier qualifier)
{
    private readonly List<string> before = [];
    private readonly List<string> behind = [];
    private AttributeSyntax? current = declared.Syntax;
    private List<(string? Name, AttributeArgumentSyntax Syntax)>? arguments;

    /// <summary>The attribute as it stands in the source.</summary>
    public AttributeSyntax Syntax => declared.Syntax;

    /// <summary>Whether anything has been edited.</summary>
    public bool IsChanged => current != Syntax || before.Count > 0 || behind.Count > 0;

    /// <summary>What stands in its place: itself and what was added around it.</summary>
    public IEnumerable<string> Texts => [.. before, .. current is null ? [] : new[] { current.ToString() }, .. behind];

    /// <summary>What was added in front of it.</summary>
    public int CountBefore => before.Count;

    /// <summary>Takes it away.</summary>
    public void Remove() => current = null;

    /// <summary>Puts the attribute <paramref name="text"/> into its place.</summary>
    public void Replace(string text) => current = Parse(qualifier.Attribute(text));

    /// <summary>Adds an attribute in front of it, behind those added before.</summary>
    public void InsertBefore(string text) => before.Add(qualifier.Attribute(text));

    /// <summary>Adds an attribute behind it, behind those added before.</summary>
    public void InsertBehind(string text) => behind.Add(qualifier.Attribute(text));

    /// <summary>Gives it another type; its arguments stay.</summary>
    public void Rename(AttributeKind kind) =>
        current = current?.WithName(SyntaxFactory.ParseName(qualifier.Attribute(kind.ToString())).WithTriviaFrom(current.Name));

    /// <summary>Lets it and <paramref name="other"/> stand where the other one stood.</summary>
    public void ChangePlaces(EditedAttribute other) => (current, other.current) = (other.current, current);

    /// <summary>Takes an argument away.</summary>
    public void Remove(string argument)
    {
        if (Arguments.RemoveAll(candidate => candidate.Name == argument) > 0)
        {
            WriteArguments(Arguments.Select(candidate => candidate.Syntax.WithoutTrivia()));
        }
    }

    /// <summary>Gives an argument a value.</summary>
    public void Set(string argument, string value)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(qualifier.Expression(value));
        int position = Arguments.FindIndex(candidate => candidate.Name == argument);
        if (position >= 0)
        {
            AttributeArgumentSyntax old = Arguments[position].Syntax;
            AttributeArgumentSyntax updated = old.WithExpression(expression.WithTriviaFrom(old.Expression));
            Arguments[position] = (argument, updated);
            WriteArguments(Arguments.Select(candidate => candidate.Syntax));
            return;
        }

        position = Arguments.TakeWhile(candidate => ComesBefore(candidate.Name, argument)).Count();
        Arguments.Insert(position, (argument, Argument(argument, expression)));
        WriteArguments(Arguments.Select(candidate => candidate.Syntax.WithoutTrivia()));
    }

    private List<(string? Name, AttributeArgumentSyntax Syntax)> Arguments =>
        arguments ??= Syntax.ArgumentList is { Arguments: var written }
            ? [.. written.Select((argument, position) => (declared.NameOf(position), argument))]
            : [];

    /// <summary>The longest constructor lists all parameters in the order that every other one keeps, too.</summary>
    private IMethodSymbol Constructor => declared.Data.AttributeClass!.InstanceConstructors
        .OrderByDescending(constructor => constructor.Parameters.Length)
        .First();

    private bool ComesBefore(string? written, string added) => Order(written) <= Order(added);

    /// <summary>Parameters in their order, then properties in the order in which they are set.</summary>
    private int Order(string? argument)
    {
        IParameterSymbol? parameter = Constructor.Parameters.FirstOrDefault(candidate => candidate.Name == argument);
        return parameter?.Ordinal ?? int.MaxValue;
    }

    private AttributeArgumentSyntax Argument(string name, ExpressionSyntax value)
    {
        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(value);
        IParameterSymbol? parameter = Constructor.Parameters.FirstOrDefault(candidate => candidate.Name == name);
        if (parameter is null)
        {
            return (AttributeArgumentSyntax)SyntaxFactory.ParseAttributeArgumentList($"({name} = {value})")!.Arguments[0];
        }

        // Overloads take what is left out from the middle; optional parameters do not.
        bool mustBeNamed = Constructor.Parameters.Any(candidate => candidate.IsOptional)
            || Arguments.Any(candidate => candidate.Syntax.NameColon is not null);
        return mustBeNamed ? argument.WithNameColon(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space)) : argument;
    }

    private void WriteArguments(IEnumerable<AttributeArgumentSyntax> written)
    {
        AttributeArgumentSyntax[] all = [.. written];
        if (current is null)
        {
            return;
        }

        if (all.Length == 0)
        {
            current = current.WithArgumentList(null);
            return;
        }

        IEnumerable<SyntaxToken> separators = current.ArgumentList is { Arguments: { } old } && old.Count == all.Length
            ? old.GetSeparators()
            : Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), all.Length - 1);
        AttributeArgumentListSyntax list = current.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        current = current.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(all, separators)));
    }

    private static AttributeSyntax Parse(string text) =>
        SyntaxFactory.ParseCompilationUnit($"[{text}] class C;").DescendantNodes().OfType<AttributeSyntax>().First();
}
