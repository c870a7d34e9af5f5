using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Tests.Fuzzing;

/// <summary>Changes tokens, as someone who types does.</summary>
internal static class TokenMutations
{
    private static readonly string[] Vocabulary =
    [
        "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", ".", ":", "=", "?", "!", "-", "@", "\"", "'", "/*", "//", "#if X\n", "\n#endif\n", "0", "1e300", "null",
        "class", "partial", "record", "struct", "interface", "enum", "static", "abstract", "sealed", "public", "private", "file", "unsafe", "new", "ref", "using",
        "namespace", "where", "typeof", "nameof", "default", "Dense", "Input", "Act.", "Init.", "Name =", "L2 =", "type:", "assembly:", "T", "int", "string", "is", "=>",
    ];

    /// <summary>Deletes, repeats, swaps, replaces or inserts one to three tokens of <paramref name="text"/>.</summary>
    public static string Apply(string text, string name, Dice dice)
    {
        List<string> tokens = [.. SyntaxFactory.ParseTokens(text).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).Select(token => token.ToFullString())];
        for (int change = dice.Next(3); change >= 0 && tokens.Count > 1; change--)
        {
            int index = dice.Next(tokens.Count);
            switch (dice.Next(6))
            {
                case 0 or 1:
                    tokens.RemoveAt(index);
                    break;
                case 2:
                    tokens.Insert(index, tokens[index]);
                    break;
                case 3:
                    int other = dice.Next(tokens.Count);
                    (tokens[index], tokens[other]) = (tokens[other], tokens[index]);
                    break;
                case 4:
                    tokens[index] = dice.Pick(Vocabulary) + " ";
                    break;
                default:
                    tokens.Insert(index, (dice.Chance(10) ? name : dice.Pick(Vocabulary)) + " ");
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
