namespace GraphGen.Tests.Boltzmann;

/// <summary>What the tests do with machines of a few units.</summary>
internal static class TinyMachines
{
    /// <summary>Gives every parameter values that matter, the same in every run.</summary>
    public static void Randomize(IBoltzmannMachine machine)
    {
        var random = new Random(17);
        foreach (Parameter parameter in machine.Parameters)
        {
            parameter.CopyFrom([.. Enumerable.Range(0, parameter.Length).Select(_ => (random.NextSingle() * 2) - 1)]);
        }
    }

    /// <summary>The gradients that were kept, one parameter after the other.</summary>
    public static float[] Gradient(IBoltzmannMachine machine) => [.. machine.Parameters.SelectMany(parameter =>
    {
        float[] gradient = new float[parameter.Length];
        parameter.CopyGradientTo(gradient);
        return gradient;
    })];
}
