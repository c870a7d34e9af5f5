using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Predictors;

/// <summary>The folded numbers against the formulas, written out in double precision.</summary>
public class FoldedDenseTests
{
    private const int Inputs = 19;
    private const int Units = 35;
    private const double Epsilon = 1e-3;

    // Weights in column blocks of 32 rows, then vectors padded to 48.
    private const int Bias = 3 * 32 * 16;
    private const int FirstVector = Bias + 48;

    private readonly Arena _network = new(FirstVector + (12 * 48));
    private readonly Arena _predictor = new(Bias + 48);

    public FoldedDenseTests()
    {
        var random = new Random(11);
        foreach (ref float value in _network.Span)
        {
            value = 0.1f + random.NextSingle();
        }
    }

    [Fact]
    public void Without_batch_normalisation_the_layer_is_copied_bit_by_bit()
    {
        Fold(_ => { });
        Each((input, unit) => WeightOf(_predictor, input, unit).ShouldBe(WeightOf(_network, input, unit)));
        _predictor.Span.Slice(Bias, Units).ToArray().ShouldBe(_network.Span.Slice(Bias, Units).ToArray());
    }

    [Fact]
    public void Behind_scales_and_shifts_each_unit()
    {
        Fold(layer => layer.Behind(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon));
        Each((input, unit) => WeightOf(_predictor, input, unit).ShouldBe((float)(WeightOf(_network, input, unit) * Scale(0, unit))));
        for (int unit = 0; unit < Units; unit++)
        {
            _predictor.Span[Bias + unit].ShouldBe((float)((_network.Span[Bias + unit] * Scale(0, unit)) + Shift(0, unit)));
        }
    }

    [Fact]
    public void In_front_scales_each_input_and_sends_the_shift_through_the_weights()
    {
        Fold(layer => layer.InFront(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon));
        Each((input, unit) => WeightOf(_predictor, input, unit).ShouldBe((float)(Scale(0, input) * WeightOf(_network, input, unit))));
        for (int unit = 0; unit < Units; unit++)
        {
            double shifted = Enumerable.Range(0, Inputs).Sum(input => Shift(0, input) * WeightOf(_network, input, unit));
            ((double)_predictor.Span[Bias + unit]).ShouldBe(_network.Span[Bias + unit] + shifted, 1e-6);
        }
    }

    /// <summary>What counts is what the layer computes: the stack of all of them, evaluated on a row.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Several_on_both_sides_compute_what_the_stack_computes(bool hasBias)
    {
        double[] row = [.. Enumerable.Range(0, Inputs).Select(input => Math.Sin(input))];
        double[] normalised = [.. row.Select((x, input) => (((x * Scale(0, input)) + Shift(0, input)) * Scale(1, input)) + Shift(1, input))];
        Fold(
            layer => layer.InFront(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon).InFront(Vector(4), Vector(5), Vector(6), Vector(7), Epsilon)
                .Behind(Vector(8), Vector(9), Vector(10), Vector(11), Epsilon),
            hasBias);

        for (int unit = 0; unit < Units; unit++)
        {
            double sum = (hasBias ? _network.Span[Bias + unit] : 0) + normalised.Select((x, input) => x * WeightOf(_network, input, unit)).Sum();
            double expected = (sum * Scale(2, unit)) + Shift(2, unit);
            double actual = _predictor.Span[Bias + unit] + row.Select((x, input) => x * WeightOf(_predictor, input, unit)).Sum();
            actual.ShouldBe(expected, 1e-5 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void Weights_that_lie_by_units_give_the_same_layer()
    {
        var turned = new Arena(_network.Length + (48 * 32));
        _network.Span.CopyTo(turned.Span);
        int weight = _network.Length;
        Each((input, unit) => turned.Span[weight + (input / 16 * 48 * 16) + (unit * 16) + (input % 16)] = WeightOf(_network, input, unit));
        Fold(layer => layer.InFront(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon).Behind(Vector(4), Vector(5), Vector(6), Vector(7), Epsilon));
        float[] expected = _predictor.Span.ToArray();
        _predictor.Span.Clear();

        new FoldedDense(turned, weight, Bias, Inputs, Units, isTransposed: true)
            .InFront(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon).Behind(Vector(4), Vector(5), Vector(6), Vector(7), Epsilon).CopyTo(_predictor, 0, Bias);

        _predictor.Span.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Padding_stays_zero()
    {
        Fold(layer => layer.InFront(Vector(0), Vector(1), Vector(2), Vector(3), Epsilon).Behind(Vector(4), Vector(5), Vector(6), Vector(7), Epsilon));
        for (int row = 0; row < 32; row++)
        {
            for (int column = 0; column < 48; column++)
            {
                if (row >= Inputs || column >= Units)
                {
                    WeightOf(_predictor, row, column).ShouldBe(0);
                }
            }
        }
    }

    private static int Vector(int number) => FirstVector + (number * 48);

    private static float WeightOf(Arena arena, int input, int unit) => arena.Span[(unit / 16 * 32 * 16) + (input * 16) + (unit % 16)];

    private static void Each(Action<int, int> check)
    {
        for (int index = 0; index < Inputs * Units; index++)
        {
            check(index / Units, index % Units);
        }
    }

    private void Fold(Action<FoldedDense> configure, bool hasBias = true)
    {
        var layer = new FoldedDense(_network, 0, hasBias ? Bias : null, Inputs, Units);
        configure(layer);
        layer.CopyTo(_predictor, 0, Bias);
    }

    private double Scale(int batchNorm, int column) =>
        _network.Span[Vector(4 * batchNorm) + column] / Math.Sqrt(_network.Span[Vector((4 * batchNorm) + 3) + column] + Epsilon);

    private double Shift(int batchNorm, int column) =>
        _network.Span[Vector((4 * batchNorm) + 1) + column] - (_network.Span[Vector((4 * batchNorm) + 2) + column] * Scale(batchNorm, column));
}
