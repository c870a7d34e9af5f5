using System.Text.RegularExpressions;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>Chooses layers by a regular expression, which must match their whole names.</summary>
internal sealed class LayerPattern
{
    /// <summary>Enough for any sensible expression on short names; a pathological one would take for ever.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly string _pattern;
    private readonly string _argument;
    private readonly Regex _regex;

    /// <summary>Reads an expression.</summary>
    /// <param name="pattern">The expression, such as <c>hidden[34]|output</c>.</param>
    /// <param name="argument">The name of the argument that it was given as.</param>
    /// <exception cref="ArgumentException">It is empty or no regular expression.</exception>
    public LayerPattern(string pattern, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern, argument);
        _pattern = pattern;
        _argument = argument;
        try
        {
            // By itself first: with what is put around it, a stray parenthesis might mean something.
            _ = NewRegex(pattern);
            _regex = NewRegex($@"\A(?:{pattern})\z");
        }
        catch (RegexParseException exception)
        {
            throw new ArgumentException(
                $"'{pattern}' is no regular expression: {exception.Message} Write one that matches the whole name of each layer that is meant, such as 'hidden[34]|output'.",
                argument,
                exception);
        }
    }

    /// <summary>The names that match.</summary>
    /// <exception cref="ArgumentException">None does, or to find out takes too long.</exception>
    public HashSet<string> Choose(IReadOnlyCollection<string> names)
    {
        try
        {
            HashSet<string> chosen = [.. names.Where(name => _regex.IsMatch(name))];
            return chosen.Count > 0 ? chosen : throw NoneMatches(names);
        }
        catch (RegexMatchTimeoutException)
        {
            throw Guard.Invalid(_argument, $"'{_pattern}' takes longer than a second to match a name", $"write it without nested repetitions");
        }
    }

    private static Regex NewRegex(string pattern) => new(pattern, RegexOptions.CultureInvariant, Timeout);

    private ArgumentException NoneMatches(IReadOnlyCollection<string> names)
    {
        string guess = KnownNames.Nearest(_pattern, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return new ArgumentException(
            $"'{_pattern}' matches the whole name of no layer that has parameters.{guess} {KnownNames.List(names)}", _argument);
    }
}
