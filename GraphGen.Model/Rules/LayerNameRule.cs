using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>GG1008: every layer's name is an identifier and names one thing only.</summary>
internal static class LayerNameRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        IReadOnlyList<LayerName> layers = LayerName.Of(declaration);
        for (int index = 0; index < layers.Count; index++)
        {
            LayerName layer = layers[index];
            LayerName? twin = layers.Take(index).FirstOrDefault(other => other.Member == layer.Member);
            if (!IsIdentifier(layer.Key))
            {
                yield return On(layer, layer.Key, "is no name for a layer: begin with a letter, go on with letters, digits, underscores");
            }
            else if (twin is not null)
            {
                // Of a given and an automatic name the given one is what can be changed.
                yield return On(layer.IsGiven ? layer : twin, layer.Member, "belongs to two layers: give one of them another Name");
            }
            else if (ReasonAgainst(layer.Member, declaration) is { } reason)
            {
                yield return On(layer, layer.Member, reason + ": give the layer another Name");
            }
        }
    }

    private static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && char.IsLetter(name[0]);

    private static string? ReasonAgainst(string member, Declaration declaration)
    {
        if (EmittedMembers.IsReserved(member))
        {
            return "is taken by a member that every network has";
        }

        if (member == declaration.Class.Name)
        {
            return "is the class's own, and no member can be called like its class";
        }

        MemberFacts? written = declaration.Members.FirstOrDefault(other => other.Name == member);
        return written is null ? null : $"is taken by a member of '{written.DeclaringType}'";
    }

    private static Problem On(LayerName layer, string name, string reason) =>
        Problem.Of(RuleIds.NameClash, new Place.OnAttribute(layer.Attribute, layer.IsGiven ? "Name" : null), name, reason);
}
