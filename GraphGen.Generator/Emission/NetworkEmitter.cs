using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Emits a network: one file with what the user calls, one with the way into the schedule, one with the schedule and the
/// memory layout, one with what the network is made of, one for each layer, and one for each target's kernels.
/// </summary>
internal static class NetworkEmitter
{
    /// <summary>The usings of a file with a way from the caller's rows into the schedule.</summary>
    public const string EntryUsings =
        "using System;\nusing System.Runtime.CompilerServices;\nusing System.Runtime.InteropServices;\nusing System.Runtime.Intrinsics.X86;\nusing GraphGen;\nusing GraphGen.Execution;";

    public static IReadOnlyList<SourceFile> Emit(NetworkPlan plan)
    {
        var library = new KernelLibrary(plan.Products);
        var update = new UpdateKernels(plan);
        IReadOnlyList<Layout> layouts = Layout.Of(plan);
        ILookup<string?, string> members = Members(plan);
        var files = new List<SourceFile> { File(plan, "", new ApiEmitter(plan, [.. members[null]]).Write()) };
        foreach (string layer in Layers(plan))
        {
            string text = WriteLayer(plan, library, update, layouts, layer, [.. members[layer]]);
            files.Add(File(plan, Unused(plan, files, ScheduleEmitter.ClassOf(layer)), text));
        }

        var predictor = new PredictorEmitter(plan, library, update);
        files.Insert(1, File(plan, "Predictor", InNamespace(PredictorEmitter.NamespaceOf(plan), PredictorEmitter.Usings(plan), predictor.Write)));
        files.Insert(1, File(plan, "Entry", InNamespace(plan, EntryUsings + "\nusing GraphGen.Numerics;", writer =>
        {
            new EntryEmitter(plan, layouts, writer, plan.Predictor.IsFolded ? null : predictor.RowKernelName).Write();
            writer.Line();
            new StepEmitter(plan, layouts.Single(layout => layout.Graph == plan.Training).Addresses, writer).Write();
        })));
        files.Insert(2, File(plan, "Schedule", WriteSchedule(plan, library, update, layouts)));
        files.Insert(3, File(plan, "Setup", InNamespace(plan, "using System;\nusing GraphGen;\nusing GraphGen.Execution;", writer => new SetupEmitter(plan, writer).Write())));
        files.AddRange(Target.All.Select(target => File(plan, target.Name, WriteKernels(plan, library, target))));
        return files;
    }

    /// <summary>
    /// The namespace of what is emitted besides the class itself. A digit, which begins no name, tells an underscore of the
    /// user's from one that stands for a dot: <c>A.B_C</c> and <c>A_B.C</c> are two networks.
    /// </summary>
    public static string NamespaceOf(NetworkSpec network) => "GraphGen.Generated." + HintOf(network).Replace("_", "_1").Replace('.', '_').Replace("+", "_2");

    /// <summary>The network's full name as part of a file's name: unique and free of characters that files may not have.</summary>
    public static string HintOf(NetworkSpec network)
    {
        var types = network.ContainingTypes.Select(type => type.Substring(type.LastIndexOf(' ') + 1)).Append(network.Name);
        return ((network.Namespace.Length > 0 ? network.Namespace + "." : "") + string.Join("+", types)).Replace("@", "");
    }

    private static SourceFile File(NetworkPlan plan, string part, string text) =>
        new($"{HintOf(plan.Network)}{(part.Length == 0 ? "" : "." + part)}.g.cs", text);

    /// <summary>A part's name with a number where another file's differs from it in case alone: file names ignore case.</summary>
    private static string Unused(NetworkPlan plan, List<SourceFile> files, string part)
    {
        string candidate = part;
        for (int number = 2; files.Any(file => string.Equals(file.HintName, File(plan, candidate, "").HintName, StringComparison.OrdinalIgnoreCase)); number++)
        {
            candidate = part + Literal.Int(number);
        }

        return candidate;
    }

