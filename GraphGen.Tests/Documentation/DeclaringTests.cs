using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>The page on declarations has a section for each attribute, with a row for each argument and its true default.</summary>
public sealed partial class DeclaringTests
{
    private const string Page = "docs/declaring.md";

    private static readonly Dictionary<string, string> Sections = ReadSections();

    public static TheoryData<string> Attributes =>
        [.. typeof(InputAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Every_argument_of_an_attribute_is_listed_with_its_default(string attribute)
    {
        Type type = typeof(InputAttribute).Assembly.GetType(attribute, throwOnError: true)!;

        IEnumerable<(string Name, string Default)> listed = Row().Matches(Section(type))
            .Select(row => (row.Groups["name"].Value, row.Groups["default"].Value));

        listed.Order().ShouldBe(Parameters(type).Concat(Properties(type)).Order());
    }

    /// <summary>Each parameter of the constructors, with the default of the longest of them that has one.</summary>
    private static IEnumerable<(string Name, string Default)> Parameters(Type type) => type
        .GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .GroupBy(parameter => parameter.Name!, (name, parameters) => (name, DefaultOf(type, [.. parameters])));

    /// <summary>
    /// A parameter's own default; where it has none but a shorter constructor does without it, what that one leaves in the property of
    /// the same name; else it must be given.
    /// </summary>
    private static string DefaultOf(Type type, ParameterInfo[] parameters)
    {
        if (parameters[0].HasDefaultValue)
        {
            return Text(parameters[0].DefaultValue);
        }

        string property = char.ToUpperInvariant(parameters[0].Name![0]) + parameters[0].Name![1..];
        return parameters.Length == type.GetConstructors().Length ? "required" : Text(type.GetProperty(property)!.GetValue(Shortest(type)));
    }

    private static IEnumerable<(string Name, string Default)> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.CanWrite)
        .Select(property => (property.Name, Text(property.GetValue(type.IsAbstract ? new SgdAttribute() : Shortest(type)))));

    /// <summary>The attribute by the constructor that needs the fewest arguments.</summary>
    private static object Shortest(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MinBy(constructor => constructor.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue
            ? parameter.DefaultValue
            : Activator.CreateInstance(parameter.ParameterType))]);
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        _ => value.ToString()!,
    };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands under the attribute's heading. What all optimizers have in common has one of its own.</summary>
    private static string Section(Type type) => Sections[type == typeof(OptimizerAttribute) ? "Every optimizer" : type.Name[..^nameof(Attribute).Length]];

    private static Dictionary<string, string> ReadSections() => File.ReadAllText(Path.Combine(Repository.Root, Page))
        .Split("\n### ")
        .Skip(1)
        .Select(section => section.Split("\n## ")[0].Split('\n', 2))
        .ToDictionary(section => section[0], section => Plain(section[1]), StringComparer.Ordinal);

    /// <summary>The text with the numbers of its second column as the program writes them: <c>1e-5</c> as <c>1E-05</c>.</summary>
    private static string Plain(string section) => Row().Replace(section, row =>
        double.TryParse(row.Groups["default"].Value, CultureInfo.InvariantCulture, out double number)
            ? $"| `{row.Groups["name"].Value}` | `{Number(number)}` |"
            : row.Value);

    [GeneratedRegex("^\\| `(?<name>\\w+)` \\| `?(?<default>[^`|]+?)`? \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
