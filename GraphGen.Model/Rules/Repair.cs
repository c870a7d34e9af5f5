namespace GraphGen.Model;

/// <summary>A way to mend a problem, as changes to the declaration: a rule knows it, a code fix carries it out.</summary>
/// <param name="Title">What it does, as a menu shows it: <c>Use Init.Glorot</c>.</param>
/// <param name="Edits">What it changes, all of it at once.</param>
public sealed record Repair(string Title, EquatableArray<Edit> Edits);
