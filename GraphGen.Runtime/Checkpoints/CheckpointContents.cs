using System.Globalization;
using System.Text;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>What a safetensors file holds, without the numbers: what <see cref="Checkpoint.List"/> returns.</summary>
public sealed class CheckpointContents
{
    private const int ShownLength = 100;

    private CheckpointContents(SafetensorsHeader header)
    {
        Tensors = Array.AsReadOnly(header.Tensors
            .OrderBy(tensor => tensor.Value.Begin)
            .ThenBy(tensor => tensor.Value.End)
            .Select(tensor => new CheckpointTensor(
                tensor.Key, tensor.Value.Type, Array.AsReadOnly(tensor.Value.Shape), tensor.Value.End - tensor.Value.Begin))
            .ToArray());
        Metadata = header.Metadata;
        Bytes = Tensors.Sum(tensor => tensor.Bytes);
        Fingerprint = NetworkArchitecture.Read(header.Metadata)?.Fingerprint;
    }

    /// <summary>The tensors in the order in which their numbers lie in the file.</summary>
    public IReadOnlyList<CheckpointTensor> Tensors { get; }

    /// <summary>All text that is kept with them, by its keys; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Bytes of all tensors, without the file's head.</summary>
    public long Bytes { get; }

    /// <summary>See <see cref="NetworkInfo.Fingerprint"/>: that of the network which was saved; null where the file does not tell.</summary>
    public string? Fingerprint { get; }

    /// <summary>
    /// A plain-text table of the tensors with their types, shapes and bytes, then the metadata, long ones cut off. Lines end with <c>\n</c>; numbers are written the
    /// same in every culture.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var table = new TextTable(false, false, false, true);
        table.Add("Tensor", "Type", "Shape", "Bytes");
        table.AddRule();
        foreach (CheckpointTensor tensor in Tensors)
        {
            table.Add(tensor.Name, tensor.Type, ShapeText.Of<long>([.. tensor.Shape]), Count(tensor.Bytes));
        }

        table.AddRule();
        table.Add(Invariant($"{Tensors.Count} tensors"), "", "", Count(Bytes));
        table.WriteTo(text);
        if (Metadata.Count > 0)
        {
            text.Append('\n');
            Facts().WriteTo(text);
        }

        return text.ToString();
    }

    /// <summary>Reads the head of a file.</summary>
    internal static CheckpointContents Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = CheckpointFile.Open(path);
        return new CheckpointContents(SafetensorsHeader.Read(file, path));
    }

    private TextTable Facts()
    {
        var table = new TextTable(false, false);
        table.Add("Metadata", "Text");
        table.AddRule();
        foreach ((string key, string value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Add(key, OnOneLine(value));
        }

        if (Fingerprint is not null)
        {
            table.Add("fingerprint", Fingerprint);
        }

        return table;
    }

    private static string OnOneLine(string value)
    {
        string line = string.Join(", ", value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= ShownLength ? line : Invariant($"{line[..ShownLength]}... ({value.Length:N0} characters)");
    }

    private static string Count(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
