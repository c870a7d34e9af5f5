namespace GraphGen.Reporting.Html;

/// <summary>A name and what is so called.</summary>
internal sealed record Fact(string Name, string Value);
