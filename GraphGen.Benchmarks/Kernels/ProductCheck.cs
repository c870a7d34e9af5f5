using GraphGen.Numerics;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>
/// Fills a layer's operands and asserts once, before anything is timed, that its kernels compute what their names say. A result
/// may be off by the error bound of a sum of n products in single precision, n 2^-24 Σ|terms| (Higham, "Accuracy and Stability
/// of Numerical Algorithms", 2002, section 3.1), and by a last rounding or two.
/// </summary>
internal sealed class ProductCheck
{
    private const double UnitRoundoff = 1.0 / (1 << 24);

    private readonly ProductShape shape;
    private readonly int rows;
    private readonly float[] input;
    private readonly float[] slope;
    private readonly float[] weight;
    private readonly float[] bias;
    private readonly (double[] Product, double[] Magnitude) gradient;

    /// <summary>Draws operands in [-1, 1).</summary>
    public ProductCheck(ProductShape shape, int rows)
    {
        this.shape = shape;
        this.rows = rows;
        var random = new CounterRandom(seed: 1, stream: 0);
        input = Draw(ref random, rows * shape.Inputs);
        slope = Draw(ref random, rows * shape.Units);
        weight = Draw(ref random, shape.Inputs * shape.Units);
        bias = Draw(ref random, shape.Units);
        gradient = NaiveProducts.Multiply(NaiveProducts.Transpose(input, rows, shape.Inputs), slope, shape.Inputs, rows, shape.Units);
    }

    /// <summary>Gives a layer the operands.</summary>
    public void Fill(EmittedLayer layer)
    {
        layer.Weight.CopyFrom(weight);
        layer.Bias.CopyFrom(bias);
        layer.WriteInput(input);
        layer.WriteSlope(slope);
    }

    /// <summary>Asserts the three products of a filled layer.</summary>
    /// <exception cref="InvalidOperationException">One of them is wrong.</exception>
    public void AssertProducts(EmittedLayer layer)
    {
        // A training step goes forward first and may keep what goes backward in the same place.
        float[] sum = new float[rows * shape.Units];
        layer.Forward();
        layer.ReadSum(sum);
        var expected = NaiveProducts.Multiply(input, weight, rows, shape.Inputs, shape.Units);
        AssertClose(
            "Forward",
            sum,
            element => expected.Product[element] + bias[element % shape.Units],
            element => Bound(expected.Magnitude[element] + 1, shape.Inputs));

        layer.WriteSlope(slope);
        float[] inputGradient = new float[rows * shape.Inputs];
        layer.InputGradient();
        layer.ReadInputGradient(inputGradient);
        float[] transposed = NaiveProducts.Transpose(weight, shape.Inputs, shape.Units);
        AssertProduct("InputGradient", inputGradient, NaiveProducts.Multiply(slope, transposed, rows, shape.Units, shape.Inputs), shape.Units);

        float[] weightGradient = new float[weight.Length];
        layer.WeightGradient();
        layer.Weight.CopyGradientTo(weightGradient);
        AssertProduct("WeightGradient", weightGradient, gradient, rows);
    }

    /// <summary>Asserts the first fused update of a filled layer by its optimizer's formula.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="move">What the step subtracts from a weight, by its gradient.</param>
    /// <exception cref="InvalidOperationException">The updated weights are wrong.</exception>
    public void AssertUpdate(EmittedLayer layer, Func<double, double> move)
    {
        float[] updated = new float[weight.Length];
        layer.UpdateWeights();
        layer.Weight.CopyTo(updated);
        AssertClose("UpdateWeights", updated, element => weight[element] - move(gradient.Product[element]), _ => 2 * UnitRoundoff);
    }

    private static float[] Draw(ref CounterRandom random, int count)
    {
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = (float)((2 * random.NextDouble()) - 1);
        }

        return values;
    }

    private static double Bound(double magnitude, int terms) => (terms + 2) * UnitRoundoff * magnitude;

    private void AssertProduct(string method, float[] actual, (double[] Product, double[] Magnitude) expected, int terms) =>
        AssertClose(method, actual, element => expected.Product[element], element => Bound(expected.Magnitude[element], terms));

    private void AssertClose(string method, float[] actual, Func<int, double> expected, Func<int, double> bound)
    {
        for (int element = 0; element < actual.Length; element++)
        {
            // NaN fails too.
            if (!(Math.Abs(actual[element] - expected(element)) <= bound(element)))
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"{method} of {shape} at batch {rows} is wrong: element {element} is {actual[element]}, not {expected(element)} ± {bound(element)}."));
            }
        }
    }
}
