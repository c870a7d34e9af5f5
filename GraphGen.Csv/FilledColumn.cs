namespace GraphGen;

/// <summary>A column in which missing values were filled.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Value">What stands for them: a number, written as in the file, or a category.</param>
/// <param name="Count">How many there are, at least 1.</param>
public readonly record struct FilledColumn(string Column, string Value, int Count);
