using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Where each parameter lies in the parameter arena, in floats. What is trained comes first: gradients and optimizer memory
/// have arenas of the same layout, which end where the trained part ends.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<ParameterSpec, int> offsets = [];
    private readonly Dictionary<int, ParameterSpec> parametersByOffset = [];

    public ParameterLayout(IReadOnlyList<ParameterSpec> parameters)
    {
        Parameters = parameters;
        foreach (var parameter in Parameters.OrderByDescending(parameter => parameter.Trainable))
        {
            offsets.Add(parameter, Floats);
            parametersByOffset.Add(Floats, parameter);
            Floats += PaddedLength(parameter.Shape);
            TrainedFloats = parameter.Trainable ? Floats : TrainedFloats;
        }
    }

    public IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <summary>Length of the parameter arena.</summary>
    public int Floats { get; private set; }

    /// <summary>Length of the gradient arena and of each of the optimizer's.</summary>
    public int TrainedFloats { get; private set; }

    public int Offset(ParameterSpec parameter) => offsets[parameter];

    /// <summary>The parameter that begins at an offset.</summary>
    public ParameterSpec At(int offset) => parametersByOffset[offset];

    /// <summary>Floats of a parameter in its layout: whole column blocks, and for matrices whole blocks of rows.</summary>
    public static int PaddedLength(Shape shape) =>
        ColumnBlock.Padded(shape.Columns) * (shape.IsVector ? 1 : ColumnBlock.Padded(shape.Rows));
}
