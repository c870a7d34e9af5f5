namespace GraphGen;

/// <summary>
/// The loss is measured elsewhere, such as by another network: training takes, in the place of targets, the gradient g of each row's loss by the
/// row's outputs y. <c>loss = mean over rows of the sum over outputs of y * g</c>, whose gradient by the outputs is g itself. The class gets
/// <c>Forward</c>, which yields the outputs of a mini-batch, and <c>Backward</c>, which takes the gradients by them; it gets no <c>Fit</c> and no
/// <c>Evaluate</c>. Generators of adversarial networks are such networks: see <see cref="GanTrainer"/>.
/// <c>[SampleWeights]</c> says nothing beside it: what a row counts is part of its gradient.
/// Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.5: the product of a Jacobian and a gradient.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ExternalLossAttribute : Attribute;