    private static IEnumerable<string> Layers(NetworkPlan plan) => plan.Shared.Append(plan.Inference).SelectMany(graph => graph.Segments).Concat(plan.Sampling?.Segments ?? [])
        .Where(StepPlan.HasWork).Select(segment => segment.Layer)
        .Concat(plan.Parameters.Parameters.Select(parameter => parameter.Layer)).Distinct();

    /// <summary>
    /// The layers by the file that has them as members of the class, so that whoever goes to a layer's definition lands where training does
    /// its work: its own file, or that of the layer whose kernels do it, too. Null for layers that nothing is emitted for.
    /// </summary>
    private static ILookup<string?, string> Members(NetworkPlan plan) =>
        plan.Network.Layers.Select(layer => layer.Name).ToLookup(layer => WorkplaceOf(plan, layer));

    private static string? WorkplaceOf(NetworkPlan plan, string layer) => plan.Steps.SelectMany(graph => graph.Segments)
        .Where(StepPlan.HasWork)
        .FirstOrDefault(segment => segment.Layer == layer || segment.Body.Any(value => value.Layer == layer))?.Layer;

    private static string InNamespace(NetworkPlan plan, string usings, Action<SourceWriter> write) => InNamespace(NamespaceOf(plan.Network), usings, write);

    /// <summary>A file of the network's own namespace: the usings belong to it, so that no user's type can hide a name.</summary>
    private static string InNamespace(string name, string usings, Action<SourceWriter> write)
    {
        var writer = new SourceWriter();
        writer.Line("// <auto-generated/>").Line("#nullable disable").Line();
        writer.Line($"namespace {name};").Line();
        writer.Line(usings.TrimEnd('\n')).Line();
        write(writer);
        return writer.ToString();
    }

    /// <summary>A layer's file: the layer as the class's member, then its work.</summary>
    private static string WriteLayer(
        NetworkPlan plan,
        KernelLibrary library,
        UpdateKernels update,
        IReadOnlyList<Layout> layouts,
        string layer,
        IReadOnlyCollection<string> members)
    {
        var writer = new SourceWriter();
        writer.Line("// <auto-generated/>");
        if (members.Count > 0)
        {
            writer.Line("#nullable enable").Line();
            UserClass.Write(writer, plan.Network, () => ApiEmitter.WriteLayers(writer, plan, members));
            writer.Line();
        }

        writer.Line("#nullable disable").Line();
        writer.Block($"namespace {NamespaceOf(plan.Network)}", () =>
        {
            writer.Line("using System.Runtime.CompilerServices;\nusing System.Runtime.InteropServices;\nusing GraphGen.Execution;\nusing GraphGen.Numerics;").Line();
            var emitter = new LayerEmitter(plan, library, update);
            writer.Summary(Title(plan.Network, layer));
            writer.Line($"internal static class {ScheduleEmitter.ClassOf(layer)}<TKernels>");
            writer.Block("    where TKernels : struct, IKernels", () =>
            {
                foreach (Layout layout in layouts)
                {
                    foreach (var segment in layout.Graph.Segments.Where(segment => segment.Layer == layer && StepPlan.HasWork(segment)))
                    {
                        emitter.WriteSegment(writer, layout.Graph, layout.Addresses, segment, layout.Method(segment));
                    }
                }

                new LayerUpdates(plan).Write(writer, emitter, layer);
            });
        });
        return writer.ToString();
    }

    /// <summary>A layer's name and declaration.</summary>
    public static string Title(NetworkSpec network, string layer) =>
        network.Layers.FirstOrDefault(candidate => candidate.Name == layer) is { } spec ? $"{layer}: {Descriptions.Of(spec)}." : $"The network's {layer}.";

