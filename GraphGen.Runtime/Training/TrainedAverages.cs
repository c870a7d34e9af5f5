namespace GraphGen.Execution;

/// <summary>What a fit does with the moving averages of the parameters, where a network keeps them.</summary>
internal static class TrainedAverages
{
    /// <summary>Whether there are any: they begin with the first step of the optimizer.</summary>
    public static bool Exist(INetwork network) => network.Memory.Averages.Length > 0 && network.Memory.Step > 0;

    /// <summary>Exchanges parameters and averages; done twice, everything is as before. The network must be claimed.</summary>
    public static void Swap(INetwork network)
    {
        network.Memory.SwapAverages();
        network.ParametersChanged();
    }

    /// <summary>Overwrites the parameters by their averages, where there are any.</summary>
    public static void Take(INetwork network)
    {
        if (Exist(network))
        {
            using var claim = network.Memory.BeginCopy();
            network.Memory.TakeAverages();
            network.ParametersChanged();
        }
    }
}
