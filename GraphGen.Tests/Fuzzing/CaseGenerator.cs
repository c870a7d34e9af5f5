using GraphGen.Model;
using GraphGen.Tests.Randomized;

namespace GraphGen.Tests.Fuzzing;

/// <summary>
/// Makes cases: a valid declaration at random, its arguments changed or not, a class of any shape around it, then tokens changed or the
/// file cut off.
/// </summary>
internal static class CaseGenerator
{
    /// <summary>The first <paramref name="count"/> cases of this seed.</summary>
    public static IReadOnlyList<FuzzCase> Cases(int count, ulong seed)
    {
        IReadOnlyList<NetworkSpec> networks = DeclarationGenerator.Sample(DeclarationGenerator.Network, count, seed);
        return [.. networks.Select((network, number) => Case(network, number, new Dice(seed, number)))];
    }

    private static FuzzCase Case(NetworkSpec network, int number, Dice dice)
    {
        List<string> attributes = [.. DeclarationText.Of(network).Split('\n').Where(line => line.StartsWith('[')).Select(line => line[1..^1])];
        string name = $"Net{number}";
        if (dice.Chance(35))
        {
            ArgumentMutations.Apply(attributes, name, dice);
        }

        List<string> files = [.. ClassShapes.Write(attributes, name, number, dice)];
        if (dice.Chance(55))
        {
            int file = dice.Next(files.Count);
            files[file] = TokenMutations.Apply(files[file], name, dice);
        }
        else if (dice.Chance(30))
        {
            int file = dice.Next(files.Count);
            files[file] = files[file][..dice.Next(files[file].Length)];
        }

        return new FuzzCase(number, files);
    }
}
