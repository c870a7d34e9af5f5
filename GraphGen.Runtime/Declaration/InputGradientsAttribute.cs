namespace GraphGen;

/// <summary>
/// Asks for <c>ComputeInputGradients</c>: the gradient of each row's loss by the row's own features, <c>dL(f(x), t) / dx</c>, of the network as it
/// predicts, of which nothing changes. What a generator learns from, what a saliency map shows, and where an adversarial example goes. The step of
/// training stays what it is; networks without the attribute contain nothing of it.
/// Source: Simonyan, Vedaldi and Zisserman, "Deep Inside Convolutional Networks", 2013; Goodfellow et al., "Generative Adversarial Nets", 2014.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class InputGradientsAttribute : Attribute;
