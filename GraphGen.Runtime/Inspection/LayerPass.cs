using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>One layer's way forward and backward in an inspection. It remembers what it computed.</summary>
/// <param name="layer">The layer.</param>
internal abstract class LayerPass(Layer layer)
{
    private readonly Dictionary<Parameter, float[]> _values = [];
    private readonly Dictionary<Parameter, float[]> _gradients = [];

    public Layer Layer => layer;

    /// <summary>What the layer's activation works on, and the activation; null for a layer without one.</summary>
    public virtual ActivationStage? Activation => null;

    /// <summary>The gradients of the loss by the parameters, row-major, as the last way backward left them; moving statistics have none.</summary>
    public IReadOnlyDictionary<Parameter, float[]> Gradients => _gradients;

    /// <summary>The pass of a layer.</summary>
    /// <exception cref="InvalidOperationException">The layer is of an unknown type.</exception>
    public static LayerPass Of(Layer layer) => layer switch
    {
        DenseLayer dense => new DensePass(dense),
        ActivationLayer activation => new ActivationPass(activation),
        BatchNormLayer batchNorm => new BatchNormPass(batchNorm),
        DropoutLayer or GaussianNoiseLayer or ActivityRegularizationLayer or SparsityLayer => new UnchangedPass(layer),
        _ => throw new InvalidOperationException($"An inspection cannot pass through {layer}, whose type {layer.GetType().Name} it does not know."),
    };

    /// <summary>The layer's outputs, as training computes them but without anything drawn at random.</summary>
    /// <param name="inputs"><c>[rows, inputs]</c>; kept for the way backward.</param>
    /// <returns><c>[rows, outputs]</c>.</returns>
    public abstract RowMatrix Forward(RowMatrix inputs);

    /// <summary>Computes <see cref="Gradients"/>. To be called after <see cref="Forward"/>.</summary>
    /// <param name="gradients">The gradient of the loss by the layer's outputs.</param>
    /// <param name="wantsInputGradients">False where nobody needs the gradient by the inputs, the layer being the first.</param>
    /// <returns>The gradient of the loss by the layer's inputs; null where it was not wanted and would have cost a product.</returns>
    public abstract RowMatrix? Backward(RowMatrix gradients, bool wantsInputGradients);

    /// <summary>A parameter's values as they are now, row-major; valid until they are asked for again.</summary>
    public float[] ValuesOf(Parameter parameter)
    {
        float[] values = RoomFor(parameter, _values);
        parameter.CopyTo(values);
        return values;
    }

    /// <summary>Adds what another layer contributes to the gradient of a parameter that both work with. To be called after <see cref="Backward"/>.</summary>
    /// <param name="parameter">The parameter, which is this layer's.</param>
    /// <param name="gradient">The contribution.</param>
    public void AddGradient(Parameter parameter, float[] gradient) => TensorPrimitives.Add<float>(_gradients[parameter], gradient, _gradients[parameter]);

    /// <summary>Room for the gradient of a parameter: zeros at first.</summary>
    protected float[] NewGradient(Parameter parameter)
    {
        float[] gradient = RoomFor(parameter, _gradients);
        Array.Clear(gradient);
        return gradient;
    }

    private static float[] RoomFor(Parameter parameter, Dictionary<Parameter, float[]> rooms)
    {
        ref float[]? room = ref CollectionsMarshal.GetValueRefOrAddDefault(rooms, parameter, out _);
        return room ??= new float[parameter.Length];
    }
}
