using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

/// <summary>
/// A declared network run wholly by the <see cref="Interpreter"/>, on the graphs as they are lowered, before any pass: what
/// every emitted network is compared with.
/// </summary>
internal sealed class ReferenceNetwork
{
    private readonly NetworkSpec _network;
    private readonly ulong _seed;
    private readonly Arithmetic _arithmetic;
    private readonly DataflowGraph _training;
    private readonly DataflowGraph _inference;
    private readonly DataflowGraph _update;
    private readonly Dictionary<ParameterSpec, double[][]> _slots;
    private readonly List<double[]> _kinkInputs = [];
    private uint _stepsDone;

    /// <summary>Starts with zeros in every parameter: fill <see cref="Parameters"/>.</summary>
    /// <param name="network">What was declared.</param>
    /// <param name="seed">The seed of the dropout masks.</param>
    /// <param name="arithmetic">How results are rounded; exact by default.</param>
    public ReferenceNetwork(NetworkSpec network, ulong seed = 0, Arithmetic? arithmetic = null)
    {
        _network = network;
        _seed = seed;
        _arithmetic = arithmetic ?? Arithmetic.Exact;
        _training = Differentiation.Differentiate(NetworkLowering.Training(network));
        _inference = NetworkLowering.Inference(network).Build();
        _update = OptimizerLowering.Lower(network.Optimizer);
        Specification = NetworkLowering.Parameters(network);
        Parameters = Specification.ToDictionary(parameter => parameter.Name, parameter => new double[parameter.Length], StringComparer.Ordinal);
        _slots = Specification.Where(parameter => parameter.Trainable).ToDictionary(
            parameter => parameter,
            parameter => Enumerable.Range(0, OptimizerLowering.Slots(network.Optimizer)).Select(_ => new double[parameter.Length]).ToArray());
    }

    /// <summary>Every parameter and moving statistic, in the order of the layers.</summary>
    public IReadOnlyList<ParameterSpec> Specification { get; }

    /// <summary>Their present values by name, row-major.</summary>
    public Dictionary<string, double[]> Parameters { get; }

    /// <summary>What went into activations whose slope jumps at zero, over all runs so far.</summary>
    public IReadOnlyList<double[]> KinkInputs => _kinkInputs;

    /// <summary>The mean loss of a training-mode pass and its gradient by each trainable parameter's name. Changes nothing.</summary>
    public (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(int rows, double[] inputs, double[] expected)
    {
        Interpreter run = Train(rows, inputs, expected);
        return (run.Output(OutputRole.Loss)[0], _slots.Keys.ToDictionary(parameter => parameter.Name, parameter => run.Output(OutputRole.Gradient, parameter), StringComparer.Ordinal));
    }

    /// <summary>One optimizer step.</summary>
    /// <returns>The mean loss before it.</returns>
    public double TrainStep(int rows, double[] inputs, double[] expected, double learningRate)
    {
        Interpreter run = Train(rows, inputs, expected);
        double loss = run.Output(OutputRole.Loss)[0];
        var changed = _training.Outputs.Where(output => output.Role == OutputRole.Update)
            .ToDictionary(output => output.Parameter!.Name, output => run[output.Value]);
        foreach (ParameterSpec parameter in _slots.Keys)
        {
            changed.Add(parameter.Name, Updated(parameter, run.Output(OutputRole.Gradient, parameter), learningRate));
        }

        foreach ((string name, double[] values) in changed)
        {
            Parameters[name] = values;
        }

        LimitNorms();
        _stepsDone++;
        return loss;
    }

    /// <summary>Inference mode: probabilities, or the values of a regression, [rows, outputs].</summary>
    public double[] Predict(int rows, double[] inputs)
    {
        var run = new Interpreter(_inference, new Feed { Rows = rows, Inputs = inputs, Parameters = Parameters }, _arithmetic);
        double[] prediction = run.Output(OutputRole.Prediction);
        Record(_inference, run);
        return prediction;
    }

    private Interpreter Train(int rows, double[] inputs, double[] expected)
    {
        var feed = new Feed { Rows = rows, Inputs = inputs, Expected = expected, Parameters = Parameters, Seed = _seed, Step = _stepsDone };
        var run = new Interpreter(_training, feed, _arithmetic);
        Record(_training, run);
        return run;
    }

    private void Record(DataflowGraph graph, Interpreter run) => _kinkInputs.AddRange(graph.Values
        .Where(value => value.Operation is Activate { Function: var function } && ActivationFunctions.HasKink(function))
        .Select(value => run[value.Inputs[0]]));

    private double[] Updated(ParameterSpec parameter, double[] gradient, double learningRate)
    {
        double[][] slots = _slots[parameter];
        var operands = new Dictionary<UpdateRole, double[]>
        {
            [UpdateRole.Parameter] = Parameters[parameter.Name],
            [UpdateRole.Gradient] = gradient,
        };
        for (int slot = 0; slot < slots.Length; slot++)
        {
            operands.Add(UpdateRole.Slot1 + slot, slots[slot]);
        }

        var feed = new Feed { Rows = gradient.Length, Operands = operands, Scalars = Scalars(learningRate) };
        var run = new Interpreter(_update, feed, _arithmetic);
        for (int slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = run.Output(OutputRole.NewSlot1 + slot);
        }

        return run.Output(OutputRole.NewParameter);
    }

    private Dictionary<StepScalarKind, double> Scalars(double learningRate)
    {
        var scalars = new Dictionary<StepScalarKind, double> { [StepScalarKind.LearningRate] = learningRate };
        if (_network.Optimizer is AdamSpec adam)
        {
            double step = _stepsDone + 1;
            double correction = Math.Sqrt(1 - Math.Pow(adam.Beta2, step));
            scalars.Add(StepScalarKind.AdamRate, learningRate * correction / (1 - Math.Pow(adam.Beta1, step)));
            scalars.Add(StepScalarKind.AdamEpsilon, adam.Epsilon * correction);
        }

        return scalars;
    }

    private void LimitNorms()
    {
        foreach (DenseSpec dense in _network.Layers.OfType<DenseSpec>().Where(dense => dense.MaxNorm > 0 && !dense.Frozen))
        {
            ParameterSpec weight = Specification.Single(parameter => parameter.Layer == dense.Name && parameter.Role == ParameterRole.Weight);
            var run = new Interpreter(MaxNormLowering.Lower(weight, dense.MaxNorm), new Feed { Rows = 1, Parameters = Parameters }, _arithmetic);
            Parameters[weight.Name] = run.Output(OutputRole.Update, weight);
        }
    }
}
