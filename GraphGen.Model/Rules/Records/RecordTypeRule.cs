using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>GG6002: the type is one that GraphGen can add members to, and of which there can be rows.</summary>
internal static class RecordTypeRule
{
    /// <summary>The oldest version of C# that compiles what is emitted for records: it has collection expressions.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    public static IEnumerable<Problem> Check(RecordDeclaration declaration) => CheckType(declaration).Concat(CheckContainingTypes(declaration));

    /// <summary>A problem that keeps the type from being bound.</summary>
    public static Problem Because(RecordDeclaration declaration, Place place, string reason) =>
        Problem.Of(RuleIds.UnsuitableRecord, place, declaration.Type.Name, reason);

    private static IEnumerable<Problem> CheckType(RecordDeclaration declaration)
    {
        TypeFacts type = declaration.Type;
        if (type.Keyword == "interface")
        {
            yield return OnType("it is an interface, which has no values of its own; mark the members of a record or class");
        }

        if (type.IsGeneric)
        {
            yield return OnType("it has type parameters; remove them");
        }

        if (type.IsStatic)
        {
            yield return OnType("it is static, so there are no objects that could be rows; remove 'static'");
        }

        if (declaration.IsRefStruct)
        {
            yield return OnType("it is a ref struct, of which there are no collections; remove 'ref'");
        }

        if (type.IsFileLocal)
        {
            yield return OnType("it is local to its file, so GraphGen's part in another file would be another type; remove 'file'");
        }

        if (declaration.BoundBase is { } parent)
        {
            yield return OnType(
                $"its base class '{parent}' has features or labels, too, and these are not inherited; declare all of them in one type");
        }

        if (declaration.Language < OldestLanguage)
        {
            yield return OnType(
                $"it is compiled as C# {LanguageRule.Number(declaration.Language)}, but emitted code needs C# {LanguageRule.Number(OldestLanguage)}; "
                + "set a newer <LangVersion> in the project, or leave it out");
        }

        Problem OnType(string reason) => Because(declaration, declaration.RecordPlace, reason);
    }

    private static IEnumerable<Problem> CheckContainingTypes(RecordDeclaration declaration)
    {
        for (int index = 0; index < declaration.ContainingTypes.Count; index++)
        {
            TypeFacts outer = declaration.ContainingTypes[index];
            var place = new Place.OnContainingType(index);
            if (!outer.IsPartial)
            {
                yield return Because(
                        declaration, place, $"its containing type '{outer.Name}' is not partial; write 'partial {outer.Keyword} {outer.Name}'")
                    .MendedBy($"Make '{outer.Name}' partial", new Edit.MakePartial(place));
            }
            else if (outer.IsGeneric)
            {
                yield return Because(declaration, place, $"its containing type '{outer.Name}' has type parameters; move the type out of it");
            }
            else if (outer.IsFileLocal)
            {
                yield return Because(declaration, place, $"its containing type '{outer.Name}' is local to its file; remove 'file'");
            }
        }
    }
}
