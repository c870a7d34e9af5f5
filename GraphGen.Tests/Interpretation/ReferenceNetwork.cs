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
    private readonly DataflowGraph _weightUpdate;
    private readonly DataflowGraph _vectorUpdate;
    private readonly Dictionary<ParameterSpec, double[][]> _slots;
    private readonly Dictionary<string, double[]> _accumulated;
    private readonly double[] _chainStates;
    private int _batchesAccumulated;
    private double _momentumProduct = 1;
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
        _training = TrainingGraph.Of(network);
        _inference = NetworkLowering.Inference(network).Build();
        _weightUpdate = OptimizerLowering.Lower(network, decays: true);
        _vectorUpdate = OptimizerLowering.Lower(network, network.Optimizer.DecaysVectors);
        Specification = NetworkLowering.Parameters(network);
        Parameters = Specification.ToDictionary(parameter => parameter.Name, parameter => new double[parameter.Length], StringComparer.Ordinal);
        _slots = Specification.Where(parameter => parameter.Trainable).ToDictionary(
            parameter => parameter,
            parameter => Enumerable.Range(0, OptimizerLowering.Slots(network.Optimizer)).Select(_ => new double[parameter.Length]).ToArray());
        Averages = Zeros();
        _accumulated = Zeros();
        _chainStates = network.Boltzmann is { } machine ? new double[machine.PersistentChains * ((DenseSpec)network.Layers[0]).Units] : [];
    }

    /// <summary>Every parameter and moving statistic, in the order of the layers.</summary>
    public IReadOnlyList<ParameterSpec> Specification { get; }

    /// <summary>Their present values by name, row-major.</summary>
    public Dictionary<string, double[]> Parameters { get; }

    /// <summary>What went into activations whose slope jumps at zero, over all runs so far.</summary>
    public IReadOnlyList<double[]> KinkInputs => _kinkInputs;

    /// <summary>The places of the layers that are not trained, though they could be.</summary>
    public IReadOnlyCollection<int> Resting { get; init; } = [];

    /// <summary>The moving average of each trained parameter by its name, where the network has them.</summary>
    public Dictionary<string, double[]> Averages { get; }

    /// <summary>
    /// The mean loss of a training-mode pass and its gradient by each trainable parameter's name, added to those that wait for a step where
    /// mini-batches are accumulated. Parameters and moving statistics stay as they are.
    /// </summary>
    public (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(Batch batch) => Accumulate(Train(batch));

    /// <summary>One mini-batch, and a step where it completes one.</summary>
    /// <returns>The mean loss before it.</returns>
    public double TrainStep(Batch batch, double learningRate) => TrainStep(batch, learningRate, _batchesAccumulated >= _network.AccumulatedBatches - 1);

    /// <summary>One mini-batch, and a step with all gradients there are.</summary>
    /// <returns>The mean loss before it.</returns>
    public double TrainStepAtOnce(Batch batch, double learningRate) => TrainStep(batch, learningRate, completes: true);

    private double TrainStep(Batch batch, double learningRate, bool completes)
    {
        Interpreter run = Train(batch);
        (double loss, Dictionary<string, double[]> gradients) = Accumulate(run);
        foreach (Output output in _training.Outputs.Where(output => output.Role == OutputRole.Update).ToList())
        {
            Parameters[output.Parameter!.Name] = run[output.Value];
        }

        if (completes)
        {
            Apply(gradients, learningRate);
        }

        return loss;
    }

    private (double Loss, Dictionary<string, double[]> Gradients) Accumulate(Interpreter run)
    {
        var gradients = _slots.Keys.Where(IsTrained).ToDictionary(parameter => parameter.Name, parameter => run.Output(OutputRole.Gradient, parameter), StringComparer.Ordinal);
        if (_network.AccumulatedBatches > 1)
        {
            _batchesAccumulated++;
            foreach ((string name, double[] gradient) in gradients)
            {
                _accumulated[name] = gradient;
            }
        }

        return (run.Output(OutputRole.Loss)[0], gradients);
    }

    private void Apply(Dictionary<string, double[]> gradients, double learningRate)
    {
        Dictionary<StepScalarKind, double> scalars = Scalars(learningRate, gradients);
        foreach (ParameterSpec parameter in _slots.Keys.Where(IsTrained))
        {
            Update(parameter, gradients[parameter.Name], scalars);
        }

        LimitNorms(scalars);
        foreach (ParameterSpec parameter in _slots.Keys.Where(parameter => !IsTrained(parameter)))
        {
            Averages[parameter.Name] = Parameters[parameter.Name];
        }

        _stepsDone++;
        if (_network.Optimizer is NadamSpec nadam)
        {
            _momentumProduct *= Momentum(nadam, _stepsDone);
        }

        _batchesAccumulated = 0;
        foreach (double[] waiting in _accumulated.Values.ToList())
        {
            Array.Clear(waiting);
        }
    }

    /// <summary>The mean loss of predictions, penalties and weights apart, and behind it the gradient of each row's own loss by the row.</summary>
    public double[] ComputeInputGradients(Batch batch)
    {
        DataflowGraph graph = Differentiation.DifferentiateByInput(NetworkLowering.Resting(_network));
        var feed = new Feed { Rows = batch.Rows, Inputs = batch.Inputs, Expected = batch.Expected, Parameters = Parameters };
        var run = new Interpreter(graph, feed, _arithmetic);
        Record(graph, run);
        return [run.Output(OutputRole.Loss)[0], .. run.Output(OutputRole.InputGradient).Select(gradient => gradient * batch.Rows)];
    }

    /// <summary>Inference mode: probabilities, or the values of a regression, [rows, outputs].</summary>
    public double[] Predict(int rows, double[] inputs)
    {
        var run = new Interpreter(_inference, new Feed { Rows = rows, Inputs = inputs, Parameters = Parameters }, _arithmetic);
        double[] prediction = run.Output(OutputRole.Prediction);
        Record(_inference, run);
        return prediction;
    }

    /// <summary>Mean and standard deviation of each output over so many passes with dropout, one behind the other.</summary>
    public (double[] Mean, double[] Deviation) PredictSamples(int rows, double[] inputs, int samples, ulong seed)
    {
        DataflowGraph sampling = NetworkLowering.Sampling(_network).Build();
        double[][] passes = Enumerable.Range(0, samples).Select(sample => new Interpreter(
            sampling, new Feed { Rows = rows, Inputs = inputs, Parameters = Parameters, Seed = seed, Step = (uint)sample }, _arithmetic).Output(OutputRole.Prediction)).ToArray();
        double[] mean = passes[0].Select((_, index) => passes.Average(pass => pass[index])).ToArray();
        return (mean, mean.Select((center, index) => Math.Sqrt(passes.Average(pass => Math.Pow(pass[index] - center, 2)))).ToArray());
    }

    private Dictionary<string, double[]> Zeros() =>
        _slots.Keys.ToDictionary(parameter => parameter.Name, parameter => new double[parameter.Length], StringComparer.Ordinal);

    private Interpreter Train(Batch batch)
    {
        var feed = new Feed
        {
            Rows = batch.Rows,
            Inputs = batch.Inputs,
            Expected = batch.Expected,
            Weights = batch.Weights,
            Parameters = Parameters,
            Accumulated = _accumulated,
            Resting = Resting,
            Seed = _seed,
            Step = (_stepsDone * (uint)_network.AccumulatedBatches) + (uint)_batchesAccumulated,
        };
        if (_chainStates.Length > 0)
        {
            int units = ((DenseSpec)_network.Layers[0]).Units;
            feed = feed with { ChainStates = [.. Enumerable.Range(0, batch.Rows * units).Select(index => _chainStates[index % _chainStates.Length])] };
        }

        var run = new Interpreter(_training, feed.For(_training, _network, _arithmetic), _arithmetic);
        if (_chainStates.Length > 0)
        {
            double[] ends = run.Output(OutputRole.ChainStates);
            ends.AsSpan(0, Math.Min(ends.Length, _chainStates.Length)).CopyTo(_chainStates);
        }

        Record(_training, run);
        return run;
    }

    private void Record(DataflowGraph graph, Interpreter run)
    {
        foreach (Value value in graph.Values)
        {
            _kinkInputs.AddRange(value.Operation switch
            {
                Activate { Function: var function } => ActivationFunctions.Kinks(function).Select(kink => run[value.Inputs[0]].Select(z => z - kink).ToArray()),
                Rectify or RandomRectify or Sign => [run[value.Inputs[0]]],
                Loss { Spec.Kind: LossKind.MeanAbsoluteError } when graph != _inference => [run[value.Inputs[0]].Zip(run[value.Inputs[1]], (z, t) => z - t).ToArray()],
                _ => [],
            });
        }
    }

    private void Update(ParameterSpec parameter, double[] gradient, Dictionary<StepScalarKind, double> scalars)
    {
        double[][] slots = _slots[parameter];
        var operands = new Dictionary<UpdateRole, double[]>
        {
            [UpdateRole.Parameter] = Parameters[parameter.Name],
            [UpdateRole.Gradient] = gradient,
            [UpdateRole.Average] = Averages[parameter.Name],
        };
        for (int slot = 0; slot < slots.Length; slot++)
        {
            operands.Add(UpdateRole.Slot1 + slot, slots[slot]);
        }

        double multiplier = _network.Layers.Single(layer => layer.Name == parameter.Layer) is DenseSpec dense ? dense.RateMultiplier : 1;
        var scaled = scalars.ToDictionary(pair => pair.Key, pair => pair.Key <= StepScalarKind.Decay ? multiplier * pair.Value : pair.Value);
        var feed = new Feed { Rows = gradient.Length, Operands = operands, Scalars = scaled };
        var run = new Interpreter(parameter.Role == ParameterRole.Weight ? _weightUpdate : _vectorUpdate, feed, _arithmetic);
        for (int slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = run.Output(OutputRole.NewSlot1 + slot);
        }

        if (_network.AverageDecay > 0)
        {
            Averages[parameter.Name] = run.Output(OutputRole.NewAverage);
        }

        Parameters[parameter.Name] = run.Output(OutputRole.NewParameter);
    }

    /// <summary>The numbers of a step, as the papers write them.</summary>
    private Dictionary<StepScalarKind, double> Scalars(double learningRate, Dictionary<string, double[]> gradients)
    {
        double step = _stepsDone + 1;
        var scalars = new Dictionary<StepScalarKind, double>
        {
            [StepScalarKind.LearningRate] = learningRate,
            [StepScalarKind.Decay] = learningRate * _network.Optimizer.WeightDecay,
            [StepScalarKind.AverageShare] = 1 - Math.Min(_network.AverageDecay, (step - 1) / (step + 9)),
            [StepScalarKind.GradientScale] = Math.Min(1, _network.ClipNorm / Math.Sqrt(gradients.Values.Sum(gradient => gradient.Sum(element => element * element)))),
        };
        switch (_network.Optimizer)
        {
            case AdamSpec adam:
                AddAdam(adam.Beta1, adam.Beta2, adam.Epsilon);
                break;
            case AdaMaxSpec adaMax:
                scalars.Add(StepScalarKind.AdaMaxRate, learningRate / (1 - Math.Pow(adaMax.Beta1, step)));
                break;
            case NadamSpec nadam:
                AddAdam(nadam.Beta1, nadam.Beta2, nadam.Epsilon);
                double momentum = Momentum(nadam, step), next = Momentum(nadam, step + 1), product = _momentumProduct * momentum;
                double correction = Math.Sqrt(1 - Math.Pow(nadam.Beta2, step));
                scalars.Add(StepScalarKind.NadamMeanRate, learningRate * correction * next / (1 - (product * next)));
                scalars.Add(StepScalarKind.NadamGradientRate, learningRate * correction * (1 - momentum) / (1 - product));
                break;
        }

        return scalars;

        void AddAdam(double beta1, double beta2, double epsilon)
        {
            double correction = Math.Sqrt(1 - Math.Pow(beta2, step));
            scalars.Add(StepScalarKind.AdamRate, learningRate * correction / (1 - Math.Pow(beta1, step)));
            scalars.Add(StepScalarKind.AdamEpsilon, epsilon * correction);
        }
    }

    private static double Momentum(NadamSpec nadam, double step) => nadam.Beta1 * (1 - (0.5 * Math.Pow(0.96, step * nadam.MomentumDecay)));

    private bool IsTrained(ParameterSpec parameter) => !Rests(parameter.Layer);

    private bool Rests(string layer) => Resting.Any(index => _network.Layers[index].Name == layer);

    private void LimitNorms(Dictionary<StepScalarKind, double> scalars)
    {
        foreach (DenseSpec dense in _network.Layers.OfType<DenseSpec>().Where(dense => dense.MaxNorm > 0 && !dense.Frozen && !Rests(dense.Name)))
        {
            ParameterSpec weight = Specification.Single(parameter => parameter.Layer == dense.Name && parameter.Role == ParameterRole.Weight);
            var feed = new Feed { Rows = 1, Parameters = Parameters, Averages = Averages, Scalars = scalars };
            var run = new Interpreter(MaxNormLowering.Lower(weight, dense.MaxNorm, _network.AverageDecay > 0), feed, _arithmetic);
            double[] limited = run.Output(OutputRole.Update, weight);
            if (_network.AverageDecay > 0)
            {
                Averages[weight.Name] = run.Output(OutputRole.NewAverage, weight);
            }

            Parameters[weight.Name] = limited;
        }
    }
}
