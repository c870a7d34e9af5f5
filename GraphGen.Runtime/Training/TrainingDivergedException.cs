namespace GraphGen;

/// <summary>
/// Training produced a NaN or an infinity. The message says where; the network holds the last good parameters, with the optimizer as
/// it was with them, so that training can go on from there with a smaller learning rate. Where a callback has
/// changed the network and the first loss after that is not finite, it holds what that left, and the message says so.
/// </summary>
public sealed class TrainingDivergedException : InvalidOperationException
{
    internal TrainingDivergedException(string message, string layer, int epoch, int batch, long step)
        : base(message)
    {
        Layer = layer;
        Epoch = epoch;
        Batch = batch;
        Step = step;
    }

    /// <summary>
    /// The first layer with a NaN or an infinity, counted from the input, such as <c>dense1</c>; <c>loss</c> where it is in no layer.
    /// </summary>
    public string Layer { get; }

    /// <summary>The epoch that brought it, counted from 1.</summary>
    public int Epoch { get; }

    /// <summary>The mini-batch of that epoch, counted from 1.</summary>
    public int Batch { get; }

    /// <summary>The step of the whole fit, counted from 1.</summary>
    public long Step { get; }

    /// <summary>The record of the epochs before.</summary>
    public History? History { get; internal set; }
}
