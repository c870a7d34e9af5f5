using System.Buffers;
using System.Numerics.Tensors;
using GraphGen.Execution;
using GraphGen.Numerics;

namespace GraphGen;

/// <summary>The free energies of a machine as its parameters are now: see <see cref="BoltzmannMachine.FreeEnergy"/>. Uses rented memory.</summary>
internal sealed class FreeEnergy : IDisposable
{
    private readonly int _visible;
    private readonly int _hidden;
    private readonly bool _isGaussian;
    private readonly float[] _weights;
    private readonly float[] _hiddenBiases;
    private readonly float[] _visibleBiases;
    private readonly float[] _sums;

    public FreeEnergy(IBoltzmannMachine machine)
    {
        _visible = machine.Info.InputSize;
        _hidden = machine.CodeSize;
        _isGaussian = machine.VisibleUnits == VisibleUnits.Gaussian;

        // All of them as they were between two steps.
        using NetworkMemory.Claim claim = machine.Memory.BeginCopy();
        _weights = Copy(machine.Layers[0].Parameters[0]);
        _hiddenBiases = Copy(machine.Layers[0].Parameters[1]);
        _visibleBiases = Copy(machine.Layers[1].Parameters[0]);
        _sums = ArrayPool<float>.Shared.Rent(_hidden);
    }

    private Span<float> Sums => _sums.AsSpan(0, _hidden);

    /// <summary>The energy of one row.</summary>
    public double Of(ReadOnlySpan<float> row)
    {
        Sum(row);
        double energy = 0;
        for (int unit = 0; unit < _visible; unit++)
        {
            double away = row[unit] - _visibleBiases[unit];
            energy += _isGaussian ? away * away / 2 : -(double)row[unit] * _visibleBiases[unit];
        }

        foreach (float sum in Sums)
        {
            energy -= Softplus.Of(sum);
        }

        return energy;
    }

    /// <summary>How much higher the energy is where one unit v of a row is 1 - v instead.</summary>
    public double OfTurning(ReadOnlySpan<float> row, int unit)
    {
        Sum(row);
        float turn = 1 - (2 * row[unit]);
        double rise = -(double)turn * _visibleBiases[unit];
        ReadOnlySpan<float> weights = Weights(unit);
        for (int hidden = 0; hidden < _hidden; hidden++)
        {
            rise -= Softplus.Of(_sums[hidden] + (turn * weights[hidden])) - Softplus.Of(_sums[hidden]);
        }

        return rise;
    }

    public void Dispose()
    {
        foreach (float[] rented in new[] { _weights, _hiddenBiases, _visibleBiases, _sums })
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private ReadOnlySpan<float> Weights(int unit) => _weights.AsSpan(unit * _hidden, _hidden);

    private void Sum(ReadOnlySpan<float> row)
    {
        _hiddenBiases.AsSpan(0, _hidden).CopyTo(Sums);
        for (int unit = 0; unit < _visible; unit++)
        {
            TensorPrimitives.MultiplyAdd(Weights(unit), row[unit], Sums, Sums);
        }
    }

    private static float[] Copy(Parameter parameter)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(parameter.Length);
        parameter.CopyTo(rented.AsSpan(0, parameter.Length));
        return rented;
    }
}
