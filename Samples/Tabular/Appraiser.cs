using GraphGen;

/// <summary>What a program that serves predictions needs: one file, with the network, the scaling of its data and the encoding of the table.</summary>
internal sealed class Appraiser
{
    private const string EncodingKey = "encoding";

    private readonly DiamondPrices _network = new();
    private readonly CsvEncoding _encoding;

    /// <summary>Loads what <see cref="Save"/> has written.</summary>
    public Appraiser(string path)
    {
        _network.Load(path);
        _encoding = CsvEncoding.Parse(Checkpoint.ReadMetadata(path)[EncodingKey]);
    }

    /// <summary>Writes a trained network. It knows the scaling of its data; the encoding goes into the metadata.</summary>
    public static void Save(string path, DiamondPrices network, CsvEncoding encoding) =>
        network.Save(path, metadata: new Dictionary<string, string> { [EncodingKey] = encoding.ToText() });

    /// <summary>The price in dollars of a diamond in the table's own words.</summary>
    public float Price(IReadOnlyDictionary<string, string> diamond)
    {
        float[] row = new float[_encoding.InputSize];
        _encoding.Encode(diamond, row);
        return Prices(row)[0];
    }

    /// <summary>The prices in dollars of encoded rows as they were read, <c>[rows, InputSize]</c>.</summary>
    public float[] Prices(ReadOnlySpan<float> rows)
    {
        float[] scaled = new float[rows.Length];
        _network.InputScaling!.Apply(rows, scaled);
        float[] prices = new float[rows.Length / DiamondPrices.InputSize];
        _network.Predict(scaled, prices);
        _network.TargetScaling!.Invert(prices);
        return prices;
    }
}
