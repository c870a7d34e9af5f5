using GraphGen.Execution;

namespace GraphGen;

/// <summary>One tensor of a checkpoint, and where its numbers are in memory.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="shape">Its dimensions.</param>
internal abstract class StoredTensor(string name, int[] shape)
{
    /// <summary>Its name in the file.</summary>
    public string Name => name;

    /// <summary>Its dimensions.</summary>
    public ReadOnlySpan<int> Shape => shape;

    /// <summary>How many numbers it has.</summary>
    public int Length { get; } = shape.Aggregate(1, (product, size) => product * size);

    /// <summary>Copies the numbers out, row-major.</summary>
    public abstract void CopyTo(Span<float> destination);

    /// <summary>Overwrites the numbers, without telling the network.</summary>
    public abstract void Write(ReadOnlySpan<float> source);

    /// <summary>The values of a parameter.</summary>
    public static StoredTensor Of(Parameter parameter) => new ParameterValues(parameter);

    /// <summary>Numbers that training keeps for each value of a parameter, in an arena laid out like the gradients.</summary>
    public static StoredTensor Of(string name, Parameter parameter, Arena state) => new ParameterState(name, parameter, state);

    /// <summary>Plain numbers.</summary>
    public static StoredTensor Of(string name, float[] values) => new Numbers(name, values);

    private sealed class ParameterValues(Parameter parameter) : StoredTensor(parameter.Name, parameter.Shape.ToArray())
    {
        public override void CopyTo(Span<float> destination) => parameter.CopyTo(destination);

        public override void Write(ReadOnlySpan<float> source) => parameter.Write(source);
    }

    private sealed class ParameterState(string name, Parameter parameter, Arena state) : StoredTensor(name, parameter.Shape.ToArray())
    {
        public override void CopyTo(Span<float> destination) => parameter.CopyStateTo(state, destination);

        public override void Write(ReadOnlySpan<float> source) => parameter.WriteState(state, source);
    }

    private sealed class Numbers(string name, float[] values) : StoredTensor(name, [values.Length])
    {
        public override void CopyTo(Span<float> destination) => values.CopyTo(destination);

        public override void Write(ReadOnlySpan<float> source) => source.CopyTo(values);
    }
}
