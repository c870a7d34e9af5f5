using static System.FormattableString;

namespace GraphGen;

/// <summary>An activation as a layer has it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Slope">
/// Its slope for negative inputs: of leaky ReLU, the first one of PReLU, the lowest one of RReLU, the scale of ELU; 0 for functions without.
/// </param>
/// <param name="UpperSlope">The highest slope of RReLU; else 0.</param>
/// <param name="Alpha">The learned slopes of PReLU, of shape [units]; else null.</param>
public sealed record LayerActivation(Act Function, double Slope, double UpperSlope, Parameter? Alpha = null)
{
    /// <summary>The function and its slopes, such as <c>LeakyRelu(0.2)</c>.</summary>
    public override string ToString() => Function switch
    {
        Act.RRelu => Invariant($"RRelu({Slope}, {UpperSlope})"),
        Act.LeakyRelu or Act.Elu or Act.PRelu => Invariant($"{Function}({Slope})"),
        _ => Function.ToString(),
    };
}
