namespace GraphGen.Model;

/// <summary>Where in a declaration a problem stands, without any position in a file: an edit elsewhere leaves it equal.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <summary>The class's name.</summary>
    /// <param name="Part">The index of the partial declaration.</param>
    public sealed record OnClass(int Part) : Place;

    /// <summary>The name of a type around the class.</summary>
    /// <param name="Index">The type, outermost first.</param>
    public sealed record OnContainingType(int Index) : Place;

    /// <summary>An attribute or one argument of it.</summary>
    /// <param name="Index">The attribute, counted through <see cref="Declaration.Attributes"/>.</param>
    /// <param name="Argument">The constructor's parameter or the property; null for the attribute as a whole.</param>
    public sealed record OnAttribute(int Index, string? Argument) : Place;

    /// <summary>The name of a member that the user wrote; the class's name where the member is inherited.</summary>
    /// <param name="Name">The member.</param>
    /// <param name="ParameterTypes">The types of its parameters, as <see cref="MemberFacts"/> writes them, to tell it from its overloads.</param>
    public sealed record OnMember(string Name, string? ParameterTypes = null) : Place;

    /// <summary>The name of a constructor.</summary>
    /// <param name="Index">The constructor, counted through <see cref="Declaration.Constructors"/>.</param>
    public sealed record OnConstructor(int Index) : Place;
}
