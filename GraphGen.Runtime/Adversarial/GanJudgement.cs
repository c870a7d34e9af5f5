using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>How often a discriminator is right, on real rows and on generated ones, both in inference mode.</summary>
internal sealed class GanJudgement
{
    private const int MaxRows = 1024;
    private const int Chunk = 32;

    private readonly IGenerator _generator;
    private readonly IDiscriminator _discriminator;
    private readonly Dataset _data;
    private readonly ulong _seed;
    private readonly int _count;
    private readonly float[] _noise;
    private readonly float[] _generated;
    private readonly float[] _probabilities = new float[Chunk];
    private readonly float[] _values;

    public GanJudgement(IGenerator generator, IDiscriminator discriminator, Dataset data, ulong seed)
    {
        (_generator, _discriminator, _data, _seed) = (generator, discriminator, data, seed);
        _count = Math.Min(MaxRows, data.Count);
        _noise = new float[Chunk * generator.Info.InputSize];
        _generated = new float[Chunk * discriminator.Info.InputSize];
        _values = new float[generator.Parameters.Concat(discriminator.Parameters).Max(parameter => parameter.Length)];
    }

    /// <summary>The shares of real rows taken for real, and of generated rows taken for generated.</summary>
    /// <param name="epoch">Of whose rows: each epoch has noise of its own.</param>
    public (float Real, float Generated) Of(int epoch)
    {
        int real = 0, generated = 0;
        for (int start = 0; start < _count; start += Chunk)
        {
            int count = Math.Min(Chunk, _count - start);
            Span<float> rows = _generated.AsSpan(0, count * _discriminator.Info.InputSize), noise = _noise.AsSpan(0, count * _generator.Info.InputSize);
            for (int row = 0; row < count; row++)
            {
                _data.InputRow(start + row).CopyTo(rows[(row * _discriminator.Info.InputSize)..]);
            }

            real += TakenForReal(rows, count);
            LatentNoise.Fill(noise, _seed, LatentNoise.JudgementStream + ((ulong)(uint)epoch << 16) + (uint)start);
            _generator.Predict(noise, rows);
            generated += count - TakenForReal(rows, count);
        }

        return ((float)real / _count, (float)generated / _count);
    }

    /// <summary>Whether all values of a parameter of the two are finite.</summary>
    public bool IsFinite(Parameter parameter)
    {
        Span<float> values = _values.AsSpan(0, parameter.Length);
        parameter.CopyTo(values);
        return TensorPrimitives.IsFiniteAll<float>(values);
    }

    private int TakenForReal(ReadOnlySpan<float> rows, int count)
    {
        Span<float> probabilities = _probabilities.AsSpan(0, count);
        _discriminator.Predict(rows, probabilities);
        int real = 0;
        foreach (float probability in probabilities)
        {
            real += probability >= 0.5f ? 1 : 0;
        }

        return real;
    }
}
