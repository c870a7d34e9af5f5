using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>
/// Takes a fit that has diverged back to the last parameters with a finite loss, and finds out where the first NaN or infinity came
/// from. For that it keeps the network as it was at the start of this epoch and of the one before: the steps since are repeated, which
/// gives the same bits, so that nothing needs to be kept from step to step. What was changed between two epochs is not repeated: then it
/// goes back to the start of the later one. Which layers are trainable is left as it is.
/// </summary>
internal sealed class Rewinder(INetwork network, IBatchSource batches)
{
    private const string Kept = "The parameters are the last ones with a finite loss";

    private EpochStart _current = new(network, batches.Count);
    private EpochStart _before = new(network, batches.Count);

    /// <summary>To be called at the start of each epoch.</summary>
    public void Begin(int epoch, int firstBatch)
    {
        (_current, _before) = (_before, _current);
        _current.Take(epoch, firstBatch);
    }

    /// <summary>To be called before each step.</summary>
    public void NoteRate(int batch, float rate) => _current.Rates[batch] = rate;

    /// <summary>To be called after each step.</summary>
    public void NoteLoss(int batch, float loss) => _current.Losses[batch] = loss;

    /// <summary>Whether every parameter is finite. Padding need not be, so an exact look follows only where it may matter.</summary>
    public bool HasFiniteParameters() =>
        TensorPrimitives.IsFiniteAll<float>(network.Memory.Parameters.Span) || FirstSpoiltParameter() is null;

    /// <summary>A step's loss is not finite: the step before it, if there is one, went too far.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="batch">The mini-batch in this epoch, from 0.</param>
    public TrainingDivergedException LossDiverged(float loss, int batch)
    {
        using var present = new TrainableLayers(network);
        string what = Invariant($"The loss became {loss} in epoch {_current.Epoch}, batch {batch + 1} of {batches.Count}");
        (EpochStart epoch, int last) = batch > _current.FirstBatch ? (_current, batch - 1) : (_before, batches.Count - 1);
        if (epoch.Epoch == 0)
        {
            _current.Restore();
            what += ", before the first step of this fit";
            const string Remedy = "scale the inputs and targets, or begin with smaller parameters, new ones or those of an earlier checkpoint";
            return Exception(what, Overflow(_current, batch), "The parameters are those that the fit began with", Remedy);
        }

        if (!TryGoBackTo(epoch, last))
        {
            return ChangedDuring(what, epoch, batch);
        }

        var good = new TrainingSnapshot(network);
        Step(epoch, last);
        if (batch == _current.FirstBatch && !_current.Matches())
        {
            return ChangedBetweenEpochs(what);
        }

        Cause cause = FirstSpoiltParameter() is { } spoilt ? Spoilt(spoilt, epoch, last) : Overflow(_current, batch);
        if (!Diverges(batch))
        {
            _current.Restore();
            return ChangedDuring(what, _current, batch);
        }

        good.Restore();
        return Exception(what, cause, Kept);
    }

    /// <summary>The last step of an epoch spoilt a parameter, and no other step followed whose loss would show it.</summary>
    public TrainingDivergedException ParametersDiverged()
    {
        using var present = new TrainableLayers(network);
        int last = batches.Count - 1;
        string what = Invariant($"Epoch {_current.Epoch} ended with a parameter that is not finite");
        Cause cause = FirstSpoiltParameter() is { } spoilt ? Spoilt(spoilt, _current, last) : LossIn(_current, last);
        return Exception(what, cause, TryGoBackTo(_current, last) ? Kept : $"The parameters are those from {StartOf(_current)}");
    }

    /// <summary>The parameters are finite, but the validation data give a loss that is not.</summary>
    public TrainingDivergedException ValidationDiverged(float loss)
    {
        using var present = new TrainableLayers(network);
        _current.Restore();
        return Exception(
            Invariant($"The validation loss became {loss} after epoch {_current.Epoch}"),
            new Cause("loss", "of the validation data after", _current, batches.Count - 1),
            $"The parameters are those from {StartOf(_current)}");
    }

