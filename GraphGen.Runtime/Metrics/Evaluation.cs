using System.Numerics.Tensors;
using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How good a network's predictions are on a data set: what <c>Evaluate</c> returns, as the class that fits the declared loss. Immutable;
/// it keeps the predictions and a copy of the labels or targets, and computes further figures from them when they are asked for. Weights of
/// rows count in <see cref="Loss"/> alone: every other figure counts all rows alike.
/// </summary>
public abstract class Evaluation
{
    private readonly float[] _predictions;

    private protected Evaluation(NetworkInfo info, float[] predictions, EvaluationSummary summary)
    {
        _predictions = predictions;
        OutputSize = info.OutputSize;
        Count = predictions.Length / info.OutputSize;
        Loss = summary.Loss;
    }

    private protected Evaluation(Evaluation other)
    {
        _predictions = other._predictions;
        OutputSize = other.OutputSize;
        Count = other.Count;
        Loss = other.Loss;
    }

    /// <summary>The mean loss over the rows, in inference mode and without penalties.</summary>
    public float Loss { get; }

    /// <summary>Rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>Values in a row of the predictions.</summary>
    public int OutputSize { get; }

    /// <summary>The predictions, <c>[Count, OutputSize]</c>, row-major.</summary>
    public ReadOnlySpan<float> Predictions => _predictions;

    /// <summary>
    /// Rows with a prediction that is NaN, as those of a network whose training has diverged. None is ever right, and no class is predicted for it.
    /// </summary>
    public int NaNCount => Enumerable.Range(0, Count).Count(row => TensorPrimitives.IsNaNAny(Predictions.Slice(row * OutputSize, OutputSize)));

    /// <summary>The figures as plain-text tables. Lines end with <c>\n</c>; numbers are written the same in every culture.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        WriteHeadline(text);
        WriteTables(text);
        return text.ToString();
    }

    /// <summary>Writes the first line.</summary>
    private protected void WriteHeadline(StringBuilder text)
    {
        int missing = NaNCount;
        text.Append(Invariant($"loss {Loss:G6}{Headline()}, {Count} {(Count == 1 ? "row" : "rows")}"));
        text.Append(missing > 0 ? Invariant($", {missing} predicted as NaN\n") : "\n");
    }

    /// <summary>The numbers of the classes or outputs, as their names.</summary>
    private protected string[] NumberedNames() => [.. Enumerable.Range(0, OutputSize).Select(index => Invariant($"{index}"))];

    /// <summary>What stands in the first line between the loss and the number of rows.</summary>
    private protected abstract string Headline();

    private protected abstract void WriteTables(StringBuilder text);
}
