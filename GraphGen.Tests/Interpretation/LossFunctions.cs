using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

/// <summary>The losses of one row, summed over its outputs, and their derivatives, in double precision. Nothing is averaged here.</summary>
internal static class LossFunctions
{
    /// <summary>Terms that the mean is taken over in a batch of <paramref name="rows"/> rows of <paramref name="outputs"/> outputs.</summary>
    public static int Terms(LossSpec loss, int rows, int outputs) => loss.TakesClasses || loss.IsExternal ? rows : rows * outputs;

    /// <summary>The loss of one row and the magnitude of what is added up for it.</summary>
    /// <param name="loss">Which loss.</param>
    /// <param name="z">The logits, or the predictions of a regression.</param>
    /// <param name="expected">The targets, or a one-hot label.</param>
    public static (double Value, double Magnitude) Row(LossSpec loss, ReadOnlySpan<double> z, ReadOnlySpan<double> expected)
    {
        double value = 0;
        double magnitude = 0;
        double logarithm = loss.TakesClasses ? LogSumExp(z) : 0;
        for (int output = 0; output < z.Length; output++)
        {
            double t = Target(loss, expected[output], z.Length);
            (double term, double size) = loss.Kind switch
            {
                LossKind.SoftmaxCrossEntropy => (t * (logarithm - z[output]), t * (Math.Abs(logarithm) + Math.Abs(z[output]))),
                LossKind.BinaryCrossEntropy => BinaryCrossEntropy(z[output], t),
                LossKind.MeanSquaredError => (Square(z[output] - t), Square(z[output] - t)),
                LossKind.MeanAbsoluteError => (Math.Abs(z[output] - t), Math.Abs(z[output]) + Math.Abs(t)),
                LossKind.ExternalLoss => (z[output] * t, Math.Abs(z[output] * t)),
                LossKind.Huber => (Huber(z[output] - t, loss.Delta), Huber(z[output] - t, loss.Delta)),
                _ => throw Unknown(loss),
            };
            value += term;
            magnitude += size;
        }

        return (value, magnitude);
    }

    /// <summary>The derivative of the row's loss by each output, and the magnitude of what is added up for each.</summary>
    public static (double Value, double Magnitude)[] Gradient(LossSpec loss, ReadOnlySpan<double> z, ReadOnlySpan<double> expected)
    {
        double[] probabilities = loss.TakesClasses ? Softmax(z) : [];
        var gradient = new (double, double)[z.Length];
        for (int output = 0; output < z.Length; output++)
        {
            double t = Target(loss, expected[output], z.Length);
            gradient[output] = loss.Kind switch
            {
                LossKind.SoftmaxCrossEntropy => Difference(probabilities[output], t),
                LossKind.BinaryCrossEntropy => Difference(ActivationFunctions.Sigmoid(z[output]), t),
                LossKind.MeanSquaredError => Difference(2 * z[output], 2 * t),
                LossKind.MeanAbsoluteError => (Math.Sign(z[output] - t), 1),
                LossKind.Huber when Math.Abs(z[output] - t) <= loss.Delta => Difference(z[output], t),
                LossKind.ExternalLoss => (t, Math.Abs(t)),
                LossKind.Huber => (loss.Delta * Math.Sign(z[output] - t), loss.Delta),
                _ => throw Unknown(loss),
            };
        }

        return gradient;
    }

    public static double[] Softmax(ReadOnlySpan<double> z)
    {
        double logarithm = LogSumExp(z);
        double[] probabilities = new double[z.Length];
        for (int output = 0; output < z.Length; output++)
        {
            probabilities[output] = Math.Exp(z[output] - logarithm);
        }

        return probabilities;
    }

    private static double LogSumExp(ReadOnlySpan<double> z)
    {
        double largest = double.NegativeInfinity;
        foreach (double logit in z)
        {
            largest = Math.Max(largest, logit);
        }

        double sum = 0;
        foreach (double logit in z)
        {
            sum += Math.Exp(logit - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary><c>max(z, 0) - z t + log(1 + exp(-|z|))</c>.</summary>
    private static (double Value, double Magnitude) BinaryCrossEntropy(double z, double t)
    {
        double logarithm = Math.Log(1 + Math.Exp(-Math.Abs(z)));
        return (Math.Max(z, 0) - (z * t) + logarithm, Math.Max(z, 0) + Math.Abs(z * t) + logarithm);
    }

    private static (double Value, double Magnitude) Difference(double left, double right) => (left - right, Math.Abs(left) + Math.Abs(right));

    /// <summary>Label smoothing: a share of the label's target is spread over all classes.</summary>
    private static double Target(LossSpec loss, double expected, int outputs) =>
        ((1 - loss.LabelSmoothing) * expected) + (loss.LabelSmoothing / outputs);

    private static double Huber(double error, double delta) =>
        Math.Abs(error) <= delta ? error * error / 2 : delta * (Math.Abs(error) - (delta / 2));

    private static double Square(double value) => value * value;

    private static ArgumentOutOfRangeException Unknown(LossSpec loss) => new(nameof(loss), loss, "The interpreter does not know this loss.");
}
