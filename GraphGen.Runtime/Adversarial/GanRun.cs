using System.Diagnostics;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>One training of a generator against a discriminator, whose arguments have been checked: its buffers are allocated here.</summary>
internal sealed class GanRun
{
    private readonly IGenerator _generator;
    private readonly IDiscriminator _discriminator;
    private readonly Dataset _data;
    private readonly GanOptions _options;
    private readonly BatchSampler _batches;
    private readonly ScheduleRun _generatorRate;
    private readonly ScheduleRun _discriminatorRate;
    private readonly GanJudgement _judgement;
    private readonly TrainingSnapshot _generatorBefore;
    private readonly TrainingSnapshot _discriminatorBefore;
    private readonly int _rowSize;
    private readonly int _noiseSize;

    // Real rows first, generated ones behind them.
    private readonly float[] _rows;
    private readonly float[] _noise;
    private readonly float[] _targets;
    private readonly float[] _gradients;
    private ulong _step;

    public GanRun(IGenerator generator, IDiscriminator discriminator, Dataset data, GanOptions options)
    {
        (_generator, _discriminator, _data, _options) = (generator, discriminator, data, options);
        (_rowSize, _noiseSize) = (discriminator.Info.InputSize, generator.Info.InputSize);
        int size = Math.Min(options.BatchSize, data.Count);
        _batches = new BatchSampler(data.Count, size, options.Seed);
        RequireRoom(size);
        _generatorRate = (options.GeneratorSchedule ?? LearningRateSchedule.Constant(options.GeneratorRate)).Start(_batches.BatchCount, options.Epochs);
        _discriminatorRate = (options.DiscriminatorSchedule ?? LearningRateSchedule.Constant(options.DiscriminatorRate)).Start(_batches.BatchCount, options.Epochs);
        generator.EnsureCapacity(size);
        discriminator.EnsureCapacity(2 * size);
        _rows = new float[2 * size * _rowSize];
        _noise = new float[size * _noiseSize];
        _targets = new float[2 * size];
        _gradients = new float[size * _rowSize];
        _judgement = new GanJudgement(generator, discriminator, data, options.Seed);
        _generatorBefore = new TrainingSnapshot(generator);
        _discriminatorBefore = new TrainingSnapshot(discriminator);
    }

    /// <summary>Runs the epochs.</summary>
    /// <exception cref="TrainingDivergedException">A loss or a parameter is not finite.</exception>
    public IReadOnlyList<GanEpoch> Run()
    {
        var epochs = new List<GanEpoch>();
        long start = Stopwatch.GetTimestamp();
        for (int epoch = 1; epoch <= _options.Epochs && !_options.CancellationToken.IsCancellationRequested; epoch++)
        {
            _generatorBefore.Take();
            _discriminatorBefore.Take();

            // A training without a step does not claim it, and one that diverges gives it back.
            _generator.Memory.Scaling = new DataScaling(null, _data.InputScaling);
            _discriminator.Memory.Scaling = new DataScaling(_data.InputScaling, null);
            (float generatorLoss, float discriminatorLoss) = RunEpoch(epoch);
            (float real, float generated) = _judgement.Of(epoch);
            var record = new GanEpoch(epoch, generatorLoss, discriminatorLoss, real, generated, Stopwatch.GetElapsedTime(start));
            epochs.Add(record);
            _options.Progress?.Report(record);
        }

        return epochs.AsReadOnly();
    }

    private void RequireRoom(int size)
    {
        if (Math.Max(2L * size * _rowSize, (long)size * _noiseSize) > Array.MaxLength)
        {
            throw Guard.Invalid(
                nameof(GanOptions.BatchSize),
                $"Mini-batches of {size} real rows, as many generated ones and their noise are more than an array holds",
                $"set it to less, such as 64");
        }
    }

