namespace GraphGen.Model;

/// <summary>The activations that stand on a network's outputs.</summary>
internal static class OutputActivations
{
    /// <summary>
    /// The positions of those that are not linear: the last dense layer where it has one, and each <c>[Activation]</c> behind it. Neither
    /// defaults nor presets speak of them.
    /// </summary>
    public static IEnumerable<int> Of(DeclaredNetwork network) =>
        Enumerable.Range(network.OutputPosition, network.Layers.Count - network.OutputPosition)
            .Where(position => network.FunctionAt(position) != Act.Linear);

    /// <summary><paramref name="problem"/> with a repair that takes away the activation at <paramref name="position"/>.</summary>
    public static Problem MendedByRemoving(this Problem problem, DeclaredNetwork network, int position)
    {
        int attribute = network.AttributeOf(position);
        return problem.MendedBy(
            $"Remove {nameof(Act)}.{network.FunctionAt(position)}",
            network.Layers[position] is DenseSpec ? new Edit.RemoveArgument(attribute, "activation") : new Edit.RemoveAttribute(attribute));
    }
}
