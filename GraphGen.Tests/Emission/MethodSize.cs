using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GraphGen.Tests.Emission;

/// <summary>
/// The sizes of a method's body that RyuJIT looks at when it decides whether to optimise: beyond any of the limits it compiles
/// the method as if for debugging (<c>DEFAULT_MIN_OPTS_*</c> in the .NET runtime's <c>jit/compiler.h</c>).
/// </summary>
/// <param name="Method">The method, with its type.</param>
/// <param name="Bytes">Bytes of IL.</param>
/// <param name="Instructions">Instructions of IL.</param>
/// <param name="Blocks">Basic blocks: straight runs of instructions.</param>
/// <param name="Locals">Local variables and parameters.</param>
/// <param name="LocalReferences">Instructions that read, write or take the address of these.</param>
internal sealed record MethodSize(string Method, int Bytes, int Instructions, int Blocks, int Locals, int LocalReferences)
{
    /// <summary>The limits; above any of them RyuJIT stops optimising.</summary>
    public static readonly MethodSize Limit = new("limit", 60_000, 20_000, 2_000, 2_000, 8_000);

    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    /// <summary>The largest share of a limit that the method uses up.</summary>
    public double Share => new[]
    {
        (double)Bytes / Limit.Bytes,
        (double)Instructions / Limit.Instructions,
        (double)Blocks / Limit.Blocks,
        (double)Locals / Limit.Locals,
        (double)LocalReferences / Limit.LocalReferences,
    }.Max();

    /// <summary>The sizes of all methods with a body in an assembly's image.</summary>
    public static IReadOnlyList<MethodSize> OfAll(Stream image)
    {
        using var file = new PEReader(image, PEStreamOptions.LeaveOpen);
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MethodDefinitions
               let method = metadata.GetMethodDefinition(handle)
               where method.RelativeVirtualAddress != 0
               select Measure(metadata, method, file.GetMethodBody(method.RelativeVirtualAddress)),
        ];
    }

    private static MethodSize Measure(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        string type = metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
        byte[] code = body.GetILBytes()!;
        int instructions = 0, references = 0;
        var starts = new SortedSet<int> { 0 };
        for (int position = 0; position < code.Length;)
        {
            OpCode operation = Read(code, ref position);
            instructions++;
            references += IsLocalReference(operation) ? 1 : 0;
            int next = position + OperandSize(operation, code, position);
            if (operation.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
            {
                starts.UnionWith(Targets(operation, code, position, next));
                starts.Add(next);
            }

            position = next;
        }

        starts.Remove(code.Length);
        return new MethodSize(
            $"{type}.{metadata.GetString(method.Name)}",
            code.Length,
            instructions,
            starts.Count,
            CountLocals(metadata, method, body),
            references);
    }

    private static OpCode Read(byte[] code, ref int position)
    {
        int value = code[position++];
        return OpCodesByValue[(short)(value == 0xFE ? (value << 8) | code[position++] : value)];
    }

    // The names of all forms of these instructions begin alike: ldarg, ldarga.s, ldarg.0 and so on.
    private static bool IsLocalReference(OpCode operation) =>
        operation.Name is { Length: >= 5 } name && name[..5] is "ldloc" or "stloc" or "ldarg" or "starg";

    private static int OperandSize(OpCode operation, byte[] code, int position) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, position)),
        _ => 4,
    };

    private static IEnumerable<int> Targets(OpCode operation, byte[] code, int position, int next) => operation.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + (sbyte)code[position]],
        OperandType.InlineBrTarget => [next + BitConverter.ToInt32(code, position)],
        OperandType.InlineSwitch => Enumerable.Range(1, BitConverter.ToInt32(code, position))
            .Select(index => next + BitConverter.ToInt32(code, position + (4 * index))),
        _ => [],
    };

    /// <summary>Reads the counts at the head of the two signatures (ECMA-335, II.23.2.1 and II.23.2.6); <c>this</c> counts, too.</summary>
    private static int CountLocals(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        BlobReader parameters = metadata.GetBlobReader(method.Signature);
        SignatureHeader header = parameters.ReadSignatureHeader();
        if (header.IsGeneric)
        {
            parameters.ReadCompressedInteger();
        }

        int count = parameters.ReadCompressedInteger() + (header.IsInstance ? 1 : 0);
        if (!body.LocalSignature.IsNil)
        {
            BlobReader locals = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
            locals.ReadSignatureHeader();
            count += locals.ReadCompressedInteger();
        }

        return count;
    }
}
