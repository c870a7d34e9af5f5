using GraphGen.Benchmarks.Steps;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A network with a batch size, in the words that both sides need.</summary>
/// <param name="Name">The network, for the tables.</param>
/// <param name="Network">Ours, as it was initialised.</param>
/// <param name="Activation">The activation of every hidden layer.</param>
/// <param name="Optimizer">The optimizer's attribute, without its numbers.</param>
/// <param name="LearningRate">The rate of the steps that are compared before anything is timed.</param>
/// <param name="Batch">Rows of a training step.</param>
/// <param name="Rows">The rows to train on, with their labels.</param>
/// <param name="Targets">For a regression the rows of targets, else null: then the labels of <paramref name="Rows"/> count.</param>
/// <param name="TrainStep">Makes a step on the batch of that running number, at a learning rate, and returns the loss before it.</param>
/// <param name="Predict">Writes the predictions for so many rows from the row of that running number on.</param>
internal sealed record PeerWorkload(
    string Name,
    INetwork Network,
    Act Activation,
    string Optimizer,
    float LearningRate,
    int Batch,
    RandomRows Rows,
    RandomRows? Targets,
    Func<int, float, float> TrainStep,
    Action<int, int, float[]> Predict)
{
    /// <summary>Rows in memory.</summary>
    public const int RowCount = 2048;
}
