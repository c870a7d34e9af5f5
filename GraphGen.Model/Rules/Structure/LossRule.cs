namespace GraphGen.Model;

/// <summary>GG1010: a network has a loss. GG1007: it has just one. GG1006: the output's width fits it.</summary>
internal static class LossRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        int[] losses = [.. declaration.IndicesWhere(AttributeKinds.IsLoss)];
        if (losses.Length == 0)
        {
            return [Problem.Of(RuleIds.NoLoss, declaration.NetworkPlace, declaration.Class.Name)];
        }

        return SingleChoice.Check(declaration, losses, "losses").Concat(CheckWidth(declaration, losses));
    }

    /// <summary>The softmax of one number is 1 whatever the number, so the loss would always be 0.</summary>
    private static IEnumerable<Problem> CheckWidth(Declaration declaration, int[] losses)
    {
        int output = declaration.IndicesWhere(kind => kind == AttributeKind.Dense).DefaultIfEmpty(-1).Last();
        if (output >= 0
            && declaration.Attributes[output].Value("units", 0) == 1)
        {
            foreach (int loss in losses.Where(index => declaration.Attributes[index].Kind == AttributeKind.SoftmaxCrossEntropy).Take(1))
            {
                yield return Problem.Of(
                    RuleIds.OutputDoesNotFitLoss, new Place.OnAttribute(output, "units"), nameof(AttributeKind.SoftmaxCrossEntropy))
                    .MendedBy(
                        $"Use [{AttributeKind.BinaryCrossEntropy}]", new Edit.ReplaceAttribute(loss, nameof(AttributeKind.BinaryCrossEntropy)));
            }
        }
    }
}