    private static string WriteSchedule(NetworkPlan plan, KernelLibrary library, UpdateKernels update, IReadOnlyList<Layout> layouts) =>
        InNamespace(plan, "using System;\nusing System.Runtime.CompilerServices;\nusing GraphGen;\nusing GraphGen.Execution;\nusing GraphGen.Numerics;", writer =>
        {
            new ScheduleEmitter(plan, library, update).Write(writer);
            writer.Line();
            WriteOffsets(writer, "Where each parameter begins in the parameter arena; gradients and optimizer memory are laid out alike. In floats.", plan.Parameters);
            writer.Line();
            WriteDerived(writer, "Where copies of parameters in another form begin in their arena, in floats. It starts with zeros, the bias of products without one.", plan.Derived, layouts.Single(layout => layout.Graph == plan.Inference).Addresses);
            foreach (Layout layout in layouts)
            {
                WriteLayout(writer, layout.Name, layout.Summary, layout.Graph, layout.Addresses);
            }

            writer.Line();
            writer.Summary("The work that is done on whole panels; each target implements it. Matrices lie in column blocks of 16.");
            writer.Block("internal interface IKernels", () =>
            {
                foreach (var kernel in library.Kernels)
                {
                    writer.Summary(kernel.Summary);
                    writer.Line($"static abstract {kernel.Signature};").Line();
                }
            });
        });

    /// <summary>Writes the places of the parameters as constants.</summary>
    public static void WriteOffsets(SourceWriter writer, string summary, ParameterLayout parameters)
    {
        writer.Summary(summary);
        writer.Block("internal static class Offsets", () =>
        {
            foreach (var parameter in parameters.Parameters)
            {
                writer.Line($"public const int {parameter.Identifier} = {Literal.Int(parameters.Offset(parameter))};");
            }
        });
    }

    /// <summary>Writes the places of what is computed from parameters as constants.</summary>
    public static void WriteDerived(SourceWriter writer, string summary, DerivedLayout derived, Addresses inference)
    {
        writer.Summary(summary);
        writer.Block("internal static class Derived", () =>
        {
            foreach (var copy in derived.Transposed)
            {
                writer.Line($"public const int {copy.Key.Identifier}Transposed = {Literal.Int(copy.Value)};");
            }

            inference.WriteDerived(writer);
        });
    }

    /// <summary>Writes the places of the values of a plan as constants.</summary>
    public static void WriteLayout(SourceWriter writer, string name, string summary, GraphPlan plan, Addresses addresses)
    {
        // What is written and read from outside always has a constant.
        foreach (var value in plan.Graph.Values.Where(value => value.Operation is Input or ChainStates || IsTarget(plan, value)).Concat(plan.Graph.Results))
        {
            addresses.Of(value);
        }

        writer.Line();
        writer.Summary(summary);
        writer.Block($"internal static class {name}", () => addresses.WriteConstants(writer));
    }

    private static bool IsTarget(GraphPlan plan, Value value) =>
        value.Operation is Expected && plan.Graph.Values.Select(other => other.Operation).OfType<Loss>().All(loss => !loss.Spec.TakesClasses);

    private static string WriteKernels(NetworkPlan plan, KernelLibrary library, Target target) => InNamespace(
        plan,
        "using System.Runtime.CompilerServices;\nusing System.Runtime.Intrinsics;\n" + "using GraphGen.Execution;\nusing GraphGen.Numerics;\nusing static System.Runtime.CompilerServices.MethodImplOptions;\n" + target.Using,
        writer =>
        {
            writer.Summary($"The kernels for {target.Description}.");
            writer.Block($"internal readonly struct {target.Name} : IKernels", () =>
            {
                foreach (var kernel in library.Kernels)
                {
                    writer.Line();
                    writer.Line("/// <inheritdoc/>");
                    writer.Line("[MethodImpl(AggressiveOptimization)]");
                    writer.Block($"public static {kernel.Signature}", () => kernel.Write(writer, target, kernel.Name));
                    kernel.WriteHelpers?.Invoke(writer, target, kernel.Name);
                }
            });
        });
}
