using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>GG1008: every layer's name is an identifier and names one thing only.</summary>
internal static class LayerNameRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        IReadOnlyList<StackedLayer> layers = LayerStack.Of(declaration).Layers;
        for (int index = 0; index < layers.Count; index++)
        {
            StackedLayer layer = layers[index];
            LayerName name = layer.Name;
            StackedLayer? twin = layers.Take(index).FirstOrDefault(other => other.Name.Member == name.Member);
            if (!IsIdentifier(name.Key))
            {
                yield return On(layer, name.Key, "is no name for a layer: begin with a letter, go on with letters, digits, underscores");
            }
            else if (twin is not null)
            {
                // Of a given and an automatic name the given one is what can be changed.
                yield return On(name.IsGiven ? layer : twin, name.Member, "belongs to two layers: give one of them another Name");
            }
            else if (ReasonAgainst(name.Member, declaration) is { } reason)
            {
                yield return On(layer, name.Member, reason + (layer.IsAdded ? HintForAdded(layer) : ": give the layer another Name"));
            }
        }
    }

    private static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && char.IsLetter(name[0]);

    /// <summary>A layer that a preset adds has no attribute to write a name into.</summary>
    private static string HintForAdded(StackedLayer layer) =>
        $", but the preset adds a layer of that name: rename the other, or declare [{layer.Kind}] with a Name where you want it";

    private static string? ReasonAgainst(string member, Declaration declaration)
    {
        if (EmittedMembers.IsReserved(member))
        {
            return "is taken by a member that networks have";
        }

        if (member == declaration.Class.Name)
        {
            return "is the class's own, and no member can be called like its class";
        }

        MemberFacts? written = declaration.Members.FirstOrDefault(other => other.Name == member);
        return written is null ? null : $"is taken by a member of '{written.DeclaringType}'";
    }

    private static Problem On(StackedLayer layer, string name, string reason) =>
        Problem.Of(RuleIds.NameClash, new Place.OnAttribute(layer.Attribute, layer.Name.IsGiven ? "Name" : null), name, reason);
}
