using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <content>What the data are, in words.</content>
public sealed partial class Dataset
{
    /// <summary>Whether inputs or targets lie in a file that is mapped, and may be more than memory holds.</summary>
    internal bool IsMapped => InputRows.IsMapped || TargetRows.IsMapped;

    private string RowText => IsUnlabelled
        ? $"{Quantity(InputSize, "input")} without labels"
        : $"{Quantity(InputSize, "input")} and {(HasLabels ? "a label" : Quantity(TargetSize, "target"))}";

    /// <summary>What the data are, as one line of text, the same in every culture.</summary>
    /// <returns>
    /// For instance <c>150 rows of 4 inputs and a label from 0 to 2; inputs scaled by a standardization of 4 columns</c>.
    /// </returns>
    public override string ToString()
    {
        string labels = HasLabels ? Invariant($" from {TensorPrimitives.Min(Labels)} to {TensorPrimitives.Max(Labels)}") : "";
        string[] parts =
        [
            $"{Quantity(Count, "row")} of {RowText}{labels}",
            .. IsMapped ? ["mapped from a file"] : Array.Empty<string>(),
            .. HasWeights ? ["weighted"] : Array.Empty<string>(),
            .. InputScaling is null ? Array.Empty<string>() : [$"inputs scaled by {InputScaling}"],
            .. IsUnlabelled || TargetScaling is null ? Array.Empty<string>() : [$"targets scaled by {TargetScaling}"],
        ];
        return string.Join("; ", parts);
    }

    private static string Quantity(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