    /// <summary>The last epoch did not end with the network that this one began with: its steps are not what made the loss.</summary>
    private TrainingDivergedException ChangedBetweenEpochs(string what)
    {
        _current.Restore();
        Cause cause = FirstSpoiltParameter() is { } spoilt
            ? new Cause(LayerOf(spoilt), $"whose '{spoilt.Name}' had one before", _current, 0)
            : Overflow(_current, 0);
        string kept = Invariant(
            $"The network or the data were changed after epoch {_before.Epoch}, so the parameters are those from {StartOf(_current)}");
        return Exception(what, cause, kept, "look at what changed them, such as a callback");
    }

    /// <summary>The steps give other losses than they gave: they alone are not what made the loss. The network is as the epoch began with it.</summary>
    private TrainingDivergedException ChangedDuring(string what, EpochStart epoch, int batch) => Exception(
        what,
        LossIn(_current, batch),
        Invariant($"The network or the data were changed during epoch {epoch.Epoch}, so the parameters are those from {StartOf(epoch)}"),
        "look at what changed them, such as a callback, or train with a smaller learning rate");

    /// <summary>Whether the step that diverged does so again.</summary>
    private bool Diverges(int batch)
    {
        batches.Begin(_current.Epoch, batch);
        return !float.IsFinite(Step(_current, batch));
    }

    private static string StartOf(EpochStart epoch) => epoch.FirstBatch == 0
        ? Invariant($"the start of epoch {epoch.Epoch}")
        : Invariant($"epoch {epoch.Epoch} after batch {epoch.FirstBatch}, where the fit was resumed");

    /// <summary>Makes the network what it was before a step, by repeating those from the start of the epoch on.</summary>
    /// <returns>
    /// Whether all losses on the way were what they were the first time, to the bit; if not, because somebody has changed the data or the network
    /// in between, the network is as the epoch found it.
    /// </returns>
    private bool TryGoBackTo(EpochStart epoch, int step)
    {
        epoch.Restore();
        batches.Begin(epoch.Epoch, epoch.FirstBatch);
        for (int index = epoch.FirstBatch; index < step; index++)
        {
            if (BitConverter.SingleToInt32Bits(Step(epoch, index)) != BitConverter.SingleToInt32Bits(epoch.Losses[index]))
            {
                epoch.Restore();
                return false;
            }
        }

        return true;
    }

    private float Step(EpochStart epoch, int index)
    {
        MiniBatch batch = batches.Next();
        return network.TrainStep(batch.Data, batch.Rows, epoch.Rates[index]);
    }

    private Parameter? FirstSpoiltParameter()
    {
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            if (!TensorPrimitives.IsFiniteAll<float>(values))
            {
                return parameter;
            }
        }

        return null;
    }

    private Cause Spoilt(Parameter parameter, EpochStart epoch, int batch) =>
        new(LayerOf(parameter), $"whose '{parameter.Name}' has had one since", epoch, batch);

    private string LayerOf(Parameter parameter) => network.Layers.First(layer => layer.Parameters.Contains(parameter)).Name;

    /// <summary>Looks with finite parameters for the layer whose outputs overflow on a mini-batch.</summary>
    private Cause Overflow(EpochStart epoch, int batch)
    {
        batches.Begin(epoch.Epoch, batch);
        MiniBatch rows = batches.Next();
        return Inspector.FirstNonFinite(network, rows.Data, rows.Rows) is { } layer
            ? new Cause(layer, "which first makes one in", epoch, batch)
            : LossIn(epoch, batch);
    }

    private static Cause LossIn(EpochStart epoch, int batch) => new("loss", "since every layer was finite in", epoch, batch);

    private TrainingDivergedException Exception(string what, Cause cause, string kept, string? remedy = null)
    {
        long step = ((long)(cause.Epoch.Epoch - 1) * batches.Count) + cause.Batch + 1;
        remedy ??= Invariant($"train with a learning rate smaller than {cause.Epoch.Rates[cause.Batch]}, or clip the gradients");
        string message = Invariant(
            $"{what}: training diverged. The first NaN or infinity is in '{cause.Layer}', {cause.Detail} step {step}. {kept}: {remedy}.");
        return new TrainingDivergedException(message, cause.Layer, cause.Epoch.Epoch, cause.Batch + 1, step);
    }

    /// <summary>Where the first NaN or infinity is, and in which step it came there.</summary>
    private readonly record struct Cause(string Layer, string Detail, EpochStart Epoch, int Batch);
}
