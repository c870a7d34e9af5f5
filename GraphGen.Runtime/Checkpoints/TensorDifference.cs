namespace GraphGen;

/// <summary>What is different about one tensor.</summary>
/// <param name="Tensor">Its name, such as <c>dense1.weight</c>.</param>
/// <param name="What">The rest of a sentence that begins with the name.</param>
internal readonly record struct TensorDifference(string Tensor, string What)
{
    /// <summary>The layer that the tensor belongs to.</summary>
    public string Layer => Tensor[..Math.Max(0, Tensor.LastIndexOf('.'))];

    /// <summary>Its name within the layer.</summary>
    public string Part => Tensor[(Tensor.LastIndexOf('.') + 1)..];
}
