namespace GraphGen.Model;

/// <summary>A judged record.</summary>
/// <param name="Record">The record; null where the declaration is in error or unfinished, so that no code may come of it.</param>
/// <param name="Problems">What the rules found, rule by rule and in source order within each.</param>
public sealed record RecordValidation(RecordSpec? Record, EquatableArray<Problem> Problems);
