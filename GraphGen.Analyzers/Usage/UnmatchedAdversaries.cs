using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>GG5004: a trainer of a generator that makes other rows than its discriminator takes.</summary>
internal static class UnmatchedAdversaries
{
    /// <summary>Whether <paramref name="creation"/> makes such a trainer.</summary>
    public static IEnumerable<Diagnostic> Find(IObjectCreationOperation creation)
    {
        if (UsedNetwork.IsOurs(creation.Type, "GanTrainer")
            && Network("generator") is { OutputSize: { } made } generator
            && Network("discriminator") is { InputSize: { } taken } discriminator
            && made != taken)
        {
            Location location = Values.Argument(creation.Arguments, "discriminator")!.Syntax.GetLocation();
            yield return Diagnostic.Create(Descriptors.UnmatchedAdversaries, location, generator.Name, Number(made), discriminator.Name, Number(taken));
        }

        UsedNetwork? Network(string parameter) => UsedNetwork.Of(Values.Resolve(Values.Argument(creation.Arguments, parameter))?.Type);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
