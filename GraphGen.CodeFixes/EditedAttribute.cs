using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>What repairs make of one attribute, as the smallest changes of its text: comments, directives and line breaks stay.</summary>
/// <param name="declared">The attribute as it stands in the source.</param>
/// <param name="qualifier">How names are written there.</param>
internal sealed class EditedAttribute(DeclaredAttribute declared, Qualifier qualifier)
{
    private readonly List<string> before = [];
    private readonly List<string> behind = [];
    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> removedArguments = [];
    private AttributeKind? kind;
    private string? text;
    private bool isRemoved;

    /// <summary>The attribute as it stands in the source.</summary>
    public AttributeSyntax Syntax => declared.Syntax;

    /// <summary>The attributes added in front of it.</summary>
    public IReadOnlyList<string> Before => before;

    /// <summary>The attributes added behind it, less the one that takes its place.</summary>
    public IEnumerable<string> Behind => IsReplacedByNext ? behind.Skip(1) : behind;

    /// <summary>Whether nothing takes its place. Defaults without a word left are none.</summary>
    public bool IsGone => (isRemoved && !IsReplacedByNext) || (declared.Kind == AttributeKind.Defaults && LosesAllArguments);

    private bool IsReplacedByNext => isRemoved && behind.Count > 0;

    private IReadOnlyList<AttributeArgumentSyntax> Arguments => [.. Syntax.ArgumentList?.Arguments ?? []];

    private bool LosesAllArguments =>
        values.Count == 0 && removedArguments.Count > 0 && Enumerable.Range(0, Arguments.Count).All(IsRemoved);

    /// <summary>The longest constructor lists all parameters in the order that every other one keeps, too.</summary>
    private IMethodSymbol Constructor => declared.Data.AttributeClass!.InstanceConstructors
        .OrderByDescending(constructor => constructor.Parameters.Length)
        .First();

    /// <summary>Takes it away.</summary>
    public void Remove() => isRemoved = true;

    /// <summary>Puts the attribute <paramref name="other"/> into its place.</summary>
    public void Replace(string other) => text = qualifier.Attribute(other);

    /// <summary>Adds an attribute in front of it, behind those added before.</summary>
    public void InsertBefore(string other) => before.Add(qualifier.Attribute(other));

    /// <summary>Adds an attribute behind it, behind those added before.</summary>
    public void InsertBehind(string other) => behind.Add(qualifier.Attribute(other));

    /// <summary>Gives it another type; its arguments stay.</summary>
    public void Rename(AttributeKind other) => kind = other;

    /// <summary>Lets it and <paramref name="other"/> stand where the other one stood.</summary>
    public void ChangePlaces(EditedAttribute other) => (text, other.text) = (other.Syntax.ToString(), Syntax.ToString());

    /// <summary>Takes an argument away.</summary>
    public void Remove(string argument) => removedArguments.Add(argument);

    /// <summary>Gives an argument a value.</summary>
    public void Set(string argument, string value) => values[argument] = qualifier.Expression(value);

    /// <summary>The changes of its own text; where it is gone, its list makes them.</summary>
    public IEnumerable<Replacement> Changes()
    {
        if (IsGone)
        {
            return [];
        }

        if (text is not null || IsReplacedByNext)
        {
            return [At(Syntax.Span, text ?? behind[0])];
        }

        IEnumerable<Replacement> name = kind is { } other ? [Renamed(other)] : [];
        return name.Concat(LosesAllArguments ? [At(Syntax.ArgumentList!.Span, "")] : ArgumentChanges());
    }

    /// <summary>A qualification stays as it is.</summary>
    private Replacement Renamed(AttributeKind other) => Syntax.Name is QualifiedNameSyntax qualified
        ? At(qualified.Right.Span, other.ToString())
        : At(Syntax.Name.Span, qualifier.Attribute(other.ToString()));

    private IEnumerable<Replacement> ArgumentChanges()
    {
        IEnumerable<Replacement> set = from position in Enumerable.Range(0, Arguments.Count)
                                       let name = declared.NameOf(position)
                                       where name is not null && values.ContainsKey(name)
                                       select At(Arguments[position].Expression.Span, values[name]);
        bool[] removed = [.. Enumerable.Range(0, Arguments.Count).Select(IsRemoved)];
        return set.Concat(SeparatedText.Remove(Syntax.SyntaxTree, Syntax.ArgumentList?.Arguments ?? default, removed)).Concat(AddedArguments());
    }

    private bool IsRemoved(int position) => declared.NameOf(position) is { } name && removedArguments.Contains(name) && !values.ContainsKey(name);

    private IEnumerable<Replacement> AddedArguments()
    {
        var written = new HashSet<string?>(Enumerable.Range(0, Arguments.Count).Select(declared.NameOf));
        return from name in values.Keys
               where !written.Contains(name)
               let position = Enumerable.Range(0, Arguments.Count).TakeWhile(index => Order(declared.NameOf(index)) <= Order(name)).Count()
               group Argument(name) by position into added
               select Added(added.Key, string.Join(", ", added));
    }

    private Replacement Added(int position, string added) =>
        Syntax.ArgumentList is null ? At(new TextSpan(Syntax.Span.End, 0), $"({added})")
        : Arguments.Count == 0 ? At(new TextSpan(Syntax.ArgumentList.OpenParenToken.Span.End, 0), added)
        : position == 0 ? At(new TextSpan(Arguments[0].SpanStart, 0), added + ", ")
        : At(new TextSpan(Arguments[position - 1].Span.End, 0), ", " + added);

    /// <summary>Parameters in their order, then properties in the order in which they are set.</summary>
    private int Order(string? argument) =>
        Constructor.Parameters.FirstOrDefault(candidate => candidate.Name == argument)?.Ordinal ?? int.MaxValue;

    private string Argument(string name)
    {
        if (Constructor.Parameters.All(candidate => candidate.Name != name))
        {
            return $"{name} = {values[name]}";
        }

        // Overloads take what is left out from the middle; optional parameters do not.
        bool mustBeNamed = Constructor.Parameters.Any(candidate => candidate.IsOptional)
            || Arguments.Any(candidate => candidate.NameColon is not null);
        return mustBeNamed ? $"{name}: {values[name]}" : values[name];
    }

    private Replacement At(TextSpan span, string replacement) => new(Syntax.SyntaxTree, span, replacement);
}
