using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the column-wise work of a segment: a few loops down the rows of each column block.</summary>
internal sealed class ColumnKernels
{
    private readonly ColumnKernel kernel;
    private readonly ElementProgram program = new("stride", "rows", "blocks", "block", "row", "at", "vector", "lane", "matrix", "element", "elements");

    private ColumnKernels(ColumnKernel kernel)
    {
        this.kernel = kernel;
        Matrices = kernel.Matrices.ToList();
        LoadedVectors = kernel.LoadedVectors.ToList();
        Scalars = kernel.Scalars.ToList();
        Draws = kernel.Draws.ToList();
        foreach (var value in Matrices.Concat(LoadedVectors).Concat(Scalars).Concat(kernel.Body))
        {
            program.Name(value);
        }
    }

    /// <summary>Matrices that the kernel reads or writes, as its first parameters.</summary>
    public IReadOnlyList<Value> Matrices { get; }

    /// <summary>Vectors that it reads, as the next.</summary>
    public IReadOnlyList<Value> LoadedVectors { get; }

    /// <summary>Vectors that it writes, as the next.</summary>
    public IReadOnlyList<Value> StoredVectors => kernel.StoredVectors;

    /// <summary>What it draws for each element, one key each; then comes the number of the first element in its matrix, where there are any.</summary>
    public IReadOnlyList<Draw> Draws { get; }

    /// <summary>Numbers of the step; then come stride, rows and blocks.</summary>
    public IReadOnlyList<Value> Scalars { get; }

    /// <summary>The kernel's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>
    /// What holds a number of the step outside of kernels, where those of several layers may meet. In a kernel no layer is part of the name, so that equal
    /// layers have equal kernels.
    /// </summary>
    public static string NumberOf(Value scalar) => scalar.Operation is LayerTrained ? Names.CamelCase(scalar.Layer) + "Trained" : scalar.Name;

    public static ColumnKernels Require(KernelLibrary library, ColumnKernel kernel)
    {
        var emitter = new ColumnKernels(kernel);
        emitter.Name = library.Require(emitter.Describe(), emitter.Summary(), "void", emitter.Parameters(), (writer, target, _) => emitter.WriteBody(writer, target));
        return emitter;
    }

    /// <summary>A name from the operations that matter.</summary>
    private string Describe()
    {
        var parts = kernel.Body.Select(value => value.Operation switch
        {
            Activate activate => activate.Function.Kind.ToString(),
            ActivateGradient gradient => gradient.Function.Kind + "Gradient",
            Rectify => "PRelu",
            RectifyGradient => "PReluGradient",
            RandomRectify => "RRelu",
            RandomRectifyGradient => "RReluGradient",
            Normalize => "BatchNorm",
            AlphaDrop => "AlphaDropout",
            Drop => "Dropout",
            AddNoise => "GaussianNoise",
            DrawUnit => "Draw",
            Divergence => "Sparsity",
            _ when value.Name == "normalizedInputGradient" => "BatchNormGradient",
            _ when value.Name == "biasGradient" => "BiasGradient",
            _ when value.Name == "limited" => "MaxNorm",
            _ when value.Name is "shift" => "FoldedBatchNorm",
            _ when value.Name == "output" && value.Shape.IsBatch => "ScaleAndShift",
            _ => "",
        }).Where(part => part.Length > 0).Distinct().ToList();
        if (parts.Count == 0)
        {
            parts.Add(kernel.Body.Any(value => value.Name is "squares" or "magnitudes") ? "Norm" : "ColumnWise");
        }

        return string.Concat(parts.Where(part => !(part == "ScaleAndShift" && parts.Contains("BatchNorm"))));
    }

    private string Summary() => string.Join("\n", kernel.Body.Select(program.Formula));

    private string Parameters()
    {
        var parameters = Matrices.Concat(LoadedVectors).Select(value => "ref float " + program.Name(value))
            .Concat(StoredVectors.Select(value => $"ref float {program.Name(value)}Out"))
            .Concat(Draws.Select((_, index) => $"in DropoutKey key{index}"))
            .Concat(Draws.Count > 0 ? ["nint element"] : Array.Empty<string>())
            .Concat(Scalars.Select(value => "float " + program.Name(value)));
        return string.Join(", ", parameters) + (Matrices.Count > 0 ? ", nint stride, nint rows, nint blocks" : ", nint blocks");
    }

    private void WriteBody(SourceWriter writer, Target target)
    {
        foreach (var scalar in Scalars)
        {
            writer.Line($"var {program.Name(scalar)}Lanes = {target.Broadcast(program.Name(scalar))};");
        }

        writer.Block("for (nint block = 0; block < blocks; block++)", () =>
        {
            if (target.VectorsPerBlock == 1)
            {
                WriteLane(writer, target, "");
            }
            else
            {
                writer.Block($"for (nint lane = 0; lane < 16; lane += {target.Lanes})", () => WriteLane(writer, target, " + lane"));
            }
        });
    }

