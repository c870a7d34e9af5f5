namespace GraphGen;

/// <summary>
/// Keeps an exponential moving average of every trained parameter beside the parameters: after step t, counted from 0,
/// <c>average = d * average + (1 - d) * theta</c> with <c>d = min(decay, t / (t + 10))</c>, so that the first values are soon forgotten.
/// The average often predicts better than the last parameters. A fit validates with it and ends with the parameters overwritten by it;
/// <c>SwapAverages</c> exchanges the two at any time.
/// The moving statistics of batch normalisation are averages already and are not averaged again; a layer that is not trained is its own
/// average. Training refuses to go on while the two are exchanged.
/// Sources: Polyak and Juditsky, "Acceleration of Stochastic Approximation by Averaging", 1992; Tarvainen and Valpola, "Mean Teachers Are
/// Better Role Models", 2017.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AverageWeightsAttribute : Attribute
{
    /// <summary>Declares the average.</summary>
    /// <param name="decay">The share of the old average that a step keeps, above 0 and below 1.</param>
    public AverageWeightsAttribute(double decay = 0.999) => Decay = decay;

    /// <summary>The share of the old average that a step keeps, above 0 and below 1.</summary>
    public double Decay { get; }
}
