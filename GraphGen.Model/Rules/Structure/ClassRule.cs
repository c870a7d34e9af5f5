using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>GG1009: the class is one that GraphGen can add members and a constructor to.</summary>
internal static class ClassRule
{
    public static IEnumerable<Problem> Check(Declaration declaration) =>
        CheckClass(declaration)
            .Concat(CheckBase(declaration))
            .Concat(CheckContainingTypes(declaration))
            .Concat(CheckConstructors(declaration));

    private static IEnumerable<Problem> CheckClass(Declaration declaration)
    {
        TypeFacts type = declaration.Class;
        if (type.Keyword != "class")
        {
            yield return OnClass($"it is declared as '{type.Keyword}'; write 'partial class'");
        }

        if (type.IsGeneric)
        {
            yield return OnClass("it has type parameters; remove them");
        }

        if (type.IsStatic)
        {
            yield return OnClass("it is static, but holds parameters of its own; remove 'static'");
        }

        if (type.IsAbstract)
        {
            yield return OnClass("it is abstract, so it could not be constructed; remove 'abstract'");
        }

        if (type.IsFileLocal)
        {
            yield return OnClass("it is local to its file, so GraphGen's part in another file would be another class; remove 'file'");
        }

        if (SyntaxFacts.GetKeywordKind(type.Name) != SyntaxKind.None)
        {
            yield return OnClass("its name is a keyword of C#; rename it");
        }

        if (type.Name is "nint" or "nuint")
        {
            yield return OnClass("its name would hide the native integers that emitted code computes with; rename it");
        }

        Problem OnClass(string reason) => Because(declaration, declaration.NetworkPlace, reason);
    }

    private static IEnumerable<Problem> CheckBase(Declaration declaration)
    {
        if (declaration.Base.IsNetwork)
        {
            yield return Because(
                declaration,
                declaration.NetworkPlace,
                $"its base class '{declaration.Base.Name}' is a network, or derives from one; hold that network in a field instead");
        }
        else if (!declaration.Base.HasDefaultConstructor)
        {
            yield return Because(
                declaration,
                declaration.NetworkPlace,
                $"its base class '{declaration.Base.Name}' has no constructor without parameters that GraphGen's could call; add one");
        }
    }

    private static IEnumerable<Problem> CheckContainingTypes(Declaration declaration)
    {
        for (int index = 0; index < declaration.ContainingTypes.Count; index++)
        {
            TypeFacts outer = declaration.ContainingTypes[index];
            string? reason = outer switch
            {
                { IsPartial: false } => $"its containing type '{outer.Name}' is not partial; write 'partial {outer.Keyword} {outer.Name}'",
                { IsGeneric: true } => $"its containing type '{outer.Name}' has type parameters; move the network out of it",
                { IsFileLocal: true } => $"its containing type '{outer.Name}' is local to its file; remove 'file'",
                _ => null,
            };
            if (reason is not null)
            {
                var place = new Place.OnContainingType(index);
                Problem problem = Because(declaration, place, reason);
                yield return outer.IsPartial ? problem : problem.MendedBy($"Make '{outer.Name}' partial", new Edit.MakePartial(place));
            }
        }
    }

    private static IEnumerable<Problem> CheckConstructors(Declaration declaration)
    {
        for (int part = 0; part < declaration.Parts.Count; part++)
        {
            if (declaration.Parts[part].HasPrimaryConstructor)
            {
                yield return Because(
                    declaration,
                    new Place.OnClass(part),
                    "it has a primary constructor, which GraphGen's would have to call; "
                    + "write a constructor in its body with ': this(seed: 0, threads: 1)'");
            }
        }

        for (int index = 0; index < declaration.Constructors.Count; index++)
        {
            ConstructorFacts constructor = declaration.Constructors[index];
            string signature = $"{declaration.Class.Name}({constructor.ParameterTypes})";
            string? reason = constructor switch
            {
                { ParameterTypes: var types } when EmittedMembers.Constructors.Contains(types) =>
                    $"its constructor {signature} is the one that GraphGen emits; remove it",
                { ChainsToThis: false } =>
                    $"its constructor {signature} does not call the one that GraphGen emits; add ': this(seed: 0, threads: 1)'",
                _ => null,
            };
            if (reason is not null)
            {
                yield return Because(declaration, new Place.OnConstructor(index), reason);
            }
        }
    }

    private static Problem Because(Declaration declaration, Place place, string reason) =>
        Problem.Of(RuleIds.UnsuitableClass, place, declaration.Class.Name, reason);
}
