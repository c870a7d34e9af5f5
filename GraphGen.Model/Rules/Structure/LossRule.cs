namespace GraphGen.Model;

/// <summary>GG1010: a network has a loss. GG1007: it has just one. GG1006: the output's width fits it, and that of a reconstruction the input.</summary>
internal static class LossRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        int[] losses = [.. declaration.IndicesWhere(AttributeKinds.IsLoss)];
        if (losses.Length == 0)
        {
            return [Problem.Of(RuleIds.NoLoss, declaration.NetworkPlace, declaration.Class.Name)];
        }

        return SingleChoice.Check(declaration, losses, "losses").Concat(CheckWidth(declaration, losses)).Concat(CheckReconstruction(declaration));
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
                    RuleIds.OutputDoesNotFitLoss, new Place.OnAttribute(output, "units"), nameof(AttributeKind.SoftmaxCrossEntropy),
                    "needs a class per output and at least 2 of them, but this last layer has 1 unit: give it as many units as there are classes, "
                    + "or declare [BinaryCrossEntropy] for a yes-or-no question")
                    .MendedBy(
                        $"Use [{AttributeKind.BinaryCrossEntropy}]", new Edit.ReplaceAttribute(loss, nameof(AttributeKind.BinaryCrossEntropy)));
            }
        }
    }

    /// <summary>What comes out is compared with what came in, number by number.</summary>
    private static IEnumerable<Problem> CheckReconstruction(Declaration declaration)
    {
        int output = declaration.IndicesWhere(kind => kind == AttributeKind.Dense).DefaultIfEmpty(-1).Last();
        int features = declaration.Find(AttributeKind.Input)!.Value("features", 0);
        if (output >= 0
            && declaration.Has(AttributeKind.Reconstruction)
            && declaration.Attributes[output].Value("units", 0) is var units
            && units != features)
        {
            yield return Problem.Of(
                RuleIds.OutputDoesNotFitLoss,
                new Place.OnAttribute(output, "units"),
                nameof(AttributeKind.Reconstruction),
                $"compares the outputs with the inputs, but there are {Text.Count(features)} inputs and this last layer has {Text.Count(units)} units: give it as many")
                .MendedBy($"Use {Text.Number(features)} units", new Edit.SetArgument(output, "units", Text.Number(features)));
        }
    }
}
