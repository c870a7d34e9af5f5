using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GraphGen.CodeFixes;

/// <summary>
/// Carries out all repairs of a rule at once. Several of them may touch one class, and a repair may reach into another file of it, so they
/// are not made one by one and merged.
/// </summary>
internal sealed class RepairAllProvider : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var mendings = new List<Mending>();
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            Document? document = fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree);
            if (document is not null
                && await document.GetSemanticModelAsync(fixAllContext.CancellationToken).ConfigureAwait(false) is { } model
                && MendingFinder.Find(diagnostic, model, fixAllContext.CancellationToken) is { } mending)
            {
                mendings.Add(mending);
            }
        }

        return mendings.Count == 0
            ? null
            : CodeAction.Create(
                $"Fix all {fixAllContext.CodeActionEquivalenceKey}",
                cancellation => DeclarationEditor.ApplyAsync(fixAllContext.Solution, mendings, cancellation),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                ImmutableArray<Diagnostic>[] all =
                    await Task.WhenAll(context.Solution.Projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false);
                return all.SelectMany(found => found);
        }
    }
}
