namespace GraphGen;

/// <summary>
/// Fills in whatever the declaration leaves unsaid by one of three recipes: activations and initialisers of hidden layers, normalisation,
/// dropout, the optimizer, and the schedule of fits that name none. An explicit attribute or argument always wins, then
/// <see cref="DefaultsAttribute"/>, then the preset. A declared <c>[BatchNorm]</c> anywhere means that it adds none of its own, and so
/// does a declared <c>[Dropout]</c> or <c>[AlphaDropout]</c>. Its initialiser goes with its activation: a layer that names another one
/// gets the initialiser that suits that. What it filled in stands in <c>Info.Summary()</c>.
/// </summary>
/// <example>
/// <code>
/// [Input(784)]
/// [Preset(Preset.Classic)]
/// [Dense(300)] [Dense(100)] [Dense(10)]
/// [SoftmaxCrossEntropy]
/// public partial class Digits;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class PresetAttribute : Attribute
{
    /// <summary>Declares the recipe.</summary>
    /// <param name="preset">The recipe.</param>
    public PresetAttribute(Preset preset) => Preset = preset;

    /// <summary>The recipe.</summary>
    public Preset Preset { get; }
}
