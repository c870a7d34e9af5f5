namespace GraphGen.Tests.Fuzzing;

/// <summary>Classes and other types of every shape that carry a network's attributes.</summary>
internal static class ClassShapes
{
    /// <summary>Members that clash with what is emitted, or look as if they did.</summary>
    private static readonly string[] Members =
    [
        "public int Dense1;", "public int Dense1 { get; set; }", "void Fit() { }", "public int InputSize => 3;", "private class Steps { }", "private class Generated { }",
        "public int Init;", "public string Act => \"\";", "public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) { }", "public void Predict(int n) { }",
        "public @() { }", "public @() : this(1) { }", "public @(string name) : this(seed: 3ul) { }", "public @(int seed, int threads) { }", "private @(@ other) : this() { }",
        "static @() { }", "~@() { }", "public int this[int n] => n;", "public static implicit operator int(@ net) => 0;", "public override string ToString() => \"\";",
        "private int generatedMemory;", "public event Action? Info;", "public enum Parameters { None }", "public int Width() => InputSize;", "class System { }",
        "class GraphGen { }", "int Vector512, MathF, global;", "public int Dense1Layer; public int Kernels;", "public delegate void Evaluate();", "public const int Size = InputSize;",
        "public string Name = nameof(Dense1);", "public void Save(string path, bool trainingState = false) { }", "public int Rows { get; init; }", "partial void Changed();",
    ];

