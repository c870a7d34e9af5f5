using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Emits the prediction of a single row by a small network as one straight line. What bounds it is not the number of
/// multiplications but how long each waits for the one before, so every sum is split into several.
/// </summary>
internal sealed class RowKernel
{
    /// <summary>Sums that are in the making at once: two multiply-adds a cycle, each of which takes four.</summary>
    private const int Chains = 8;

    private readonly KernelLibrary library;
    private readonly RowPlan plan;
    private readonly string space;

    private RowKernel(KernelLibrary library, RowPlan plan, string space)
    {
        this.library = library;
        this.plan = plan;
        this.space = space;
    }

    /// <summary>The kernel's name.</summary>
    /// <param name="library">The network's kernels.</param>
    /// <param name="plan">What to write.</param>
    /// <param name="space">The namespace of the memory layout below the kernels' own, with a dot; empty where it is the same.</param>
    public static string Require(KernelLibrary library, RowPlan plan, string space)
    {
        var emitter = new RowKernel(library, plan, space);
        string? softmax = plan.Softmax is null ? null : LossKernels.RequireSoftmax(library, plan.Layers[plan.Layers.Count - 1].Units);
        return library.Require(
            "PredictRow",
            "The prediction of a single row: the sums of a layer stay in registers until they are activated.",
            "void",
            "NetworkMemory memory, ref float input, ref float output",
            (writer, target, _) => emitter.Write(writer, target, softmax));
    }

    private void Write(SourceWriter writer, Target target, string? softmax)
    {
        var last = plan.Layers[plan.Layers.Count - 1];
        bool isStored = last.Units > 1 || softmax is not null;
        int floats = plan.Layers.Where(layer => isStored || layer != last).Sum(layer => ColumnBlock.Padded(layer.Units)) + (softmax is null ? 0 : ColumnBlock.Padded(last.Units));
        writer.Line("ref float parameters = ref memory.Parameters.Start;");
        if (plan.Layers.Any(layer => layer.ReadsCopy))
        {
            writer.Line("ref float derived = ref memory.Derived.Start;");
        }

        if (floats > 0)
        {
            // Not on the stack: a vector that straddles two cache lines cannot be handed on to the loads of the next layer.
            writer.Line($"ref float made = ref ThreadScratch.Rent({Literal.Int(floats)});");
        }

        string left = "input";
        int place = 0;
        foreach (var layer in plan.Layers)
        {
            string? result = layer == last && !isStored ? null : Reserve(ColumnBlock.Padded(layer.Units));
            WriteLayer(writer, target, layer, left, result);
            left = result ?? left;
        }

        if (softmax is not null)
        {
            string probabilities = Reserve(ColumnBlock.Padded(last.Units));
            writer.Line($"{softmax}(ref {left}, ref {probabilities}, 16, 1);");
            left = probabilities;
        }

        if (isStored)
        {
            writer.Line($"Unsafe.CopyBlockUnaligned(ref Unsafe.As<float, byte>(ref output), ref Unsafe.As<float, byte>(ref {left}), {Literal.Int(4 * last.Units)});");
        }

        string Reserve(int columns)
        {
            string name = place == 0 ? "made" : "made" + Literal.Int(place);
            if (place > 0)
            {
                writer.Line($"ref float {name} = ref Unsafe.Add(ref made, {Literal.Int(place)});");
            }

            place += columns;
            return name;
        }
    }

    private void WriteLayer(SourceWriter writer, Target target, RowLayer layer, string left, string? result)
    {
        var program = new ElementProgram("parameters", "derived", "made", "input", "output", "weights", "bias", "x", "memory");
        var formulas = new[] { $"{program.Name(layer.Segment.Result)} = {layer.Segment.Anchor.Inputs[0].Name} · weight{(layer.Bias is null ? "" : " + bias")}" }
            .Concat(layer.Segment.Body.Select(program.Formula));
        int vectors = layer.IsDot ? 1 : layer.Blocks * target.VectorsPerBlock;
        writer.Line($"// {layer.Segment.Layer}: {string.Join(", ", formulas)}");
        writer.Block("", () =>
        {
            string weights = layer.ReadsCopy ? $"derived, {space}Derived.{layer.Weight.Identifier}Transposed" : $"parameters, {space}Offsets.{layer.Weight.Identifier}";
            writer.Line($"ref float weights = ref Unsafe.Add(ref {weights});");
            if (layer.Bias is not null)
            {
                writer.Line($"ref float bias = ref Unsafe.Add(ref parameters, {space}Offsets.{layer.Bias.Identifier});");
            }

            if (layer.IsDot)
            {
                WriteDot(writer, target, layer, left, program.Name(layer.Segment.Result));
            }
            else
            {
                WriteSums(writer, target, layer, left, program.Name(layer.Segment.Result));
            }

            foreach (var value in layer.Segment.Body)
            {
                writer.Statements(Enumerable.Range(0, vectors).Select(vector =>
                    $"var {program.Name(value)}{vector} = {ElementRules.Expression(target, value, value.Inputs.Select(input => Operand(target, program, input, vector)).ToList())};"));
            }

            string output = program.Name(layer.Output);
            writer.Statements(result is null
                ? [$"output = {output}0.ToScalar();"]
                : Enumerable.Range(0, vectors).Select(vector => $"{output}{vector}.StoreUnsafe(ref {result}{(vector == 0 ? "" : ", " + Literal.Int(vector * target.Lanes))});"));
        });
    }

