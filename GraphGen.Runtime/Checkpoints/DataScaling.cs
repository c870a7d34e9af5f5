using GraphGen.Execution;

namespace GraphGen;

/// <summary>How the data were scaled that a network was trained on: kept with its parameters, because they mean nothing without it.</summary>
/// <param name="Inputs">The scaling of the inputs; null for none.</param>
/// <param name="Targets">The scaling of the targets; null for none.</param>
internal readonly record struct DataScaling(FeatureScaling? Inputs, FeatureScaling? Targets)
{
    private const string InputsKey = "graphgen.input_scaling";
    private const string TargetsKey = "graphgen.target_scaling";

    /// <summary>Reads the scaling out of a file's metadata.</summary>
    /// <exception cref="InvalidDataException">The text is damaged.</exception>
    public static DataScaling Read(IReadOnlyDictionary<string, string> metadata, string path)
    {
        return new DataScaling(Read(InputsKey), Read(TargetsKey));

        FeatureScaling? Read(string key)
        {
            try
            {
                return metadata.TryGetValue(key, out string? text) ? FeatureScaling.Parse(text) : null;
            }
            catch (FormatException exception)
            {
                throw new InvalidDataException($"'{path}' is damaged: '{key}' in its metadata is no scaling. {exception.Message} Load an earlier file.", exception);
            }
        }
    }

    /// <summary>The metadata given, with the scaling of a network's data added.</summary>
    public static IReadOnlyDictionary<string, string>? AddTo(IReadOnlyDictionary<string, string>? metadata, NetworkMemory memory)
    {
        if (memory.Scaling == default)
        {
            return metadata;
        }

        var all = new Dictionary<string, string>(metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        if (memory.Scaling.Inputs is { } inputs)
        {
            all.Add(InputsKey, inputs.ToText());
        }

        if (memory.Scaling.Targets is { } targets)
        {
            all.Add(TargetsKey, targets.ToText());
        }

        return all;
    }

    /// <summary>Makes it that of a network.</summary>
    public void Apply(NetworkMemory memory) => memory.Scaling = this;
}