    /// <summary>The work on one vector of columns.</summary>
    private void WriteLane(SourceWriter writer, Target target, string lane)
    {
        if (LoadedVectors.Count + StoredVectors.Count > 0)
        {
            writer.Line($"nuint vector = (nuint)(block * 16{lane});");
        }

        if (Matrices.Count > 0)
        {
            writer.Line($"nint matrix = block * stride{lane};");
        }

        foreach (var vector in LoadedVectors)
        {
            writer.Line($"var {program.Name(vector)}Vector = {target.Static}.LoadUnsafe(ref {program.Name(vector)}, vector);");
        }

        WriteVectors(writer, target, 0);
        foreach (var loop in kernel.Loops)
        {
            if (!loop.IsEmpty)
            {
                WriteLoop(writer, target, loop, lane);
            }

            WriteVectors(writer, target, loop.Level + 1);
        }

        foreach (var vector in StoredVectors)
        {
            writer.Line($"{program.Name(vector)}Vector.StoreUnsafe(ref {program.Name(vector)}Out, vector);");
        }
    }

    private void WriteVectors(SourceWriter writer, Target target, int level)
    {
        foreach (var value in kernel.Vectors(level))
        {
            writer.Line($"var {program.Name(value)}Vector = {ElementRules.Expression(target, value, Operands(target, value, 0))};");
        }
    }

    /// <summary>A loop over the rows: several at a time, so that their chains of instructions overlap, then the rest.</summary>
    private void WriteLoop(SourceWriter writer, Target target, ColumnLoop loop, string lane)
    {
        int several = target.ElementRows;
        string row = "row" + Literal.Int(loop.Level);
        foreach (var sum in loop.Sums)
        {
            writer.Statements(Enumerable.Range(0, several).Select(index => $"var {program.Name(sum)}{index} = {target.Type}.Zero;"));
        }

        writer.Line($"nint {row} = 0;");
        writer.Block($"for (; {row} <= rows - {several}; {row} += {several})", () => WriteRows(writer, target, loop, row, several, lane));
        writer.Block($"for (; {row} < rows; {row}++)", () => WriteRows(writer, target, loop, row, 1, lane));
        foreach (var sum in loop.Sums)
        {
            string name = program.Name(sum);
            writer.Line($"var {name}Vector = {(several == 4 ? $"({name}0 + {name}1) + ({name}2 + {name}3)" : $"{name}0 + {name}1")};");
        }
    }

    private void WriteRows(SourceWriter writer, Target target, ColumnLoop loop, string row, int count, string lane)
    {
        void Each(Func<int, string> statement) => writer.Statements(Enumerable.Range(0, count).Select(statement));
        string At(int index) => index == 0 ? "at" : $"at + {index * 16}";

        writer.Line($"nuint at = (nuint)(matrix + {row} * 16);");
        foreach (var matrix in loop.Loads)
        {
            Each(index => $"var {program.Name(matrix)}{index} = {target.Static}.LoadUnsafe(ref {program.Name(matrix)}, {At(index)});");
        }

        if (loop.Values.FirstOrDefault(value => value.Operation is Draw) is { } drawn)
        {
            Each(index => $"var elements{index} = {target.Static}.Create((uint)(({row} + {index}) * {ColumnBlock.Padded(drawn.Shape.Columns)} + element + block * 16{lane})) + {target.Static}<uint>.Indices;");
        }

        foreach (var value in loop.Values.Where(value => !IsSummedProduct(loop, value)))
        {
            Each(index => $"var {program.Name(value)}{index} = {ElementRules.Expression(target, value, Operands(target, value, index))};");
        }

        foreach (var sum in loop.Sums)
        {
            var summand = sum.Inputs[0];
            string name = program.Name(sum);
            Each(index => IsSummedProduct(loop, summand)
                ? $"{name}{index} = {target.Fma(Operand(target, summand.Inputs[0], index), Operand(target, summand.Inputs[1], index), $"{name}{index}")};"
                : $"{name}{index} += {Operand(target, summand, index)};");
        }

        foreach (var value in loop.Stores)
        {
            Each(index => $"{program.Name(value)}{index}.StoreUnsafe(ref {program.Name(value)}, {At(index)});");
        }
    }

    /// <summary>Whether a product is only wanted for its sum over the rows: then product and sum are one instruction.</summary>
    private static bool IsSummedProduct(ColumnLoop loop, Value value) =>
        value.Operation is Multiply && loop.Sums.Any(sum => sum.Inputs[0] == value) &&
        !loop.Stores.Contains(value) && loop.Values.All(user => !user.Inputs.Contains(value));

    private List<string> Operands(Target target, Value value, int row)
    {
        var operands = value.Inputs.Select(input => Operand(target, input, row)).ToList();
        if (value.Operation is Draw draw)
        {
            string function = draw switch
            {
                Drop or AlphaDrop => "DropoutMask.Scale",
                AddNoise => "ElementDraw.Normal",
                _ => "ElementDraw.Uniform",
            };
            operands.Add($"{function}(elements{row}, key{Draws.ToList().IndexOf(draw)})");
        }

        return operands;
    }

    private string Operand(Target target, Value value, int row) => value.Operation switch
    {
        Constant constant => ElementProgram.Number(target, constant.Number),
        StepNumber => program.Name(value) + "Lanes",
        _ => value.Shape.Rank == 2 ? program.Name(value) + Literal.Int(row) : program.Name(value) + "Vector",
    };
}
