using System.Text;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Benchmarks.Generation;

/// <summary>A project with one declaration, one width of which changes from edit to edit.</summary>
/// <param name="declaration">The declaration.</param>
internal sealed class EditedProject(TenLayers declaration)
{
    private readonly EditorProject project = new([declaration.Source(0)]);
    private int edits;

    /// <summary>Size of all emitted files, in UTF-8.</summary>
    public long EmittedBytes => project.Emitted.Sum(file => (long)Encoding.UTF8.GetByteCount(file.SourceText.ToString()));

    /// <summary>The declaration as the compiler sees it.</summary>
    public NetworkSpec Specification() =>
        Validator.Check(DeclarationReader.Read(project.Compilation.GetTypeByMetadataName("Edited")!, CancellationToken.None)).Network
        ?? throw new InvalidOperationException($"The declaration of {declaration.Name} is in error, so nothing can be measured with it.");

    /// <summary>Changes a width.</summary>
    public void Edit() => project.Replace(0, declaration.Source(++edits));

    /// <summary>Runs the generator after an edit. This is what is timed.</summary>
    public void Generate() => project.Generate();

    /// <summary>Asserts that the last run emitted the network, edited as it is.</summary>
    /// <exception cref="InvalidOperationException">It failed, or emitted something else.</exception>
    public void AssertGenerated()
    {
        project.Renew();
        string expected = FormattableString.Invariant($"Dense({declaration.EditedWidth(edits)}, ");
        if (!project.Emitted.Any(source => source.SourceText.ToString().Contains(expected, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"The generator emitted no '{expected}...' after edit {edits} of {declaration.Name}.");
        }
    }
}
