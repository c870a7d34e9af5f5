using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.CodeFixes;

/// <summary>A repair and the class that needs it.</summary>
/// <param name="Type">The class.</param>
/// <param name="Compilation">The program that it belongs to.</param>
/// <param name="Repair">What is to change.</param>
internal sealed record Mending(INamedTypeSymbol Type, Compilation Compilation, Repair Repair);
