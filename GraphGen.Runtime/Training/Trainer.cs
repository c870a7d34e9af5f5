using System.Numerics.Tensors;
using System.ComponentModel;
using System.Diagnostics;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>What a generated network's <c>Fit</c> and <c>Evaluate</c> do, whatever was declared.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trainer
{
    /// <summary>
    /// Trains <paramref name="network"/> by mini-batches in an order shuffled anew for each epoch. Everything is checked before the
    /// first step; an epoch allocates nothing but its record.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="train">The training data.</param>
    /// <param name="options">How to train.</param>
    /// <returns>The record of every epoch.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The training or validation data do not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The loss or a parameter became NaN or infinite: the training has diverged.</exception>
    public static History Fit(INetwork network, Dataset train, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        Guard.Dataset(train, network.Info, nameof(train));
        if (options.Validation is { } validation)
        {
            Guard.Dataset(validation, network.Info, nameof(options.Validation));
        }

        int batchSize = Math.Min(options.BatchSize, train.Count);
        network.EnsureCapacity(batchSize);
        var sampler = new BatchSampler(train.Count, batchSize, options.Seed);
        Evaluator? evaluator = options.Validation is null ? null : new Evaluator(network, options.Validation);
        var records = new List<EpochRecord>(Math.Min(options.Epochs, 1024));
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            (float loss, float accuracy) = RunEpoch(network, train, sampler, epoch, options.LearningRate);
            double seconds = Math.Max(1, Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency;
            Evaluation? evaluation = evaluator?.Run();
            if (evaluation is { Loss: var validationLoss } && !float.IsFinite(validationLoss))
            {
                throw Diverged(Invariant($"The validation loss became {validationLoss} after epoch {epoch}"), options.LearningRate);
            }

            var record = new EpochRecord(
                epoch, loss, accuracy, evaluation?.Loss, evaluation?.Accuracy, seconds, train.Count / seconds, options.LearningRate);
            records.Add(record);
            options.OnEpoch?.Invoke(record);
        }

        RequireFiniteParameters(network, options.LearningRate);
        return new History(records.ToArray());
    }

    /// <summary>The mean loss and the accuracy of <paramref name="network"/> on <paramref name="data"/>, in inference mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network.</exception>
    public static Evaluation Evaluate(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        Guard.Dataset(data, network.Info, nameof(data));
        return new Evaluator(network, data).Run();
    }

    private static (float Loss, float Accuracy) RunEpoch(INetwork network, Dataset train, BatchSampler sampler, int epoch, float learningRate)
    {
        sampler.Shuffle(epoch - 1);
        double total = 0;
        long hits = 0;
        for (int index = 0; index < sampler.BatchCount; index++)
        {
            ReadOnlySpan<int> rows = sampler.Batch(index);
            float loss = network.TrainStep(train, rows, learningRate);
            if (!float.IsFinite(loss))
            {
                throw Diverged(Invariant($"The loss became {loss} in epoch {epoch}, batch {index + 1} of {sampler.BatchCount}"), learningRate);
            }

            total += (double)loss * rows.Length;
            hits += network.Hits;
        }

        return ((float)(total / train.Count), Evaluator.Accuracy(network.Info, hits, train.Count));
    }

    /// <summary>The last step is followed by no other whose loss would show that it went wrong.</summary>
    private static void RequireFiniteParameters(INetwork network, float learningRate)
    {
        float[] values = [];
        foreach (Parameter parameter in network.Parameters)
        {
            if (values.Length < parameter.Length)
            {
                values = new float[parameter.Length];
            }

            Span<float> copy = values.AsSpan(0, parameter.Length);
            parameter.CopyTo(copy);
            if (!TensorPrimitives.IsFiniteAll<float>(copy))
            {
                throw Diverged($"After the last step '{parameter.Name}' holds a NaN or an infinity", learningRate);
            }
        }
    }

    private static InvalidOperationException Diverged(string what, float learningRate)
    {
        string remedy = Invariant($"train it with a learning rate smaller than {learningRate}");
        return new InvalidOperationException($"{what}: training diverged, and the parameters are spoilt. Load or construct the network anew and {remedy}.");
    }
}
