using GraphGen.Model;

namespace GraphGen.Generator.Graph;

/// <summary>What a parameter is to its layer.</summary>
internal enum ParameterRole
{
    Weight,
    Bias,
    Gamma,
    Beta,
    MovingMean,
    MovingVariance,
    Alpha,
}

/// <summary>One parameter or moving statistic of the network.</summary>
/// <param name="Layer">The layer's member name, such as <c>Dense1</c>.</param>
/// <param name="Name">The name in checkpoints, such as <c>dense1.weight</c>.</param>
/// <param name="Role">What it is to its layer.</param>
/// <param name="Shape">As it is stored: a matrix <c>[inputs, units]</c>, or <c>[units, inputs]</c> where it is transposed, or a vector.</param>
/// <param name="Trainable">False for moving statistics and frozen layers.</param>
internal sealed record ParameterSpec(string Layer, string Name, ParameterRole Role, Shape Shape, bool Trainable)
{
    /// <summary>The name as an identifier, such as <c>Dense1Weight</c>.</summary>
    public string Identifier => Layer + Role;

    /// <summary>Whether a matrix is stored as <c>[units, inputs]</c>.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>The shape that users see: <c>[inputs, units]</c> or a vector.</summary>
    public Shape DeclaredShape => IsTransposed ? Shape.Matrix(Shape.Columns, Shape.Rows) : Shape;

    /// <summary>The same parameter, stored the other way.</summary>
    public ParameterSpec Transposed() => this with { Shape = Shape.Matrix(Shape.Columns, Shape.Rows), IsTransposed = !IsTransposed };

    public long Length => (long)Shape.Rows * Shape.Columns;

    public bool IsStatistic => Role is ParameterRole.MovingMean or ParameterRole.MovingVariance;
}