    private static string Operand(Target target, ElementProgram program, Value input, int vector) =>
        input.Operation is Constant constant ? ElementProgram.Number(target, constant.Number) : program.Name(input) + Literal.Int(vector);

    /// <summary>Each number of the row times its row of weights, in several sums that are added up at the end.</summary>
    private static void WriteSums(SourceWriter writer, Target target, RowLayer layer, string left, string name)
    {
        int vectors = layer.Blocks * target.VectorsPerBlock;
        int chains = Math.Max(1, Math.Min(Chains / vectors, layer.Inputs / 2));
        string Sum(int chain, int vector) => $"{name}{vector}{(chain == 0 ? "" : "_" + Literal.Int(chain))}";
        for (int input = 0; input < layer.Inputs; input++)
        {
            int chain = input % chains, current = input;
            writer.Line($"{(input == 0 ? "var " : "")}x = {target.Broadcast($"Unsafe.Add(ref {left}, {Literal.Int(input)})")};");
            writer.Statements(Enumerable.Range(0, vectors).Select(vector =>
            {
                int block = vector / target.VectorsPerBlock, lane = vector % target.VectorsPerBlock * target.Lanes;
                string weight = target.Load("weights", Literal.Int((block * ColumnBlock.Padded(layer.Inputs) * 16) + (current * 16) + lane));
                string? start = current >= chains ? Sum(chain, vector) : chain == 0 && layer.Bias is not null ? target.Load("bias", Literal.Int(vector * target.Lanes)) : null;
                return $"{(current < chains ? "var " : "")}{Sum(chain, vector)} = {(start is null ? $"x * {weight}" : target.Fma("x", weight, start))};";
            }));
        }

        if (chains > 1)
        {
            writer.Statements(Enumerable.Range(0, vectors).Select(vector =>
                $"{Sum(0, vector)} = {Total(Enumerable.Range(0, chains).Select(chain => Sum(chain, vector)).ToList())};"));
        }
    }

    /// <summary>Vectors of the row times vectors of the transposed weights, added up across lanes.</summary>
    private static void WriteDot(SourceWriter writer, Target target, RowLayer layer, string left, string name)
    {
        int vectors = (layer.Inputs + target.Lanes - 1) / target.Lanes;
        writer.Statements(Enumerable.Range(0, vectors).Select(vector =>
        {
            int at = vector * target.Lanes;
            string product = $"{target.Load(left, Literal.Int(at))} * {target.Load("weights", Literal.Int((at / 16 * 256) + (at % 16)))}";
            int columns = layer.Inputs - at;
            string inside = $"{target.Static}.LessThan({target.Type}.Indices, {target.Broadcast(Literal.Float(columns))})";
            return $"var product{vector} = {(columns >= target.Lanes ? product : $"{target.Static}.ConditionalSelect({inside}, {product}, {target.Type}.Zero)")};";
        }));
        string total = Total(Enumerable.Range(0, vectors).Select(vector => "product" + Literal.Int(vector)).ToList());
        string sum = target.Broadcast($"Horizontal.Sum({total})");
        writer.Line($"var {name}0 = {(layer.Bias is null ? sum : $"{sum} + {target.Load("bias")}")};");
    }

    /// <summary>A sum in pairs, so that few additions wait for another.</summary>
    private static string Total(IReadOnlyList<string> terms)
    {
        if (terms.Count == 1)
        {
            return terms[0];
        }

        int half = (terms.Count + 1) / 2;
        string left = Total(terms.Take(half).ToList()), right = Total(terms.Skip(half).ToList());
        return $"{Bracketed(left)} + {Bracketed(right)}";
    }

    private static string Bracketed(string sum) => sum.Contains(" + ") ? $"({sum})" : sum;
}
