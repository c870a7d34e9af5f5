namespace GraphGen.Model;

/// <summary>A judged declaration.</summary>
/// <param name="Network">The network; null where the declaration is in error or unfinished, so that no code may come of it.</param>
/// <param name="Problems">What the rules found, rule by rule and in source order within each.</param>
public sealed record Validation(NetworkSpec? Network, EquatableArray<Problem> Problems);
