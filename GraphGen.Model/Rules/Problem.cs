namespace GraphGen.Model;

/// <summary>One thing that a rule found wrong.</summary>
/// <param name="RuleId">The rule, such as <c>GG1005</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the message says of this case: its place holders in order, written in the invariant culture.</param>
public sealed record Problem(string RuleId, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>A problem whose message has these <paramref name="arguments"/>.</summary>
    public static Problem Of(string ruleId, Place place, params string[] arguments) => new(ruleId, place, new(arguments));
}
