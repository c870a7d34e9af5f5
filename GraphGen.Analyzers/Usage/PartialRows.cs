using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>GG5001: spans that are no whole number of rows, or of other rows than the inputs.</summary>
internal static class PartialRows
{
    /// <summary>Such spans among the arguments of <paramref name="call"/>.</summary>
    public static IEnumerable<Diagnostic> Find(IInvocationOperation call, UsedNetwork network)
    {
        if (network is not { InputSize: > 0 and var inputSize, OutputSize: > 0 and var outputSize })
        {
            yield break;
        }

        (string Parameter, int Width, string Name)[] known =
        [
            ("inputs", inputSize, $"{network.Name}.InputSize"),
            ("codes", network.CodeSize ?? 0, $"{network.Name}.CodeSize"),
            ("outputs", outputSize, $"{network.Name}.OutputSize"),
            ("mean", outputSize, $"{network.Name}.OutputSize"),
            ("standardDeviation", outputSize, $"{network.Name}.OutputSize"),
            ("targets", outputSize, $"{network.Name}.OutputSize"),
            ("outputGradients", outputSize, $"{network.Name}.OutputSize"),
            ("inputGradients", inputSize, $"{network.Name}.InputSize"),
            ("labels", 1, "1"),
            ("weights", 1, "1"),
        ];
        (string Parameter, int Width, string Name)[] spans = [.. known.Where(span => span.Width > 0 && Argument(span.Parameter) is not null)];
        if (spans.Length == 0)
        {
            yield break;
        }

        // What is read comes first, and says how many rows there are.
        (string read, int readWidth, string readName) = spans[0];
        long? values = LengthOf(read);
        long? rows = values > 0 && values % readWidth == 0 ? values / readWidth : null;
        if (values is { } given && rows is null)
        {
            yield return Incomplete(read, given, readWidth, readName);
        }

        foreach ((string parameter, int width, string name) in spans.Skip(1))
        {
            if (LengthOf(parameter) is not { } length)
            {
                continue;
            }

            if (rows is { } count && length != count * width)
            {
                yield return Create(parameter, length, $"but the {read} are {Rows(count)}", $"{Number(count * width)}, {Number(width)} for each row");
            }
            else if (rows is null && (length == 0 || length % width != 0))
            {
                yield return Incomplete(parameter, length, width, name);
            }
        }

        IOperation? Argument(string parameter) =>
            call.Arguments.FirstOrDefault(argument => argument.Parameter is { } candidate && candidate.Name == parameter && IsSpan(candidate.Type))?.Value;

        long? LengthOf(string parameter) => ConstantLength.Of(Argument(parameter));

        Diagnostic Incomplete(string parameter, long length, int width, string name) => Create(
            parameter, length, length == 0 ? "not even one row" : $"no whole number of rows of {Number(width)}", $"rows * {name}, at least one row");

        Diagnostic Create(string parameter, long length, string problem, string remedy) =>
            Diagnostic.Create(Descriptors.PartialRow, Argument(parameter)!.Syntax.GetLocation(), parameter, Number(length), problem, remedy);
    }

    private static bool IsSpan(ITypeSymbol type) => type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    private static string Rows(long count) => count == 1 ? "1 row" : $"{Number(count)} rows";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
