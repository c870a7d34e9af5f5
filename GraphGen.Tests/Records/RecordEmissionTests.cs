using System.Globalization;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

/// <summary>
/// What is emitted for records. A snapshot is accepted as those of networks are:
/// <code>GRAPHGEN_ACCEPT_SNAPSHOTS=1 dotnet test -c Release --filter FullyQualifiedName~RecordEmissionTests</code>
/// </summary>
public sealed class RecordEmissionTests
{
    private const string House =
        """
        using GraphGen;

        namespace Samples.Homes;

        /// <summary>How a house is heated.</summary>
        public enum Heating { HeatPump = 3, Gas = 1, Oil = 2, DistrictHeating = 4, None = 0 }

        /// <summary>A house with what it was sold for.</summary>
        public partial record House(
            [Feature] double Area,
            [Feature] int Rooms,
            [Feature] bool HasGarden,
            [Feature] Heating Heating,
            [Feature(Missing = 1960)] int? Built,
            [Feature(Length = 12)] float[] Consumption,
            [Label] float Price);
        """;

    private const string Signal =
        """
        using GraphGen;

        namespace Samples;

        public static partial class Signals
        {
            internal enum Kind { Sine, Square = 4, Noise = -1 }

            internal readonly partial record struct Signal
            {
                [Feature] public required float Frequency { get; init; }

                [Feature(Missing = 0)] public required Kind? Neighbour { get; init; }

                [Label] public required Kind Kind { get; init; }
            }
        }
        """;

    public static TheoryData<string, string> Snapshots => new() { { "Samples.Homes.House-Record", House }, { "Samples.Signals+Signal-Record", Signal } };

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void Emitted_source_is_as_approved(string name, string source)
    {
        string text = Emitted.Emit(source)[name + ".g.cs"];
        string path = Path.Combine(OwnFolder(), "Snapshots", name + ".verified.cs");
        if (Environment.GetEnvironmentVariable("GRAPHGEN_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        text.ShouldMatchApproved(options => options
            .WithFileExtension("cs")
            .SubFolder("Snapshots")
            .WithFilenameGenerator((_, _, type, extension) => $"{name}.{(type == "approved" ? "verified" : type)}.{extension}")
            .NoDiff());

        // Shouldly compares lines; the line ends count, too.
        File.ReadAllText(path).ShouldBe(text);
    }

    /// <summary>C# 12 is the oldest language version that knows what emitted code needs.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Disable, false)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Enable, true)]
    public void Emitted_code_causes_no_warning(LanguageVersion language, NullableContextOptions nullable, bool isChecked) =>
        new Variant(language, nullable, isChecked).ShouldCompileWithoutWarnings(House, Signal.Replace("required ", "", StringComparison.Ordinal));

    [Fact]
    public void Types_of_every_kind_and_accessibility_get_their_members() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;

        public partial record A([Feature] float X, [Label] int Y);
        public sealed partial record B([Feature] float X, [Label] int Y);
        internal readonly partial record struct C([Feature] float X, [Label] int Y);
        public partial struct D { [Feature] public float X; [Label] public float Y; }
        public readonly partial struct E { [Feature] public float X { get; } }
        public partial class F { [Feature] protected float X; [Label] private protected bool Y; }
        public abstract partial class G { [Feature] public abstract float X { get; } [Label] protected virtual double Y => 1; }
        public partial class H { private partial class Inner { [Feature] internal float X = 1; [Label] private int Y => 2; } }
        namespace Deep.Down { public partial interface I { public partial record Inner([Feature] float X); } }
        public partial class J { private enum K { L } [Feature] private K X; [Label] private K Y; public void Set() { X = Y; Y = K.L; X = Y; } }
        public sealed partial class S { private enum K { L } [Label] private int Y => 1; [Feature] private K X => K.L; }
        """);

    [Fact]
    public void Whatever_a_user_calls_things_emitted_code_means_its_own() => new Variant().ShouldCompileWithoutWarnings(
        """
        using G = global::GraphGen;

        namespace My.System
        {
            public enum @event { @class, @record, Value }

            public class Span; public class Guard; public class FeatureColumns; public class GraphGen; public class IReadOnlyList;

            public partial record @struct(
                [G.Feature] float features, [G.Feature] @event @event, [G.Feature] @event? Event, [G.Feature(Length = 2)] double[] Guard,
                [G.Feature] int row, [G.Label] @event? @class)
            {
                public int System => 1;
                public int GraphGen => 2;
            }
        }

        namespace @namespace.@new
        {
            public partial class @record { public partial record @file([property: global::My.Unrelated] [G.Feature] float größe, [G.Label] float 値); }
        }

        namespace My { [global::System.AttributeUsage(global::System.AttributeTargets.All)] public sealed class UnrelatedAttribute : global::System.Attribute; }
        """);

    [Fact]
    public void What_is_obsolete_causes_no_second_warning() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;

        public enum Kind { A, [System.Obsolete("gone", true)] B, [System.Diagnostics.CodeAnalysis.Experimental("X1")] C = -4 }

        public partial class R
        {
            [Feature] [System.Obsolete] public float Old { get; set; }
            [Feature] public Kind X;
            [Label] public Kind Y;
        }
        """);

