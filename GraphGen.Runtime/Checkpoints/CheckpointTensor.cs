namespace GraphGen;

/// <summary>One tensor of a safetensors file, without its numbers.</summary>
/// <param name="Name">Its name, such as <c>dense1.weight</c>.</param>
/// <param name="Type">What its numbers are, as the format calls it: <c>F32</c>, <c>BF16</c>, <c>I64</c> and so on.</param>
/// <param name="Shape">Its dimensions; none for a single number.</param>
/// <param name="Bytes">What its numbers take in the file.</param>
public sealed record CheckpointTensor(string Name, string Type, IReadOnlyList<long> Shape, long Bytes)
{
    /// <summary>The name, the type and the shape, as in <c>dense1.weight F32 [784, 300]</c>.</summary>
    public override string ToString() => $"{Name} {Type} {ShapeText.Of<long>([.. Shape])}";
}
