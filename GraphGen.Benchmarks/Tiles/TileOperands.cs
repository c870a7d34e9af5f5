using GraphGen.Benchmarks.Kernels;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Execution;
using GraphGen.Numerics;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>
/// The operands of one size of product, in column blocks, for tiles of any shape. A panel is as wide as the tile: the compiler
/// takes the panels one after the other, so one of them repeated does what a whole product does.
/// </summary>
internal sealed class TileOperands
{
    private const double UnitRoundoff = 1.0 / (1 << 24);

    private readonly int columns;
    private readonly int stride;
    private readonly float[] biasValues;
    private readonly (double[] Product, double[] Magnitude) expectedSum;
    private readonly (double[] Product, double[] Magnitude) expectedGradient;
    private readonly Arena input;
    private readonly Arena weight;
    private readonly Arena slope;
    private readonly Arena bias;
    private readonly Arena sum;
    private readonly Arena gradient;

    /// <summary>Draws operands in [-1, 1).</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="inputs">Columns of the input.</param>
    /// <param name="widest">Column blocks of the widest panel.</param>
    public TileOperands(int rows, int inputs, int widest)
    {
        Rows = rows;
        Inputs = inputs;
        columns = widest * ColumnBlocks.Width;
        stride = NetworkMemory.Stride(rows);
        int padded = ColumnBlocks.Padded(inputs);
        var random = new CounterRandom(seed: 1, stream: 0);
        float[] inputValues = Draw(ref random, rows * inputs), weightValues = Draw(ref random, inputs * columns);
        float[] slopeValues = Draw(ref random, rows * columns);
        biasValues = Draw(ref random, columns);
        expectedSum = NaiveProducts.Multiply(inputValues, weightValues, rows, inputs, columns);
        expectedGradient = NaiveProducts.Multiply(NaiveProducts.Transpose(inputValues, rows, inputs), slopeValues, inputs, rows, columns);
        input = new Arena(padded / ColumnBlocks.Width * stride);
        weight = new Arena(padded * columns);
        slope = new Arena(widest * stride);
        bias = new Arena(columns);
        sum = new Arena(widest * stride);
        gradient = new Arena(padded * columns);
        ColumnBlocks.Pack(inputValues, rows, inputs, ref input.Start, stride);
        ColumnBlocks.Pack(weightValues, inputs, columns, ref weight.Start, padded * ColumnBlocks.Width);
        ColumnBlocks.Pack(slopeValues, rows, columns, ref slope.Start, stride);
        biasValues.CopyTo(bias.Span);
    }

    /// <summary>Rows of the batch.</summary>
    public int Rows { get; }

    /// <summary>Columns of the input.</summary>
    public int Inputs { get; }

    /// <summary>The forward product of one panel.</summary>
    public Workload Forward(TileKernels kernels) => Workload("forward", kernels, () =>
    {
        kernels.Forward(ref input.Start, Inputs, ref weight.Start, ref bias.Start, ref sum.Start, stride, Rows);
        return sum.Start;
    });

    /// <summary>The weight gradient of one panel.</summary>
    public Workload WeightGradient(TileKernels kernels) => Workload("weight gradient", kernels, () =>
    {
        kernels.WeightGradient(ref input.Start, ref slope.Start, stride, Rows, Inputs, ref gradient.Start);
        return gradient.Start;
    });

    /// <summary>Asserts that both kernels compute what naive double precision does.</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    public void Assert(TileKernels kernels)
    {
        sum.Span.Fill(float.NaN);
        gradient.Span.Fill(float.NaN);
        Forward(kernels).Run(1);
        WeightGradient(kernels).Run(1);
        float[] sums = new float[Rows * columns], gradients = new float[Inputs * columns];
        ColumnBlocks.Unpack(ref sum.Start, stride, Rows, columns, sums);
        ColumnBlocks.Unpack(ref gradient.Start, ColumnBlocks.Padded(Inputs) * ColumnBlocks.Width, Inputs, columns, gradients);
        int used = kernels.Candidate.Shape.Blocks * ColumnBlocks.Width;
        AssertClose(
            "forward product",
            kernels,
            sums,
            used,
            index => expectedSum.Product[index] + biasValues[index % columns],
            index => Bound(expectedSum.Magnitude[index] + 1, Inputs));
        AssertClose(
            "weight gradient",
            kernels,
            gradients,
            used,
            index => expectedGradient.Product[index],
            index => Bound(expectedGradient.Magnitude[index], Rows));
    }

    // The error bound of a sum of so many products in single precision: Higham, "Accuracy and Stability of Numerical
    // Algorithms", 2002, section 3.1.
    private static double Bound(double magnitude, int terms) => (terms + 2) * UnitRoundoff * magnitude;

    private void AssertClose(
        string name, TileKernels kernels, float[] actual, int used, Func<int, double> expected, Func<int, double> bound)
    {
        for (int index = 0; index < actual.Length; index++)
        {
            // NaN fails too.
            if (index % columns < used && !(Math.Abs(actual[index] - expected(index)) <= bound(index)))
            {
                string what = FormattableString.Invariant($"The {name} by tiles of {kernels.Candidate.Shape} with {Inputs} inputs and {Rows} rows");
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"{what} is wrong: element {index} is {actual[index]}, not {expected(index)} ± {bound(index)}."));
            }
        }
    }

    private Workload Workload(string name, TileKernels kernels, Func<float> run) => new(
        $"{name}, {kernels.Candidate.Shape}",
        2.0 * Rows * Inputs * kernels.Candidate.Shape.Blocks * ColumnBlocks.Width,
        repetitions =>
        {
            float result = 0;
            for (int repetition = 0; repetition < repetitions; repetition++)
            {
                result = run();
            }

            return result;
        });

    private static float[] Draw(ref CounterRandom random, int count)
    {
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = (float)((2 * random.NextDouble()) - 1);
        }

        return values;
    }
}
