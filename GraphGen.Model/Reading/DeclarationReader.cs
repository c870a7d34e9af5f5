using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>Reads what stands in the source of a class: the only place where compiler objects become plain values.</summary>
public static class DeclarationReader
{
    private static readonly SymbolDisplayFormat QualifiedName = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat ShortName = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>Reads <paramref name="type"/> over all its partial declarations.</summary>
    /// <param name="type">A class, or whatever else carries GraphGen's attributes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static Declaration Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        IReadOnlyList<TypeDeclarationSyntax> parts = SourceParts.Of(type, cancellation);
        IReadOnlyList<DeclaredAttribute> attributes = DeclaredAttribute.On(type, parts, cancellation);
        bool unresolved = type.GetAttributes().Any(data => data.AttributeClass is null or { TypeKind: TypeKind.Error });

        // Where a name is still to be typed the compiler makes do with an empty one.
        AttributeFacts[] facts = [.. attributes.Select(ReadAttribute)];
        bool nameless = ContainingTypes(type).Prepend(type).Any(named => named.Name.Length == 0);
        return new Declaration(
            NamespaceOf(type),
            new(ContainingTypes(type).Reverse().Select(outer => ReadType(outer, SourceParts.Of(outer, cancellation)))),
            ReadType(type, parts),
            ReadBase(type),
            new(parts.Select(part => new PartFacts(IsPartial(part), part.ParameterList is not null))),
            new(WrittenConstructors(type).Select(constructor => ReadConstructor(constructor, cancellation))),
            new(ReadMembers(type)),
            new(facts.Concat(MachineAttributes.ImpliedBy(facts))),
            unresolved || nameless || attributes.Any(IsIncomplete) || RepeatsAnyButLayers(attributes),
            new(attributes.Where(IsIncomplete).SelectMany(UnqualifiedNames).Distinct()))
        {
            Language = parts.Count > 0 ? ((CSharpParseOptions)parts[0].SyntaxTree.Options).LanguageVersion : LanguageVersion.Latest,
        };
    }

    /// <summary>
    /// The types of a method's parameters with their full names; <c>ref</c> stands for every way by reference, between which overloads
    /// cannot tell.
    /// </summary>
    public static string ParameterTypes(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(QualifiedName)));

    /// <summary>The instance constructors in the class's body: a place's constructor index counts through this list.</summary>
    public static IEnumerable<IMethodSymbol> WrittenConstructors(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(constructor =>
            SourceParts.IsWritten(constructor)
            && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ConstructorDeclarationSyntax));

    /// <summary>The type's namespace, keywords escaped; empty for the global one.</summary>
    internal static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(QualifiedName);

    /// <summary>The types around <paramref name="type"/>, innermost first.</summary>
    internal static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    /// <summary>The classes that <paramref name="type"/> derives from, nearest first, but for <see cref="object"/>.</summary>
    internal static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType;
            ancestor is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error };
            ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }

    /// <summary>Reads how a type is declared.</summary>
    internal static TypeFacts ReadType(INamedTypeSymbol type, IReadOnlyList<TypeDeclarationSyntax> parts) => new(
        type.Name,
        Keyword(type),
        SyntaxFacts.GetText(type.DeclaredAccessibility),
        parts.All(IsPartial),
        type.Arity > 0,
        type.IsStatic,
        type is { IsAbstract: true, TypeKind: TypeKind.Class, IsStatic: false },
        type.IsFileLocal);

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (_, true) => "record",
        _ => "class",
    };

    /// <summary>Whether a declaration says <c>partial</c>.</summary>
    internal static bool IsPartial(TypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static BaseFacts ReadBase(INamedTypeSymbol type)
    {
        // What an unresolved base class offers is unknown, and the compiler complains of it already.
        bool constructible = type.BaseType is not { TypeKind: TypeKind.Class } parent
            || parent.InstanceConstructors.Any(constructor =>
                constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams) && IsAccessible(constructor, type));
        bool isNetwork = BaseTypes(type).Any(ancestor =>
            ancestor.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString(QualifiedName) is AttributeKinds.Marker or AttributeKinds.MachineMarker));
        return new BaseFacts(type.BaseType?.Name ?? "", constructible, isNetwork);
    }

    private static bool IsAccessible(IMethodSymbol constructor, INamedTypeSymbol from) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, from.ContainingAssembly)
            || constructor.ContainingAssembly.GivesAccessTo(from.ContainingAssembly),
        _ => false,
    };

    private static ConstructorFacts ReadConstructor(IMethodSymbol constructor, CancellationToken cancellation)
    {
        var syntax = (ConstructorDeclarationSyntax)constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return new ConstructorFacts(
            string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString(ShortName))),
            syntax.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) ?? false);
    }

    /// <summary>The members that the user wrote or that the type inherits, but for those of <see cref="object"/>.</summary>
    internal static IEnumerable<MemberFacts> ReadMembers(INamedTypeSymbol type)
    {
        IEnumerable<MemberFacts> own = Members(type, isInherited: false);
        IEnumerable<MemberFacts> inherited = BaseTypes(type).SelectMany(ancestor => Members(ancestor, isInherited: true));
        return own.Concat(inherited).Distinct();
    }

    private static IEnumerable<MemberFacts> Members(INamedTypeSymbol type, bool isInherited) =>
        from member in type.GetMembers()
        where SourceParts.IsWritten(member) && !(isInherited && member.DeclaredAccessibility == Accessibility.Private)
        where member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }
        select new MemberFacts(member.Name, member is IMethodSymbol, type.Name, isInherited)
        {
            ParameterTypes = member is IMethodSymbol { Arity: 0 } method && EmittedMembers.Methods.Contains(method.Name)
                ? ParameterTypes(method)
                : null,
        };

    private static AttributeFacts ReadAttribute(DeclaredAttribute attribute)
    {
        AttributeData data = attribute.Data;
        IEnumerable<ArgumentFacts> positional = data.ConstructorArguments
            .Select((argument, index) => new ArgumentFacts(data.AttributeConstructor!.Parameters[index].Name, ReadValue(argument)));
        IEnumerable<ArgumentFacts> named = data.NamedArguments.Select(pair => new ArgumentFacts(pair.Key, ReadValue(pair.Value)));
        return new AttributeFacts(attribute.Kind, attribute.Part, new(positional.Concat(named)));
    }

    private static object? ReadValue(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? constant.Value : null;

    /// <summary>
    /// Half-typed arguments arrive as no constructor, as constants of no kind, as properties left out or named twice.
    /// Optional parameters would then read as their defaults: a declaration that nobody wrote.
    /// </summary>
    private static bool IsIncomplete(DeclaredAttribute attribute)
    {
        AttributeData data = attribute.Data;
        int written = attribute.Syntax.ArgumentList?.Arguments.Count(argument => argument.NameEquals is not null) ?? 0;
        return data.AttributeConstructor is null
            || data.NamedArguments.Length != written
            || data.NamedArguments.Select(pair => pair.Key).Distinct().Count() != written
            || data.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error)
            || data.NamedArguments.Any(pair => pair.Value.Kind == TypedConstantKind.Error);
    }

    /// <summary>The compiler allows none but a layer's attribute twice, and says so.</summary>
    private static bool RepeatsAnyButLayers(IEnumerable<DeclaredAttribute> attributes) =>
        attributes.Where(attribute => !attribute.Kind.IsLayer()).GroupBy(attribute => attribute.Kind).Any(group => group.Count() > 1);

    /// <summary>The first names in the arguments' dotted expressions: <c>Init</c> in <c>Init.He</c>.</summary>
    private static IEnumerable<string> UnqualifiedNames(DeclaredAttribute attribute) =>
        from access in attribute.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression is IdentifierNameSyntax
        select ((IdentifierNameSyntax)access.Expression).Identifier.ValueText;
}
