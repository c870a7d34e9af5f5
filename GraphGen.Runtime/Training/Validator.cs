namespace GraphGen.Execution;

/// <summary>
/// Evaluates a network during its fit, as it will be when the fit ends: with the averages of its parameters where it keeps them.
/// </summary>
internal sealed class Validator(INetwork network, Dataset data)
{
    private readonly Evaluator _evaluator = new(network, data);

    /// <summary>The mean loss and the accuracy. Leaves the network as it was, and allocates nothing.</summary>
    public Evaluation Run()
    {
        if (!TrainedAverages.Exist(network))
        {
            return _evaluator.Run();
        }

        TrainedAverages.Swap(network);
        try
        {
            return _evaluator.Run();
        }
        finally
        {
            TrainedAverages.Swap(network);
        }
    }
}