    [Fact]
    public void File_names_may_differ_in_case_alone()
    {
        var (compilation, files) = TestCompilation.Generate(TestCompilation.Create(
            "global using GraphGen; public partial record R([Feature] float X); public partial record r([Feature] float X);",
            "namespace Q { public partial record Record([Feature] float X); } [Input(1)] [Dense(1)] [Huber] public partial class Q1;"));

        files.Select(file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(files.Length);
        compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    [Fact]
    public void The_text_is_the_same_under_every_culture_and_ends_its_lines_with_a_line_feed()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string text = Text();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Text().ShouldBe(text);
            text.ShouldNotContain('\r');
            text.Split('\n').ShouldAllBe(line => line == line.TrimEnd());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Text() => string.Concat(Emitted.Emit(House.Replace("1960", "-1.5e-7", StringComparison.Ordinal), Signal).Values);
    }

    [Theory]
    [InlineData("", "FeatureCount", "FeatureNames", "CopyFeaturesTo")]
    [InlineData(", [Label] int Y", "FeatureCount", "FeatureNames", "CopyFeaturesTo", "ClassNames")]
    [InlineData(", [Label] System.DayOfWeek Y", "FeatureCount", "FeatureNames", "CopyFeaturesTo", "ClassNames", "Classes")]
    [InlineData(", [Label] float Y", "FeatureCount", "FeatureNames", "CopyFeaturesTo", "TargetCount", "TargetNames", "CopyTargetsTo")]
    public void The_rules_know_the_very_members_that_are_emitted(string label, params string[] names)
    {
        var program = TestCompilation.Generate(TestCompilation.Create($"global using GraphGen; public partial record R([Feature] float X{label});")).Compilation;
        INamedTypeSymbol record = program.GetTypeByMetadataName("R").ShouldNotBeNull();

        record.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs")))
            .Where(member => member is IFieldSymbol or IPropertySymbol or IMethodSymbol { AssociatedSymbol: null })
            .Select(member => member.Name)
            .Where(name => !name.Contains('.'))
            .ShouldBe(names, ignoreOrder: true);
        RecordMembers.Of(RecordReader.Read(record, CancellationToken.None)).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public void A_type_without_label_is_no_row_to_learn_from() => TestCompilation
        .Generate(TestCompilation.Create("global using GraphGen; public partial record R([Feature] float X);", "class C { Dataset D(R[] rows) => Dataset.From(rows); }"))
        .Compilation.GetDiagnostics()
        .Select(found => found.GetMessage(CultureInfo.InvariantCulture))
        .ShouldContain(message => message.Contains("IDatasetRecord<R>", StringComparison.Ordinal));

    private static string OwnFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
