using System.Reflection;
using System.Runtime.CompilerServices;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>
/// The layer Measured of one network of <c>ProductNetworks.cs</c>: its emitted methods, bound once to the kernels of one
/// instruction set, and its operands in the network's memory. Found by name, because every network has types of its own.
/// </summary>
internal sealed class EmittedLayer
{
    private const string Layer = "Measured";

    private readonly NetworkMemory memory;
    private readonly Type type;
    private readonly int rows;
    private readonly int stride;
    private readonly int input;
    private readonly int slope;
    private readonly int sum;
    private readonly int inputGradient;
    private readonly int weight;

    /// <summary>Binds a network's layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="set">Whose kernels to use.</param>
    /// <param name="rows">Rows of the batch.</param>
    public EmittedLayer(INetwork network, InstructionSet set, int rows)
    {
        type = network.GetType();
        memory = (NetworkMemory)type.GetField("generatedMemory", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(network)!;
        memory.EnsureCapacity(rows);
        this.rows = rows;
        stride = NetworkMemory.Stride(rows);
        input = OffsetOf("BeforeSum");
        slope = OffsetOf("LossGradient");
        sum = OffsetOf(Layer + "Sum");
        inputGradient = OffsetOf(Layer + "InputGradient");
        weight = Constant("Offsets", Layer + "Weight");
        Weight = network.Parameters[Layer + ".weight"];
        Bias = network.Parameters[Layer + ".bias"];
        Forward = Bind("Forward", set);
        InputGradient = Bind("InputGradient", set);
        WeightGradient = Bind("WeightGradient", set);
        UpdateWeights = Bind("UpdateWeights", set);
    }

    /// <summary>The weights, <c>[inputs, units]</c>.</summary>
    public Parameter Weight { get; }

    /// <summary>The bias.</summary>
    public Parameter Bias { get; }

    /// <summary><c>sum = input · weight + bias</c>.</summary>
    public Action Forward { get; }

    /// <summary><c>inputGradient = slope · weightᵀ</c>.</summary>
    public Action InputGradient { get; }

    /// <summary><c>gradient = inputᵀ · slope</c>.</summary>
    public Action WeightGradient { get; }

    /// <summary>The same, and at once the optimizer's step, with the numbers of <see cref="StepNumbers"/>.</summary>
    public Action UpdateWeights { get; }

    /// <summary>One number of what <see cref="Forward"/> computed.</summary>
    public float FirstSum => Workspace(sum);

    /// <summary>One number of what <see cref="InputGradient"/> computed.</summary>
    public float FirstInputGradient => Workspace(inputGradient);

    /// <summary>One number of what <see cref="WeightGradient"/> computed.</summary>
    public float FirstGradient => Unsafe.Add(ref memory.Gradients.Start, weight);

    /// <summary>One number of what <see cref="UpdateWeights"/> computed.</summary>
    public float FirstWeight => Unsafe.Add(ref memory.Parameters.Start, weight);

    /// <summary>Writes the layer's input, <c>[rows, inputs]</c>.</summary>
    public void WriteInput(ReadOnlySpan<float> values) => Write(input, values);

    /// <summary>Writes the gradient by the layer's output, <c>[rows, units]</c>.</summary>
    public void WriteSlope(ReadOnlySpan<float> values) => Write(slope, values);

    /// <summary>Reads what <see cref="Forward"/> computed, <c>[rows, units]</c>.</summary>
    public void ReadSum(Span<float> values) => Read(sum, values);

    /// <summary>Reads what <see cref="InputGradient"/> computed, <c>[rows, inputs]</c>.</summary>
    public void ReadInputGradient(Span<float> values) => Read(inputGradient, values);

    private Action Bind(string name, InstructionSet set)
    {
        Type layer = EmittedType(Layer + "Layer`1").MakeGenericType(EmittedType(set.Kernels));
        MethodInfo method = layer.GetMethod(name) ?? throw new MissingMethodException(layer.FullName, name);
        ParameterInfo[] parameters = [.. method.GetParameters().Skip(4)];
        float[] numbers = [.. parameters.Where(parameter => parameter.ParameterType == typeof(float)).Select(parameter => StepNumbers.Of(parameter.Name!))];
        if (parameters.FirstOrDefault() is { ParameterType: var first, Name: var part } && first == typeof(BlockRange))
        {
            return Bind(method, WholeShare(name, part!), numbers);
        }

        if (numbers.Length > 0)
        {
            throw new NotSupportedException($"{layer.FullName}.{name} takes numbers of the step but no share; the benchmarks know no such method.");
        }

        var shared = method.CreateDelegate<LayerMethod>();
        return () => shared(memory, ref memory.Workspace.Start, rows, stride);
    }

    private Action Bind(MethodInfo method, BlockRange share, float[] numbers)
    {
        switch (numbers)
        {
            case []:
                var plain = method.CreateDelegate<SharedLayerMethod>();
                return () => plain(memory, ref memory.Workspace.Start, rows, stride, share);
            case [float scalar]:
                var single = method.CreateDelegate<SharedLayerMethodWithScalar>();
                return () => single(memory, ref memory.Workspace.Start, rows, stride, share, scalar);
            case [float first, float second]:
                var pair = method.CreateDelegate<SharedLayerMethodWithTwoScalars>();
                return () => pair(memory, ref memory.Workspace.Start, rows, stride, share, first, second);
            default:
                throw new NotSupportedException($"{method.Name} takes {numbers.Length} numbers of the step; the benchmarks know methods with up to two.");
        }
    }

    /// <summary>The share of a thread that is alone: all blocks of what the method makes, along the side that threads would share.</summary>
    private BlockRange WholeShare(string method, string part)
    {
        // Parameters hide how they lie: it is nobody else's business.
        bool isTransposed = (bool)typeof(Parameter).GetField("_isTransposed", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Weight)!;
        int inputs = Weight.Shape[0], units = Weight.Shape[1];
        bool isWeight = method is "WeightGradient" or "UpdateWeights";
        int size = isWeight ? (part == "columns") == isTransposed ? inputs : units : method == "Forward" ? units : inputs;
        return BlockRange.Whole(ColumnBlocks.Padded(size) / ColumnBlocks.Width);
    }

    private void Write(int matrix, ReadOnlySpan<float> values) =>
        ColumnBlocks.Pack(values, rows, values.Length / rows, ref Workspace(matrix), stride);

    private void Read(int matrix, Span<float> values) =>
        ColumnBlocks.Unpack(ref Workspace(matrix), stride, rows, values.Length / rows, values);

    private ref float Workspace(int offset) => ref Unsafe.Add(ref memory.Workspace.Start, offset);

    private int OffsetOf(string matrix) => Constant("Training", matrix) * stride;

    private int Constant(string owner, string name) =>
        (int)(EmittedType(owner).GetField(name) ?? throw new MissingFieldException(owner, name)).GetRawConstantValue()!;

    private Type EmittedType(string name)
    {
        string fullName = $"GraphGen.Generated.{type.FullName!.Replace('.', '_')}.{name}";
        return type.Assembly.GetType(fullName) ?? throw new TypeLoadException($"The compiler emitted no type {fullName}.");
    }
}
