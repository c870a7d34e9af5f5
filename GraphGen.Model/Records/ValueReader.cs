using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GraphGen.Model;

/// <summary>Reads the types of members that hold features or labels.</summary>
internal static class ValueReader
{
    private static readonly string[] Times = ["DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan"];

    /// <summary>The containers whose elements lie in memory as a span, by their namespace and name.</summary>
    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal)
    {
        "System.Memory", "System.ReadOnlyMemory", "System.Collections.Generic.List", "System.Collections.Immutable.ImmutableArray",
    };

    /// <summary>What a member of this type holds.</summary>
    public static ValueFacts Read(ITypeSymbol type)
    {
        ITypeSymbol value = Underlying(type);
        bool isNullable = !ReferenceEquals(value, type);
        ValueKind kind = KindOf(value);
        var facts = new ValueFacts(kind, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), isNullable);
        return kind switch
        {
            ValueKind.Enum => facts with { Enum = ReadEnum((INamedTypeSymbol)value) },
            ValueKind.Other when VectorOf(value) is { } vector => facts with { Kind = ValueKind.Vector, Vector = vector },
            _ => facts,
        };
    }

    /// <summary>Whether the compiler does not know what the type is, or one that it is made of.</summary>
    public static bool IsUnresolved(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnresolved(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } named =>
            named.GetMembers().OfType<IFieldSymbol>().Any(field => field.IsConst && !field.HasConstantValue),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnresolved),
        _ => false,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ValueKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => ValueKind.Real,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
            or SpecialType.System_UInt32 or SpecialType.System_Int64 => ValueKind.Integer,
        SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => ValueKind.WideInteger,
        SpecialType.System_Boolean => ValueKind.Truth,
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_Char => ValueKind.Character,
        SpecialType.System_DateTime => ValueKind.Time,
        _ => type switch
        {
            { TypeKind: TypeKind.Enum } => ValueKind.Enum,
            IArrayTypeSymbol { IsSZArray: false } => ValueKind.Matrix,
            INamedTypeSymbol { Name: "Half", Arity: 0 } when IsIn(type, "System") => ValueKind.Real,
            INamedTypeSymbol { Name: "Int128" or "UInt128", Arity: 0 } when IsIn(type, "System") => ValueKind.WideInteger,
            INamedTypeSymbol { Arity: 0 } when Times.Contains(type.Name) && IsIn(type, "System") => ValueKind.Time,
            _ => ValueKind.Other,
        },
    };

    /// <summary>What the type is as a row of values; null where it is none.</summary>
    private static VectorFacts? VectorOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Vector(array.ElementType, isListInterface: false),
        INamedTypeSymbol { Arity: 1 } named when Spans.Contains(named.ContainingNamespace.ToDisplayString() + "." + named.Name) =>
            Vector(named.TypeArguments[0], isListInterface: false),
        _ => ListElement(type) is { } element ? Vector(element, isListInterface: true) : null,
    };

    /// <summary>The elements of the one list that the type is; null where it is none, or several.</summary>
    private static ITypeSymbol? ListElement(ITypeSymbol type)
    {
        INamedTypeSymbol[] lists =
        [
            .. type.AllInterfaces.Concat(type is INamedTypeSymbol self ? [self] : [])
                .Where(candidate => candidate is { Name: "IReadOnlyList", Arity: 1 } && IsIn(candidate, "System.Collections.Generic")),
        ];
        return lists.Length == 1 ? lists[0].TypeArguments[0] : null;
    }

    private static VectorFacts Vector(ITypeSymbol element, bool isListInterface) =>
        new(KindOf(element), element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), isListInterface);

    private static EnumFacts ReadEnum(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        bool isFlags = type.GetAttributes().Any(data => data.AttributeClass is { Name: "FlagsAttribute" } flags && IsIn(flags, "System"));

        // Names of one value are one value: the first stands for all.
        IEnumerable<EnumValue> values = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .GroupBy(field => Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture))
            .OrderBy(value => value.Key)
            .Select(value => new EnumValue(value.First().Name, Expression(name, value.First(), value.Key)));
        return new EnumFacts(name, isFlags, new(values));
    }

    /// <summary>The value by its name, unless that might be forbidden.</summary>
    private static string Expression(string type, IFieldSymbol field, decimal value) =>
        field.GetAttributes().Any(data => data.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute")
            ? $"({type})({value.ToString(CultureInfo.InvariantCulture)})"
            : $"{type}.{Identifier.Escape(field.Name)}";

    private static bool IsIn(ITypeSymbol type, string @namespace) =>
        type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == @namespace;
}
