using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Emits the network's predictor. Without batch normalisation to fold it is a class of a few lines, which runs the network's
/// own methods on a copy of its parameters. Else the smaller network is emitted, too, for prediction alone, in a namespace
/// below the network's: there its layers, schedule and offsets have the same names as the network's own.
/// </summary>
internal sealed class PredictorEmitter
{
    /// <summary>The namespace of a smaller network, below that of the network.</summary>
    private const string Space = "Folded";

    private readonly NetworkPlan plan;
    private readonly PredictorPlan predictor;
    private readonly KernelLibrary library;
    private readonly UpdateKernels update;

    public PredictorEmitter(NetworkPlan plan, KernelLibrary library, UpdateKernels update)
    {
        this.plan = plan;
        predictor = plan.Predictor;
        this.library = library;
        this.update = update;
        RowKernelName = predictor.Row is null ? null : RowKernel.Require(library, predictor.Row, predictor.IsFolded ? Space + "." : "");
    }

    /// <summary>The kernel that predicts a single row from end to end; null where the network is too large for one.</summary>
    public string? RowKernelName { get; }

    /// <summary>The emitted class's name in full.</summary>
    public static string ClassOf(NetworkPlan plan) => $"global::{NamespaceOf(plan)}.NetworkPredictor";

    /// <summary>The namespace that the predictor's file belongs to.</summary>
    public static string NamespaceOf(NetworkPlan plan) => NetworkEmitter.NamespaceOf(plan.Network) + (plan.Predictor.IsFolded ? "." + Space : "");

    /// <summary>The file's usings.</summary>
    public static string Usings(NetworkPlan plan)
    {
        return plan.Predictor.IsFolded
            ? $"{NetworkEmitter.EntryUsings}\nusing Source = global::{NetworkEmitter.NamespaceOf(plan.Network)}.Offsets;"
            : "using System;\nusing GraphGen;\nusing GraphGen.Execution;";
    }

    public void Write(SourceWriter writer)
    {
        WriteClass(writer);
        if (predictor.IsFolded)
        {
            writer.Line();
            new FoldedNetworkEmitter(plan, library, update).Write(writer, RowKernelName);
        }
    }

    private void WriteClass(SourceWriter writer)
    {
        writer.Summary("The network as it was when it was copied" + (predictor.IsFolded ? ", its batch normalisations folded into dense layers." : "."));
        writer.Block("internal sealed class NetworkPredictor : Predictor", () =>
        {
            writer.Line("private readonly NetworkMemory memory;").Line();
            writer.Line("private NetworkPredictor(NetworkMemory memory)");
            long parameters = predictor.Parameters.Parameters.Sum(parameter => parameter.Length);
            writer.Line($"    : base({Literal.Int(plan.Network.InputSize)}, {Literal.Int(plan.OutputSize)}, {Literal.Int(parameters)}) => this.memory = memory;").Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => Entry.Predict(memory, inputs, outputs);").Line();
            writer.Summary("Copies what a prediction reads" + (predictor.IsFolded ? ", and folds." : "."));
            if (predictor.IsFolded)
            {
                writer.Block("public static Predictor Of(NetworkMemory network)", () => WriteFolding(writer));
            }
            else
            {
                writer.Line($"public static Predictor Of(NetworkMemory network) => new NetworkPredictor(PredictorMemory.Copy(network, derived: {Literal.Int(predictor.ReadsDerived ? predictor.Derived.Floats : predictor.Derived.Zeros)}));");
            }
        });
    }

    private void WriteFolding(SourceWriter writer)
    {
        writer.Line($"var memory = PredictorMemory.New(parameters: {Literal.Int(predictor.Parameters.Floats)}, derived: {Literal.Int(predictor.Derived.Floats)});");
        var folds = new HashSet<string>(predictor.Folds.Select(fold => fold.Dense.Name));
        writer.Line("Arena source = network.Parameters, target = memory.Parameters;");
        foreach (var layer in plan.Parameters.Parameters.Where(parameter => predictor.Parameters.Parameters.Any(kept => kept.Layer == parameter.Layer)).GroupBy(parameter => parameter.Layer))
        {
            if (predictor.Folds.FirstOrDefault(fold => fold.Dense.Name == layer.Key) is { } fold)
            {
                WriteFold(writer, fold, layer.Single(parameter => parameter.Role == ParameterRole.Weight));
            }

            foreach (var parameter in layer.Where(parameter => !folds.Contains(layer.Key) || parameter.Role == ParameterRole.Alpha))
            {
                string length = Literal.Int(ParameterLayout.PaddedLength(parameter.Shape));
                writer.Line(parameter.IsTransposed
                    ? Transpose($"source.At(Source.{parameter.Identifier})", parameter.Shape, $"target.At(Offsets.{parameter.Identifier})")
                    : $"source.Span.Slice(Source.{parameter.Identifier}, {length}).CopyTo(target.Span.Slice(Offsets.{parameter.Identifier}, {length}));");
            }
        }

        foreach (var weight in predictor.Derived.Transposed.Keys)
        {
            writer.Line(Transpose($"target.At(Offsets.{weight.Identifier})", weight.Shape, $"memory.Derived.At(Derived.{weight.Identifier}Transposed)"));
        }

        if (predictor.Derivations.Any())
        {
            writer.Line("Entry.Derive(memory);");
        }

        writer.Line("return new NetworkPredictor(memory);");
    }

    private static string Transpose(string source, Shape shape, string destination) =>
        $"ColumnBlocks.Transpose(ref {source}, {Literal.Int(shape.Rows)}, {Literal.Int(shape.Columns)}, ref {destination}, BlockRange.Whole({Literal.Int(ColumnBlock.Count(shape.Rows))}), BlockRange.Whole({Literal.Int(ColumnBlock.Count(shape.Columns))}));";

    private static void WriteFold(SourceWriter writer, DenseFold fold, ParameterSpec weight)
    {
        string name = fold.Dense.Name;
        writer.Line($"new FoldedDense(source, Source.{name}Weight, {(fold.Dense.Bias ? $"Source.{name}Bias" : "null")}, inputs: {Literal.Int(weight.DeclaredShape.Rows)}, units: {Literal.Int(weight.DeclaredShape.Columns)}{(weight.IsTransposed ? ", isTransposed: true" : "")})");
        foreach (var (side, batchNorm) in fold.InFront.Select(batchNorm => ("InFront", batchNorm)).Concat(fold.Behind.Select(batchNorm => ("Behind", batchNorm))))
        {
            writer.Line($"    .{side}(Source.{batchNorm.Name}Gamma, Source.{batchNorm.Name}Beta, Source.{batchNorm.Name}MovingMean, Source.{batchNorm.Name}MovingVariance, {Literal.Double(batchNorm.Epsilon)})");
        }

        writer.Line($"    .CopyTo(target, Offsets.{name}Weight, Offsets.{name}Bias);");
    }
}
