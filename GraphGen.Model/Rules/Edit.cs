namespace GraphGen.Model;

/// <summary>
/// One change to a declaration. Attributes are counted through <see cref="Declaration.Attributes"/> as it was before the repair's first edit.
/// Expressions and attributes are C# text in which GraphGen's names stand unqualified: <c>Init.Glorot</c>.
/// </summary>
public abstract record Edit
{
    private Edit()
    {
    }

    /// <summary>Gives an argument a value, be it said already or not.</summary>
    /// <param name="Attribute">The attribute.</param>
    /// <param name="Argument">The constructor's parameter or the property, as spelled in the attribute type.</param>
    /// <param name="Value">The expression, such as <c>false</c>.</param>
    public sealed record SetArgument(int Attribute, string Argument, string Value) : Edit;

    /// <summary>Takes an argument away.</summary>
    /// <param name="Attribute">The attribute.</param>
    /// <param name="Argument">The constructor's parameter or the property, as spelled in the attribute type.</param>
    public sealed record RemoveArgument(int Attribute, string Argument) : Edit;

    /// <summary>Puts another attribute into the place of one.</summary>
    /// <param name="Attribute">The attribute.</param>
    /// <param name="Text">The other one without brackets, such as <c>AdamW(weightDecay: 0.01)</c>.</param>
    public sealed record ReplaceAttribute(int Attribute, string Text) : Edit;

    /// <summary>Gives an attribute another type and keeps its arguments.</summary>
    /// <param name="Attribute">The attribute.</param>
    /// <param name="Kind">What it becomes.</param>
    public sealed record RenameAttribute(int Attribute, AttributeKind Kind) : Edit;

    /// <summary>Takes an attribute away.</summary>
    /// <param name="Attribute">The attribute.</param>
    public sealed record RemoveAttribute(int Attribute) : Edit;

    /// <summary>Lets two attributes change places.</summary>
    /// <param name="First">The one.</param>
    /// <param name="Second">The other.</param>
    public sealed record SwapAttributes(int First, int Second) : Edit;

    /// <summary>Adds an attribute in front of another. Several in front of one stand in the order of their edits.</summary>
    /// <param name="Attribute">The other one.</param>
    /// <param name="Text">The new one without brackets, such as <c>Dropout(0.2)</c>.</param>
    public sealed record InsertBefore(int Attribute, string Text) : Edit;

    /// <summary>Adds an attribute behind another. Several behind one stand in the order of their edits.</summary>
    /// <param name="Attribute">The other one.</param>
    /// <param name="Text">The new one without brackets, such as <c>BatchNorm</c>.</param>
    public sealed record InsertBehind(int Attribute, string Text) : Edit;

    /// <summary>Adds the word <c>partial</c> to a declaration.</summary>
    /// <param name="Declaration">The class or a type around it.</param>
    public sealed record MakePartial(Place Declaration) : Edit;
}
