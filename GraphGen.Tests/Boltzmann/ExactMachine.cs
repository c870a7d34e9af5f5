namespace GraphGen.Tests.Boltzmann;

/// <summary>A machine so small that everything about it can be summed up over all states of its units.</summary>
internal sealed class ExactMachine(double[] weights, double[] hiddenBiases, double[] visibleBiases, VisibleUnits units)
{
    private int Visible => visibleBiases.Length;

    private int Hidden => hiddenBiases.Length;

    /// <summary>The machine with the parameters that a network has.</summary>
    public static ExactMachine Of(IBoltzmannMachine machine)
    {
        return new(Values(0), Values(1), Values(2), machine.VisibleUnits);

        double[] Values(int index)
        {
            float[] values = new float[machine.Parameters[index].Length];
            machine.Parameters[index].CopyTo(values);
            return [.. values.Select(value => (double)value)];
        }
    }

    /// <summary>Every state of some units, the first one changing slowest.</summary>
    public static double[][] States(int units) =>
        [.. Enumerable.Range(0, 1 << units).Select(state => Enumerable.Range(0, units).Select(unit => (double)((state >> (units - 1 - unit)) & 1)).ToArray())];

    public double FreeEnergy(double[] visible) => -Math.Log(States(Hidden).Sum(hidden => Math.Exp(-Energy(visible, hidden))));

    /// <summary>The probability of a state, or the density there.</summary>
    public double Probability(double[] visible) => Math.Exp(-FreeEnergy(visible)) / Normalizer();

    public double MeanLogLikelihood(double[][] rows) => rows.Average(row => Math.Log(Probability(row)));

    /// <summary>The gradient of the mean negative log-likelihood by weights, hidden and visible biases, by central differences.</summary>
    public double[] LikelihoodGradient(double[][] rows)
    {
        const double step = 1e-5;
        return [.. new[] { weights, hiddenBiases, visibleBiases }.SelectMany(parameter => Enumerable.Range(0, parameter.Length).Select(index =>
        {
            double before = parameter[index];
            parameter[index] = before + step;
            double above = MeanLogLikelihood(rows);
            parameter[index] = before - step;
            double below = MeanLogLikelihood(rows);
            parameter[index] = before;
            return (below - above) / (2 * step);
        }))];
    }

    /// <summary>What the gradient of one step of contrastive divergence from Bernoulli rows is on average over all draws.</summary>
    public double[] OneStepGradient(double[][] rows)
    {
        double[] gradient = new double[weights.Length + Hidden + Visible];
        foreach (double[] row in rows)
        {
            double[] probabilities = HiddenProbabilities(row);
            Add(row, probabilities, -1.0 / rows.Length);
            foreach (double[] hidden in States(Hidden))
            {
                foreach (double[] visible in States(Visible))
                {
                    Add(visible, HiddenProbabilities(visible), Chance(hidden, probabilities) * Chance(visible, VisibleMeans(hidden).Select(Sigmoid)) / rows.Length);
                }
            }
        }

        return gradient;

        void Add(double[] visible, double[] hidden, double factor)
        {
            double[] terms = [.. visible.SelectMany(v => hidden.Select(h => v * h)), .. hidden, .. visible];
            for (int index = 0; index < terms.Length; index++)
            {
                gradient[index] += factor * terms[index];
            }
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Chance(double[] state, IEnumerable<double> probabilities) =>
        state.Zip(probabilities, (unit, probability) => unit == 1 ? probability : 1 - probability).Aggregate(1.0, (product, factor) => product * factor);

    private double[] HiddenProbabilities(double[] visible) =>
        [.. Enumerable.Range(0, Hidden).Select(hidden => Sigmoid(hiddenBiases[hidden] + visible.Select((v, index) => v * weights[(index * Hidden) + hidden]).Sum()))];

    private double[] VisibleMeans(double[] hidden) =>
        [.. Enumerable.Range(0, Visible).Select(visible => visibleBiases[visible] + hidden.Select((h, index) => h * weights[(visible * Hidden) + index]).Sum())];

    private double Energy(double[] visible, double[] hidden)
    {
        double interaction = VisibleMeans(hidden).Zip(visible, (mean, v) => mean * v).Sum() - visibleBiases.Zip(visible, (a, v) => a * v).Sum();
        double ofVisible = units == VisibleUnits.Gaussian
            ? visible.Zip(visibleBiases, (v, a) => (v - a) * (v - a) / 2).Sum()
            : -visible.Zip(visibleBiases, (v, a) => v * a).Sum();
        return ofVisible - hidden.Zip(hiddenBiases, (h, b) => h * b).Sum() - interaction;
    }

    /// <summary>Z. Over Gaussian units the integral of each hidden state's share is known: with m = a + W h it is (2 pi)^(n / 2) exp(b·h + |m|^2 / 2 - |a|^2 / 2).</summary>
    private double Normalizer() => units == VisibleUnits.Gaussian
        ? States(Hidden).Sum(hidden => Math.Pow(2 * Math.PI, Visible / 2.0) * Math.Exp(
            hidden.Zip(hiddenBiases, (h, b) => h * b).Sum() + ((VisibleMeans(hidden).Sum(mean => mean * mean) - visibleBiases.Sum(a => a * a)) / 2)))
        : States(Visible).Sum(visible => Math.Exp(-FreeEnergy(visible)));
}
