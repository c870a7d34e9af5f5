namespace GraphGen.Model;

/// <summary>GG6004: a row has one class, or targets, and neither of them is a feature as well.</summary>
internal static class RecordLabelRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        int[] labels = [.. declaration.LabelIndices];
        foreach (int index in labels)
        {
            RecordMember label = declaration.Members[index];
            RecordMember first = declaration.Members[labels[0]];
            if (declaration.Members.Any(member => !member.IsLabel && member.Name == label.Name))
            {
                yield return Of(index, "is both feature and label, so a network would be told what it is to predict: keep one of the two");
            }
            else if (index != labels[0] && !(IsTarget(label) && IsTarget(first)))
            {
                yield return Of(index, IsTarget(label) == IsTarget(first)
                    ? $"is a second class beside '{first.Name}': keep one, and make a record of its own for the other"
                    : $"is {Description(label)}, but '{first.Name}' is {Description(first)}: a row has one class, or targets alone");
            }
        }

        Problem Of(int index, string what) =>
            Problem.Of(RuleIds.AmbiguousLabels, new Place.OnAttribute(index, null), declaration.Members[index].Name, what);
    }

    private static bool IsTarget(RecordMember label) => label.Value.Kind == ValueKind.Real;

    private static string Description(RecordMember label) => $"a {(IsTarget(label) ? "target" : "class")}, being a '{label.Value.Type}'";
}