    private static readonly Func<Writing, IEnumerable<string>>[] Shapes =
    [
        w => [w.File($"{w.Attributes}public partial class {w.Name};")],
        w => [w.File($"{w.Attributes}public partial class {w.Name} {{ }}")],
        w => [w.File($"{w.Attributes}partial class {w.Name}\n{{\n    {w.Member}\n}}")],
        w => [w.File($"{w.Attributes}partial class {w.Name}\n{{\n    {w.Member}\n    {w.Member}\n}}")],
        w => [w.File($"{w.Attributes}partial class {w.Name}\n{{\n    public const int Width = 4;\n}}\nstatic class Sizes{w.Name} {{ public const int Width = 5; }}")],
        w => [w.File($"public partial class Outer{w.Number}\n{{\n    {w.Attributes}{w.Access} partial class {w.Name} {{ }}\n}}")],
        w => [w.File($"public class Outer{w.Number}\n{{\n    {w.Attributes}public partial class {w.Name} {{ }}\n}}")],
        w => [w.File($"partial struct Outer{w.Number}\n{{\n    partial interface IInner\n    {{\n        {w.Attributes}public partial class {w.Name} {{ }}\n    }}\n}}")],
        w => [w.File($"partial record Outer{w.Number}\n{{\n    {w.Attributes}internal partial class {w.Name} {{ }}\n}}")],
        w => [w.File($"partial class Outer{w.Number}<T>\n{{\n    {w.Attributes}internal partial class {w.Name} {{ }}\n}}")],
        w => [w.File($"partial class {w.Name}Outer\n{{\n    static partial class Inner\n    {{\n        {w.Attributes}internal partial class {w.Name} {{ }}\n    }}\n}}")],
        w => [w.File($"{w.Attributes}file partial class {w.Name};")],
        w => [w.File($"{w.Attributes}public partial {w.Kind} {w.Name};")],
        w => [w.File($"{w.Attributes}public partial enum {w.Name} {{ None }}")],
        w => [w.File($"{w.Attributes}public {w.Modifier} partial class {w.Name};")],
        w => [w.File($"{w.Attributes}public class {w.Name};")],
        w => [w.File($"{w.Attributes}public partial class {w.Name}<T> where T : class;")],
        w => [w.File($"{w.Attributes}public partial class {w.Name}(int rows) {{ public int Rows => rows; }}")],
        w => [w.File($"{w.Attributes}public partial class {w.Name};"), w.File($"public partial class {w.Name} {{ {w.Member} }}")],
        w => [w.File($"{w.Attributes}public partial class {w.Name};"), w.File($"public class {w.Name} {{ }}")],
        w => [w.File($"{w.First}public partial class {w.Name};"), w.File($"{w.Rest}public partial class {w.Name};")],
        w => [w.File($"{w.First}public partial class {w.Name};\n{w.Rest}partial class {w.Name};")],
        w => [w.File($"{w.Attributes}public partial class @class{w.Number};")],
        w => [$"using GraphGen;\nnamespace Fuzz{w.Number}.@namespace.@int;\n{w.Attributes}public partial class @event;"],
        w => [w.File($"{w.Attributes}public partial class Größe{w.Number};")],
        w => [w.File($"{w.Attributes}public partial class 网络{w.Number} {{ public int Слой; }}")],
        w => [w.File($"{w.Attributes}public partial class N\\u0065t{w.Number};")],
        w => [w.File($"{w.Attributes}public partial class Ne\u0301t{w.Number};\n{w.Attributes}public partial class N\u00e9t{w.Number};")],
        w => [$"using Layer = GraphGen.DenseAttribute;\nusing GraphGen;\nusing static GraphGen.Act;\nnamespace Fuzz{w.Number};\n{w.Attributes.Replace("[Dense", "[Layer").Replace("Act.", "")}public partial class {w.Name};"],
        w => [$"namespace Fuzz{w.Number};\n{w.Attributes.Replace("[", "[GraphGen.")}public partial class {w.Name};"],
        w => [$"using GraphGen;\nnamespace Fuzz{w.Number};\n{w.Attributes.Replace("[", "[global::GraphGen.").Replace("]", "]").Replace("(", "Attribute(")}public partial class {w.Name};"],
        w => [$"namespace Fuzz{w.Number}; {w.Attributes}public partial class {w.Name};"],
        w => [w.File($"class DenseAttribute : Attribute {{ public DenseAttribute(params object[] all) {{ }} }}\n{w.Attributes}public partial class {w.Name};")],
        w => [w.File($"namespace Other\n{{\n    class InputAttribute(int n) : Attribute {{ public int N => n; }}\n}}\n{w.Attributes}public partial class {w.Name};").Replace(";\n", ";\nusing Other;\n")],
        w => [$"using GraphGen;\nusing Fuzz{w.Number}.Other;\nnamespace Fuzz{w.Number}.Other {{ class SgdAttribute : System.Attribute {{ }} }}\nnamespace Fuzz{w.Number} {{ {w.Attributes}public partial class {w.Name}; }}"],
        w => [w.File($"{w.Attributes.Replace("[", $"[{w.Target}: ")}public partial class {w.Name};")],
        w => [w.File($"{w.First}#if DEBUG\n{w.Rest}#else\n{w.Rest}#endif\npublic partial class {w.Name};")],
        w => [w.File($"{w.First}#if DEBUG\n{w.Rest}public partial class {w.Name};")],
        w => [w.File($"#nullable disable\n#pragma warning disable CS1591\n#region Net\n{w.Attributes}#endregion\npublic partial class {w.Name};")],
        w => [w.File($"class Base{w.Number} {{ {w.Member.Replace("@", $"Base{w.Number}")} }}\n{w.Attributes}partial class {w.Name} : Base{w.Number};")],
        w => [w.File($"class Base{w.Number}(int n) {{ protected int N => n; }}\n{w.Attributes}partial class {w.Name} : Base{w.Number}(3);")],
        w => [w.File($"{w.Attributes}partial class {w.Name} : {w.Base} {{ }}")],
        w => [w.File($"{w.Attributes}partial class {w.Name};\n{w.Attributes}partial class {w.Name.ToUpperInvariant()};")],
        w => [w.File($"{w.Attributes}partial class {w.Name};\n{w.Attributes}partial class Other{w.Number} : {w.Name};")],
        w => [w.File($"{w.Attributes.Replace("]\n[", ", ")}partial class {w.Name};")],
        w => [w.File($"/// <summary>A net of <see cref=\"{w.Name}\"/>.</summary>\n{w.Attributes.Replace("\n", " // layer\n")}/* here */ public unsafe partial class {w.Name};")],
        w => [w.File($"/// <summary>Broken <see cref=\"\n{w.Attributes}public partial class {w.Name};")],
        w => [w.File($"{w.Attributes}public partial class {w.Name};").Replace("\n", "\r\n")],
        w => [w.File($"{w.Attributes}public partial class {w.Name};\nclass Use{w.Number} {{ void All({w.Name} net, Dataset d) {{ net.Fit(d, new() {{ LearningRate = -1 }}); net.Predict(new float[1], []); var x = x[..1]; net.Predict(x, x); }} }}")],
        w => [$"using GraphGen;\n{w.Attributes}public partial class {w.Name};"],
    ];

    /// <summary>The files of a class called <paramref name="name"/>, or nearly so, with these attributes.</summary>
    public static IEnumerable<string> Write(IReadOnlyList<string> attributes, string name, int number, Dice dice) =>
        (dice.Chance(30) ? Shapes[dice.Next(5)] : dice.Pick(Shapes))(new Writing(attributes, name, number, dice));

    /// <summary>The parts that shapes are written with.</summary>
    private sealed class Writing(IReadOnlyList<string> attributes, string name, int number, Dice dice)
    {
        private readonly int half = dice.Next(attributes.Count + 1);

        public string Name => name;

        public int Number => number;

        public string Attributes => Lines(attributes);

        public string First => Lines(attributes.Take(half));

        public string Rest => Lines(attributes.Skip(half));

        public string Member => dice.Pick(Members).Replace("@", name);

        public string Access => dice.Pick(["private", "protected", "internal", "public", "protected internal", "private protected", "new"]);

        public string Kind => dice.Pick(["record", "record class", "struct", "record struct", "interface", "ref struct"]);

        public string Modifier => dice.Pick(["static", "abstract", "sealed", "unsafe", "readonly", "new"]);

        public string Target => dice.Pick(["type", "return", "assembly", "module", "method", "unknown", "field"]);

        public string Base => dice.Pick(["IDisposable", "string", "Unknown", "Exception", "List<int>", "GraphGen.Execution.INetwork", name, "Layer", "Attribute", "Predictor"]);

        public string File(string text) => $"using GraphGen;\nnamespace Fuzz{number};\n{text}\n";

        private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"[{line}]\n"));
    }
}
