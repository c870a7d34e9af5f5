namespace GraphGen;

/// <summary>What is wrong with a card.</summary>
/// <param name="Problem">What it is, a sentence without its full stop.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record CardFault(FormattableString Problem, FormattableString Remedy);
