namespace GraphGen;

/// <summary>
/// Gives every row a weight in the loss: <c>loss = sum over rows of weight * loss of the row / rows</c>, as Keras does; PyTorch divides by
/// the sum of the weights. <c>TrainStep</c> and <c>ComputeGradients</c> then take the weights as a further argument, a
/// <see cref="Dataset"/> brings its own (<c>data.WithWeights(weights)</c>, 1 each where it has none), and <c>FitOptions.ClassWeights</c>
/// sets them by class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SampleWeightsAttribute : Attribute;
