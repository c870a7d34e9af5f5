using System.Buffers.Binary;
using System.Text;

namespace GraphGen.Tests.Checkpoints;

/// <summary>Safetensors files written by hand, and values compared as bits.</summary>
internal static class SafetensorsFile
{
    public static byte[] Of(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }

    public static int[] Bits(ParameterCollection parameters)
    {
        var bits = new List<int>();
        foreach (Parameter parameter in parameters)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            bits.AddRange(Array.ConvertAll(values, BitConverter.SingleToInt32Bits));
        }

        return [.. bits];
    }
}
