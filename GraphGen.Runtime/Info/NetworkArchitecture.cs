using System.Security.Cryptography;
using System.Text;

namespace GraphGen;

/// <summary>What the predictions of a network depend on besides its parameters: see <see cref="NetworkInfo.Architecture"/>.</summary>
internal sealed class NetworkArchitecture
{
    private const string Key = "graphgen.architecture";
    private const string AfterName = ": ";

    private readonly string[] _lines;
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Takes it apart.</summary>
    /// <param name="lines">See <see cref="NetworkInfo.Architecture"/>.</param>
    public NetworkArchitecture(IEnumerable<string> lines)
    {
        _lines = [.. lines];
        foreach (string line in _lines)
        {
            _parts.TryAdd(NameOf(line), line[(line.IndexOf(AfterName, StringComparison.Ordinal) is >= 0 and var end ? end + AfterName.Length : 0)..]);
        }
    }

    /// <summary>See <see cref="NetworkInfo.Fingerprint"/>.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 8));

    private string Text => string.Join('\n', _lines);

    /// <summary>What the metadata of a file say; null where they say nothing, as in files of other tools.</summary>
    public static NetworkArchitecture? Read(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(Key, out string? text) ? new NetworkArchitecture(text.Split('\n')) : null;

    /// <summary>The metadata given, with a network's architecture.</summary>
    public static IReadOnlyDictionary<string, string>? AddTo(IReadOnlyDictionary<string, string>? metadata, NetworkInfo info)
    {
        if (info.Architecture.Count == 0)
        {
            return metadata;
        }

        return new Dictionary<string, string>(metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            [Key] = new NetworkArchitecture(info.Architecture).Text,
        };
    }

    /// <summary>What a layer is, without its name; null where there is no such layer.</summary>
    public string? this[string layer] => _parts.GetValueOrDefault(layer);

    /// <summary>How the architecture in a file differs from this one of the network, layer by layer.</summary>
    /// <param name="file">That in the file.</param>
    /// <param name="isTold">Says of a layer whether it is known already that file or network lacks it.</param>
    public IEnumerable<LayerDifference> DifferencesFrom(NetworkArchitecture file, Func<string, bool> isTold)
    {
        bool areSame = true;
        foreach (string name in _parts.Keys.Union(file._parts.Keys))
        {
            string? here = this[name], there = file[name];
            areSame &= here == there;
            if (here != there && ((here is not null && there is not null) || !isTold(name)))
            {
                yield return new LayerDifference(name, (here, there) switch
                {
                    (null, _) => $"{there} is in the file, but not in the network",
                    (_, null) => $"{here} is missing from the file",
                    _ => $"it is {there} in the file, but {here} in the network",
                });
            }
        }

        if (areSame && Text != file.Text)
        {
            yield return new LayerDifference("", $"the order of the layers is {file.Order} in the file, but {Order} in the network");
        }
    }

    private string Order => string.Join(", ", _lines.Where(line => line.Contains(AfterName, StringComparison.Ordinal)).Select(NameOf));

    /// <summary>The layer's name; for input and output what stands before the parenthesis, which can be a layer's name only in another case.</summary>
    private static string NameOf(string line) => line.Split(AfterName, 2) is [var name, _] ? name : line.Split('(')[0];
}
