using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;

namespace GraphGen.Tests.Reuse;

/// <summary>Two networks that should become the same.</summary>
internal static class Pairs
{
    public const int InputSize = 20;

    /// <summary>Rows of four classes that can be learned.</summary>
    public static Dataset Classes(int count = 333)
    {
        float[] inputs = RandomData.Floats(count * InputSize, seed: 11);
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            labels[row] = (inputs[row * InputSize] > 0 ? 1 : 0) + (inputs[(row * InputSize) + 7] > 0 ? 2 : 0);
        }

        return new Dataset(inputs, InputSize, labels);
    }

    /// <summary>Gives a network the parameters of another with the same layers, and moving statistics that are not those of a new network.</summary>
    public static void Align(INetwork source, INetwork target)
    {
        foreach (Parameter parameter in source.Parameters)
        {
            float[] values = Values(parameter);
            if (parameter.Name.Contains("moving_"))
            {
                float least = parameter.Name.EndsWith("variance", StringComparison.Ordinal) ? 0.5f : -0.5f;
                values = [.. RandomData.Floats(values.Length, seed: 5).Select(value => least + MathF.Abs(value))];
                parameter.CopyFrom(values);
            }

            target.Parameters[parameter.Name].CopyFrom(values);
        }
    }

    public static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    public static Dictionary<string, float[]> Values(INetwork network) => network.Parameters.ToDictionary(parameter => parameter.Name, Values);

    public static void ShouldBeNear(INetwork network, INetwork expected, float tolerance = 2e-6f)
    {
        foreach (Parameter parameter in expected.Parameters)
        {
            float[] values = Values(network.Parameters[parameter.Name]), wanted = Values(parameter);
            for (int index = 0; index < wanted.Length; index++)
            {
                values[index].ShouldBe(wanted[index], tolerance * Math.Max(1, MathF.Abs(wanted[index])), $"{parameter.Name}[{index}]");
            }
        }
    }

    public static void ShouldBeTheSame(INetwork network, INetwork expected)
    {
        foreach (Parameter parameter in expected.Parameters)
        {
            Values(network.Parameters[parameter.Name]).ShouldBe(Values(parameter), parameter.Name);
        }
    }
}
