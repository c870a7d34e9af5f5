using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Records;

/// <summary>
/// Turns every type with <c>[Feature]</c> members into rows of a data set. A declaration in error yields no code here, and GraphGen.Analyzers
/// say why. Like networks, records are read after every keystroke, and each step behind that runs only for what has changed.
/// </summary>
internal static class RecordPipeline
{
    /// <summary>The step that reads declarations. Nothing behind it runs again for one that says the same as before.</summary>
    public const string DeclarationStep = "RecordDeclaration";

    /// <summary>The step that judges declarations: the records of those without an error.</summary>
    public const string RecordSpecStep = "RecordSpec";

    /// <summary>The step that emits records. A file with the same text as before is the same file to the compiler.</summary>
    public const string SourceFileStep = "RecordFile";

    /// <summary>Adds the steps for records to a generator.</summary>
    public static void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RecordSpec> records = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RecordAttribute.Marker,
                static (_, _) => true,
                static (found, cancellation) => Read(found.TargetSymbol, cancellation))
            .Where(static declaration => declaration is not null)
            .WithTrackingName(DeclarationStep)
            .Select(static (declaration, _) => RecordValidator.Check(declaration!).Record)
            .Where(static record => record is not null)
            .Select(static (record, _) => record!)
            .WithTrackingName(RecordSpecStep);

        IncrementalValueProvider<EquatableArray<string>> names = records.Select(static (record, _) => record.FullName).Collect()
            .Select(static (all, _) => new EquatableArray<string>(all));
        IncrementalValuesProvider<SourceFile> files = records.Combine(names)
            .Select(static (pair, _) => new SourceFile(HintName(pair.Left.FullName, pair.Right), RecordEmitter.Emit(pair.Left)))
            .WithTrackingName(SourceFileStep);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }

    /// <summary>The declaration that a feature belongs to; null where another feature stands for the type.</summary>
    private static RecordDeclaration? Read(ISymbol feature, CancellationToken cancellation) =>
        feature.ContainingType is { } type && SymbolEqualityComparer.Default.Equals(RecordAttribute.FirstFeature(type), feature)
            ? RecordReader.Read(type, cancellation)
            : null;

    /// <summary>
    /// The file's name. No network's is like it, since its hyphen stands in no name of C#. File names ignore case, so a record gets a number
    /// where its name would be that of an earlier one.
    /// </summary>
    private static string HintName(string name, EquatableArray<string> all)
    {
        int earlier = all.TakeWhile(other => other != name).Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
        return $"{name}-Record{(earlier == 0 ? "" : "." + (earlier + 1))}.g.cs";
    }
}
