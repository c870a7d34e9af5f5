using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace GraphGen;

/// <summary>
/// The head of a safetensors file: 8 bytes with the length of the JSON text that follows, little-endian; then that text,
/// <c>{"__metadata__":{"key":"value"},"name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}</c>; then the data, without gaps.
/// </summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";
    private const int LengthSize = sizeof(ulong);
    private const int MaximumLength = 100_000_000; // the limit of the format's reference implementation

    private readonly string _path;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafetensorsTensor> _tensors = new(StringComparer.Ordinal);

    private SafetensorsHeader(string path) => _path = path;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    public IReadOnlyDictionary<string, SafetensorsTensor> Tensors => _tensors;

    /// <summary>Where in the file the data begin.</summary>
    public long DataStart { get; private set; }

    /// <summary>The JSON text for tensors in their order, padded with spaces so that the data are aligned to 8 bytes.</summary>
    public static byte[] Write(IReadOnlyList<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long offset = 0;
            foreach (StoredTensor tensor in tensors)
            {
                long end = offset + ((long)tensor.Length * sizeof(float));
                WriteTensor(json, tensor, offset, end);
                offset = end;
            }

            json.WriteEndObject();
        }

        byte[] padded = new byte[(buffer.WrittenCount + 7) & ~7];
        padded.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(padded);
        return padded;
    }

    /// <summary>Reads and checks the head of a file, and that its data are neither more nor less than the head says.</summary>
    /// <exception cref="InvalidDataException">Something is wrong; the message says what and where.</exception>
    public static SafetensorsHeader Read(Stream file, string path)
    {
        var header = new SafetensorsHeader(path);
        byte[] text = header.ReadText(file);
        header.DataStart = LengthSize + text.Length;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            header.Parse(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"'{path}' is no sound safetensors file: its header is not valid JSON. {exception.Message}",
                exception);
        }
        catch (InvalidOperationException exception)
        {
            // JsonElement reports text that is not valid Unicode in this way; the kinds of all values are checked before use.
            throw new InvalidDataException(
                $"'{path}' is no sound safetensors file: its header is not valid Unicode. {exception.Message}",
                exception);
        }

        header.CheckOffsets(file.Length - header.DataStart);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null or { Count: 0 })
        {
            return;
        }

        json.WriteStartObject(MetadataName);
        foreach ((string key, string value) in metadata)
        {
            json.WriteString(key, value ?? throw new ArgumentException($"The metadata have no value for '{key}'.", nameof(metadata)));
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, StoredTensor tensor, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", SafetensorsTensor.Float32);
        json.WriteStartArray("shape");
        foreach (int dimension in tensor.Shape)
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private byte[] ReadText(Stream file)
    {
        if (file.Length < LengthSize)
        {
            throw Invalid($"it has {file.Length} bytes, but the length of the header alone takes {LengthSize}");
        }

        Span<byte> lengthBytes = stackalloc byte[LengthSize];
        file.ReadExactly(lengthBytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        long available = Math.Min(file.Length - LengthSize, MaximumLength);
        if (length > (ulong)available)
        {
            throw Invalid($"the length of the header at offset 0 is {length}, but at most {available} bytes are possible");
        }

        byte[] text = new byte[length];
        file.ReadExactly(text);
        if (text is not [(byte)'{', ..])
        {
            throw Invalid($"the header at offset {LengthSize} does not begin with '{{'");
        }

        return text;
    }

    private void Parse(JsonElement root)
    {
        bool hasMetadata = false;
        foreach (JsonProperty property in root.EnumerateObject())
        {
            bool isNew = property.NameEquals(MetadataName) ? !hasMetadata : !_tensors.ContainsKey(property.Name);
            if (!isNew)
            {
                throw Invalid($"the header names '{property.Name}' twice");
            }

            if (property.NameEquals(MetadataName))
            {
                hasMetadata = true;
                ParseMetadata(property.Value);
            }
            else
            {
                _tensors.Add(property.Name, ParseTensor(property.Name, property.Value));
            }
        }
    }

    private void ParseMetadata(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Invalid($"'{MetadataName}' is no object");
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
            {
                throw Invalid($"'{property.Name}' in '{MetadataName}' is no text");
            }

            if (!_metadata.TryAdd(property.Name, property.Value.GetString()!))
            {
                throw Invalid($"'{MetadataName}' names '{property.Name}' twice");
            }
        }
    }

    private SafetensorsTensor ParseTensor(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Invalid($"the entry of '{name}' is no object");
        }

        if (!value.TryGetProperty("dtype", out JsonElement type) || type.ValueKind != JsonValueKind.String)
        {
            throw Invalid($"the entry of '{name}' has no text 'dtype'");
        }

        long[] offsets = ParseNumbers(name, value, "data_offsets");
        if (offsets.Length != 2 || offsets[0] > offsets[1])
        {
            throw Invalid($"'data_offsets' of '{name}' are not a begin and an end");
        }

        var tensor = new SafetensorsTensor(type.GetString()!, ParseNumbers(name, value, "shape"), offsets[0], offsets[1]);
        return tensor.HasRightSize()
            ? tensor
            : throw Invalid(
                $"'{name}' has the shape {ShapeText.Of<long>(tensor.Shape)} of {tensor.Type}, which does not take "
                + $"the {tensor.End - tensor.Begin} bytes given");
    }

    private long[] ParseNumbers(string name, JsonElement entry, string key)
    {
        if (!entry.TryGetProperty(key, out JsonElement array) || array.ValueKind != JsonValueKind.Array)
        {
            throw Invalid($"the entry of '{name}' has no list '{key}'");
        }

        long[] numbers = new long[array.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (array[i].ValueKind != JsonValueKind.Number || !array[i].TryGetInt64(out numbers[i]) || numbers[i] < 0)
            {
                throw Invalid($"item {i} of '{key}' of '{name}' is no whole number from 0 on");
            }
        }

        return numbers;
    }

    private void CheckOffsets(long dataLength)
    {
        long expected = 0;
        foreach ((string name, SafetensorsTensor tensor) in _tensors.OrderBy(pair => pair.Value.Begin).ThenBy(pair => pair.Value.End))
        {
            if (tensor.Begin != expected)
            {
                throw Invalid($"'{name}' begins at byte {tensor.Begin} of the data, but the tensor before it ends at {expected}");
            }

            expected = tensor.End;
        }

        if (expected != dataLength)
        {
            throw Invalid($"its tensors take {expected} bytes from offset {DataStart} on, but {dataLength} are there");
        }
    }

    private InvalidDataException Invalid(string what) => new($"'{_path}' is no sound safetensors file: {what}.");
}
