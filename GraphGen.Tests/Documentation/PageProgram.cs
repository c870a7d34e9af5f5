using System.Globalization;
using System.Text;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Tests.Documentation;

/// <summary>
/// A page's C# as one program, the way a reader takes it: the statements of all its blocks from top to bottom, so that each sees
/// the variables of those before it, and all its types. Errors are reported with the page's own lines.
/// </summary>
internal static class PageProgram
{
    /// <summary>The program of a page, not yet generated for.</summary>
    public static CSharpCompilation Of(MarkdownPage page) => Of(page.Path, page.Blocks.Where(block => block.IsCSharp));

    /// <summary>The program of some of a page's blocks.</summary>
    public static CSharpCompilation Of(string path, IEnumerable<CodeBlock> blocks)
    {
        List<Piece> pieces = [.. blocks.SelectMany(Pieces)];
        var text = new StringBuilder();
        foreach (Piece piece in pieces.OrderBy(piece => piece.Rank))
        {
            text.Append(CultureInfo.InvariantCulture, $"#line {piece.Line} \"{path}\"\n{piece.Text}\n");
        }

        OutputKind kind = pieces.Any(piece => piece.Rank == Rank.Statement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return TestCompilation.Create(kind, "global using GraphGen;", text.ToString());
    }

    private static IEnumerable<Piece> Pieces(CodeBlock block)
    {
        var root = (CompilationUnitSyntax)TestCompilation.Parse(block.Text, "block").GetRoot();
        return root.Usings.Cast<SyntaxNode>().Concat(root.Members).Select(node => new Piece(
            node switch { UsingDirectiveSyntax => Rank.Using, GlobalStatementSyntax => Rank.Statement, _ => Rank.Type },
            block.FirstLine + root.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line,
            node.ToFullString().TrimEnd()));
    }

    /// <summary>The order that C# demands in a file.</summary>
    private enum Rank
    {
        Using,
        Statement,
        Type,
    }

    private sealed record Piece(Rank Rank, int Line, string Text);
}
