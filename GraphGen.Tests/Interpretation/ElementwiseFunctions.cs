using GraphGen.Generator.Graph;

namespace GraphGen.Tests.Interpretation;

/// <summary>Every elementwise operation that draws nothing on one element's operands, in double precision.</summary>
internal static class ElementwiseFunctions
{
    /// <summary>The result and the magnitude of what is added up for it.</summary>
    public static (double Value, double Magnitude) Apply(Elementwise operation, ReadOnlySpan<double> operands)
    {
        double a = operands[0];
        double b = operands.Length > 1 ? operands[1] : 0;
        double c = operands.Length > 2 ? operands[2] : 0;
        switch (operation)
        {
            case Add:
                return Sum(a, b);
            case Subtract:
                return Sum(a, -b);
            case Multiply:
                return Sum(a * b, 0);
            case Divide:
                return Sum(a / b, 0);
            case SquareRoot:
                return Sum(Math.Sqrt(a), 0);
            case Minimum:
                return Sum(Math.Min(a, b), 0);
            case Maximum:
                return Sum(Math.Max(a, b), 0);
            case Absolute:
                return Sum(Math.Abs(a), 0);
            case Sign:
                return Sum(Math.Sign(a), 0);
            case Select:
                return Sum(a > 0 ? b : c, 0);
            case Divergence divergence:
                double t = divergence.Target, r = Cut(a);
                return Sum(t * Math.Log(t / r), (1 - t) * Math.Log((1 - t) / (1 - r)));
            case DivergenceGradient divergence:
                (double slope, double steepness) = Sum((1 - divergence.Target) / (1 - Cut(b)), -divergence.Target / Cut(b));
                return (a * slope, Math.Abs(a) * steepness);
            case Rectify:
                return Sum(a > 0 ? a : b * a, 0);
            case RectifyGradient:
                return Sum(b > 0 ? a : c * a, 0);
            case MultiplyAdd:
                return Sum(a * b, c);
            case NegatedMultiplyAdd:
                return Sum(c, -a * b);
            case MultiplySubtract:
                return Sum(a * b, -c);
            case Normalize:
                (double difference, double magnitude) = Sum(a, -b);
                return (difference * c, magnitude * Math.Abs(c));
            case Activate activate:
                return ActivationFunctions.Value(activate.Function, a);
            case ActivateGradient gradient:
                (double derivative, double size) = ActivationFunctions.Derivative(gradient.Function, b);
                return (a * derivative, Math.Abs(a) * size);
            default:
                throw new NotSupportedException($"The interpreter does not know the elementwise operation {operation}.");
        }
    }

    private static double Cut(double share) => Math.Clamp(share, Divergence.Least, 1 - Divergence.Least);

    private static (double Value, double Magnitude) Sum(double left, double right) => (left + right, Math.Abs(left) + Math.Abs(right));
}
