namespace GraphGen;

/// <summary>How a learning rate goes from one value to another.</summary>
public enum Annealing
{
    /// <summary>Along half a period of the cosine: slowly at both ends. Loshchilov and Hutter (2017).</summary>
    Cosine,

    /// <summary>In a straight line.</summary>
    Linear,
}
