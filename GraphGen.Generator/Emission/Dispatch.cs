namespace GraphGen.Generator.Emission;

/// <summary>Emits the choice of the best target of the machine that the code runs on. The conditions are constants for the JIT compiler.</summary>
internal static class Dispatch
{
    /// <summary>A method that calls another, made for a target.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="head">The method's modifiers, type, name and parameters.</param>
    /// <param name="call">The call to make for a target.</param>
    public static void Write(SourceWriter writer, string head, Func<Target, string> call)
    {
        string result = head.Contains(" void ") ? "" : "return ";
        writer.Block(head, () => WriteChoice(writer, target => result + call(target)));
    }

    /// <summary>The call alone, without a method around it.</summary>
    public static void WriteChoice(SourceWriter writer, Func<Target, string> call)
    {
        writer.Block("if (Avx512F.IsSupported)", () => writer.Line(call(Target.Avx512) + ";"));
        writer.Block("else if (Avx2.IsSupported && Fma.IsSupported)", () => writer.Line(call(Target.Avx2) + ";"));
        writer.Block("else", () => writer.Line(call(Target.Portable) + ";"));
    }
}
