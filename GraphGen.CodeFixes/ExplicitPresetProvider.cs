using System.Composition;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.CodeFixes;

/// <summary>Offers on <c>[Preset]</c> to write out what it stands for.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ExplicitPresetProvider))]
[Shared]
public sealed class ExplicitPresetProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
            && PresetAt(context, model) is { } type
            && DeclarationReader.Read(type, context.CancellationToken) is var declaration
            && Validator.Check(declaration).Network is not null
            && ExplicitPreset.Of(declaration) is { } repair)
        {
            context.RegisterRefactoring(CodeAction.Create(
                repair.Title,
                cancellation => DeclarationEditor.ApplyAsync(
                    context.Document.Project.Solution, [new Mending(type, model.Compilation, repair)], cancellation),
                equivalenceKey: nameof(ExplicitPresetProvider)));
        }
    }

    /// <summary>The class whose preset the cursor or selection is on.</summary>
    private static INamedTypeSymbol? PresetAt(CodeRefactoringContext context, SemanticModel model)
    {
        SyntaxNode node = model.SyntaxTree.GetRoot(context.CancellationToken).FindNode(context.Span);
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>() ?? (node as AttributeListSyntax)?.Attributes.FirstOrDefault();
        return attribute?.Parent?.Parent is TypeDeclarationSyntax declaration
            && model.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
            && DeclaredAttribute.On(type, SourceParts.Of(type, context.CancellationToken), context.CancellationToken)
                .Any(declared => declared.Kind == AttributeKind.Preset && declared.Syntax == attribute)
                ? type
                : null;
    }
}
