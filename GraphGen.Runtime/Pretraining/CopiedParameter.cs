namespace GraphGen;

/// <summary>A parameter that a network has from a pretrained one.</summary>
/// <param name="From">The pretrained network and its parameter, such as <c>First.dense1.weight</c>.</param>
/// <param name="To">The parameter that has its values now, such as <c>hidden1.weight</c>.</param>
public sealed record CopiedParameter(string From, string To);
