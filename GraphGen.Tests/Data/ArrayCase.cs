using System.Globalization;

namespace GraphGen.Tests.Data;

/// <summary>An array that NumPy saved.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Its name in an archive; null for a file of its own.</param>
/// <param name="Type">NumPy's name of its type.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Values">Its elements, row-major, as decimal numbers that read back as the same bits.</param>
internal sealed record ArrayCase(string File, string? Name, string Type, int[] Shape, string[] Values)
{
    public static ArrayCase[] All { get; } = DataFiles.Read<ArrayCase[]>("Arrays.json");

    public Type ElementType => Type switch
    {
        "bool" => typeof(bool),
        "int8" => typeof(sbyte),
        "int16" => typeof(short),
        "int32" => typeof(int),
        "int64" => typeof(long),
        "uint8" => typeof(byte),
        "uint16" => typeof(ushort),
        "uint32" => typeof(uint),
        "uint64" => typeof(ulong),
        "float16" => typeof(Half),
        "float32" => typeof(float),
        _ => typeof(double),
    };

    public object[] Elements => Array.ConvertAll(Values, value => ElementType switch
    {
        var type when type == typeof(bool) => value == "1",
        var type when type == typeof(Half) => Half.Parse(value, CultureInfo.InvariantCulture),
        var type => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
    });

    public NpyArray Read() => Name is null ? NpyFile.Read(DataFiles.PathOf(File)) : NpyFile.Read(DataFiles.PathOf(File), Name);

    public override string ToString() => Name is null ? File : $"{Name} in {File}";
}