    private (float Generator, float Discriminator) RunEpoch(int epoch)
    {
        double generatorLoss = 0, discriminatorLoss = 0;
        int generatorSteps = 0, discriminatorSteps = 0;
        _batches.Shuffle(epoch - 1);
        for (int batch = 0; batch < _batches.BatchCount; batch++)
        {
            ReadOnlySpan<int> picked = _batches.Batch(batch);
            float generatorRate = _generatorRate.Next();
            discriminatorLoss += Finite(TrainDiscriminator(picked, _discriminatorRate.Next()), "discriminator's loss", epoch, batch);
            discriminatorSteps++;
            if (++_step % (ulong)_options.DiscriminatorSteps == 0)
            {
                generatorLoss += Finite(TrainGenerator(picked.Length, generatorRate), "generator's loss", epoch, batch);
                generatorSteps++;
            }

            if (_options.CancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        RequireFinite(_generator, epoch);
        RequireFinite(_discriminator, epoch);
        float meanLoss = (float)(discriminatorLoss / discriminatorSteps);
        _generatorRate.EndEpoch(meanLoss);
        _discriminatorRate.EndEpoch(meanLoss);
        return ((float)(generatorLoss / generatorSteps), meanLoss);
    }

    /// <summary>Real rows against their target, and generated ones against 0. Returns the loss before the step.</summary>
    private float TrainDiscriminator(ReadOnlySpan<int> picked, float rate)
    {
        int count = picked.Length;
        Span<float> rows = _rows.AsSpan(0, 2 * count * _rowSize), noise = _noise.AsSpan(0, count * _noiseSize), targets = _targets.AsSpan(0, 2 * count);
        for (int row = 0; row < count; row++)
        {
            _data.InputRow(picked[row]).CopyTo(rows[(row * _rowSize)..]);
        }

        LatentNoise.Fill(noise, _options.Seed, LatentNoise.TrainingStream + _step);
        _generator.Forward(noise, rows[(count * _rowSize)..]);
        targets[..count].Fill(_options.RealTarget);
        targets[count..].Clear();
        return _discriminator.TrainStep(rows, targets, rate);
    }

    /// <summary>The rows that were generated last against 1: how each should change for the discriminator to take it for real. Returns the loss before the step.</summary>
    private float TrainGenerator(int count, float rate)
    {
        Span<float> targets = _targets.AsSpan(0, count), gradients = _gradients.AsSpan(0, count * _rowSize);
        targets.Fill(1);
        float loss = _discriminator.ComputeInputGradients(_rows.AsSpan(count * _rowSize, count * _rowSize), targets, gradients);
        _generator.Backward(gradients, rate);
        return loss;
    }

    private float Finite(float loss, string whose, int epoch, int batch) => float.IsFinite(loss)
        ? loss
        : throw Diverged(Invariant($"The {whose} became {loss} in epoch {epoch}, batch {batch + 1} of {_batches.BatchCount}"), "loss", epoch, batch);

    private void RequireFinite(INetwork network, int epoch)
    {
        foreach (Layer layer in network.Layers)
        {
            foreach (Parameter parameter in layer.Parameters)
            {
                if (!_judgement.IsFinite(parameter))
                {
                    throw Diverged(Invariant($"'{parameter.Name}' of {network.Info.Name} is not finite after epoch {epoch}"), layer.Name, epoch, _batches.BatchCount - 1);
                }
            }
        }
    }

    private TrainingDivergedException Diverged(string what, string layer, int epoch, int batch)
    {
        _generatorBefore.Restore();
        _discriminatorBefore.Restore();
        string remedy = Invariant($"train with smaller rates than the generator's {_generatorRate.Rate} and the discriminator's {_discriminatorRate.Rate}, or clip the gradients");
        return new TrainingDivergedException(
            Invariant($"{what}: training diverged. Both networks are what they were when the epoch began: {remedy}."),
            layer,
            epoch,
            batch + 1,
            ((long)(epoch - 1) * _batches.BatchCount) + batch + 1);
    }
}
