namespace GraphGen.Model;

/// <summary>One thing that a rule found wrong.</summary>
/// <param name="RuleId">The rule, such as <c>GG1005</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the message says of this case: its place holders in order, written in the invariant culture.</param>
public sealed record Problem(string RuleId, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The one obvious way to mend it, which a code fix offers; null where there is none.</summary>
    public Repair? Repair { get; init; }

    /// <summary>A problem whose message has these <paramref name="arguments"/>.</summary>
    public static Problem Of(string ruleId, Place place, params string[] arguments) => new(ruleId, place, new(arguments));

    /// <summary>The same problem with a way to mend it.</summary>
    /// <param name="title">What the repair does, as a menu shows it: <c>Use Init.Glorot</c>.</param>
    /// <param name="edits">What it changes, all of it at once.</param>
    public Problem MendedBy(string title, params Edit[] edits) => this with { Repair = new Repair(title, new(edits)) };
}
