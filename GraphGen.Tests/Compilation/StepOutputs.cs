using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GraphGen.Tests.Compilation;

/// <summary>Walks what a generator's steps hand on: a compiler object in there would defeat caching and keep old programs alive.</summary>
internal static class StepOutputs
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] CompilerObjects =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Microsoft.CodeAnalysis.Compilation),
        typeof(SemanticModel), typeof(Location), typeof(AttributeData),
    ];

    /// <summary>The first compiler object reachable from <paramref name="value"/>, by its path in fields and elements, or null.</summary>
    public static string? FindCompilerObject(object? value) =>
        Find(value, "output", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Delegate || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return null;
        }

        if (CompilerObjects.FirstOrDefault(type => type.IsInstanceOfType(value)) is { } found)
        {
            return $"{path} is a {found.Name}";
        }

        if (value is IEnumerable elements)
        {
            int index = 0;
            foreach (object? element in elements)
            {
                if (Find(element, $"{path}[{index++}]", seen) is { } inElement)
                {
                    return inElement;
                }
            }

            return null;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(OwnFields))
            {
                if (Find(field.GetValue(value), $"{path}.{field.Name}", seen) is { } inField)
                {
                    return inField;
                }
            }
        }

        return null;
    }
}
