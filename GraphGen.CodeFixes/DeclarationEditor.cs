using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>Carries out repairs as the smallest changes of text, so that everything else stays as the user laid it out.</summary>
internal static class DeclarationEditor
{
    /// <summary>The solution with <paramref name="mendings"/>, each of which speaks of the source as it is before the first one.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Mending> mendings, CancellationToken cancellation)
    {
        IEnumerable<Replacement> replacements = mendings
            .GroupBy(mending => mending.Type, SymbolEqualityComparer.Default)
            .SelectMany(group => Replacements(group.First(), [.. group.SelectMany(mending => mending.Repair.Edits).Distinct()], cancellation))
            .ToArray();
        foreach (IGrouping<SyntaxTree, Replacement> file in replacements.GroupBy(replacement => replacement.Tree))
        {
            if (solution.GetDocumentId(file.Key) is { } document)
            {
                SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);

                // From the end, so that earlier places stay where they are.
                text = file.Distinct()
                    .OrderByDescending(replacement => replacement.Span.Start)
                    .ThenByDescending(replacement => replacement.Span.Length)
                    .Aggregate(text, (changed, next) => next.In(changed));
                solution = solution.WithDocumentText(document, text);
            }
        }

        return solution;
    }

    private static IEnumerable<Replacement> Replacements(Mending mending, Edit[] edits, CancellationToken cancellation)
    {
        var places = new PlaceFinder(mending.Type, cancellation);
        IEnumerable<Replacement> partial = edits.OfType<Edit.MakePartial>().Select(edit => MakePartial(places.Find(edit.Declaration), cancellation));
        return partial.Concat(Attributes(mending, edits, cancellation));
    }

    private static Replacement MakePartial(Location name, CancellationToken cancellation)
    {
        var declaration = (TypeDeclarationSyntax)name.SourceTree!.GetRoot(cancellation).FindToken(name.SourceSpan.Start).Parent!;
        return new Replacement(name.SourceTree, new TextSpan(declaration.Keyword.SpanStart, 0), "partial ");
    }

    private static IEnumerable<Replacement> Attributes(Mending mending, Edit[] edits, CancellationToken cancellation)
    {
        EditedAttribute[] attributes =
        [
            .. DeclaredAttribute.On(mending.Type, SourceParts.Of(mending.Type, cancellation), cancellation)
                .Select(attribute => new EditedAttribute(attribute, new Qualifier(attribute.Syntax, mending))),
        ];
        foreach (Edit edit in edits)
        {
            Carry(edit, attributes);
        }

        return attributes
            .GroupBy(attribute => (AttributeListSyntax)attribute.Syntax.Parent!)
            .SelectMany(list => EditedAttributeList.Of(list.Key, [.. list]));
    }

    private static void Carry(Edit edit, EditedAttribute[] attributes)
    {
        switch (edit)
        {
            case Edit.SetArgument set:
                attributes[set.Attribute].Set(set.Argument, set.Value);
                break;
            case Edit.RemoveArgument remove:
                attributes[remove.Attribute].Remove(remove.Argument);
                break;
            case Edit.ReplaceAttribute replace:
                attributes[replace.Attribute].Replace(replace.Text);
                break;
            case Edit.RenameAttribute rename:
                attributes[rename.Attribute].Rename(rename.Kind);
                break;
            case Edit.RemoveAttribute remove:
                attributes[remove.Attribute].Remove();
                break;
            case Edit.SwapAttributes swap:
                attributes[swap.First].ChangePlaces(attributes[swap.Second]);
                break;
            case Edit.InsertBefore insert:
                attributes[insert.Attribute].InsertBefore(insert.Text);
                break;
            case Edit.InsertBehind insert:
                attributes[insert.Attribute].InsertBehind(insert.Text);
                break;
        }
    }
}
