namespace GraphGen.Tests.Fuzzing;

/// <summary>Changes what attributes say: other values, other types, other names of arguments.</summary>
internal static class ArgumentMutations
{
    private static readonly string[] Values =
    [
        "0", "-1", "1", "3", "2147483647", "-2147483648", "99999999999", "1e300", "-1e-300", "0.5", "1.5", "double.NaN", "double.PositiveInfinity",
        "1.0 / 0", "1 / 0", "null", "\"relu\"", "\"\"", "'c'", "typeof(int)", "typeof(Unknown)", "typeof(List<>)", "default", "new int[] { 1 }", "1u", "1L",
        "1m", "1f", "0x10", "1_000", "true", "Act.Relu", "Act.Relu | Act.Elu", "(Act)77", "(Init)(-1)", "Init.He", "GraphGen.Init.LeCun", "Preset.Classic",
        "Unknown.Name", "sizeof(int)", "checked(2147483647 + 1)", "(3)", "+3", "~0", "nameof(System).Length", "Math.PI", "int.MaxValue", "$\"{1}\"",
    ];

    private static readonly string[] Properties =
    [
        "Name = \"hidden\"", "Name = \"class\"", "Name = \"a b\"", "Name = \"\"", "Name = null", "Name = \"Predict\"", "Name = \"InputSize\"",
        "Name = \"Schichtgröße\"", "Name = \"\\u0041b\"", "Name = \"dense1\"", "Name = \"_\"", "Name = \"1st\"", "Name = \"Init\"", "Name = nameof(Dense)",
        "Name = \"Equals\"", "Name = \"Generated\"", "Name = \"System\"", "Name = \"GraphGen\"", "Name = \"value\"", "Name = \"Kernels\"",
        "L2 = -1", "L2 = double.NaN", "L1 = 1e308", "MaxNorm = 3", "Bias = false", "Bias = 1", "Frozen = true", "Unknown = 1", "units: 4", "unit: 4",
        "RateMultiplier = 0", "FanMode = FanMode.Out", "InitScale = 0.1", "Alpha = 0.1", "Momentum = 2", "Epsilon = 0", "WeightDecay = 0.1", "momentum: 0.5",
    ];

    private static readonly string[] Others =
    [
        "Preset(Preset.Classic)", "Preset(Preset.Modern)", "Preset(Preset.SelfNormalizing)", "Preset((Preset)9)", "Defaults(Act.Elu)", "Defaults(Init.He, L2 = 1e-4)",
        "Dense(4)", "BatchNorm", "Dropout(0.5)", "Dropout(1)", "Activation(Act.Softmax)", "Obsolete", "Obsolete(\"gone\", true)", "Serializable", "CLSCompliant(false)",
        "System.Diagnostics.CodeAnalysis.Experimental(\"TRY1\")", "System.ComponentModel.EditorBrowsable", "Unknown", "Input(3)", "Sgd", "Huber", "SampleWeights",
        "System.Runtime.Versioning.SupportedOSPlatform(\"linux\")", "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"no\")", "AverageWeights(0.9)",
    ];

    /// <summary>Changes one to three attributes of <paramref name="attributes"/>, which have no brackets.</summary>
    public static void Apply(List<string> attributes, string name, Dice dice)
    {
        for (int change = dice.Next(3); change >= 0 && attributes.Count > 0; change--)
        {
            int index = dice.Next(attributes.Count);
            string attribute = attributes[index];
            switch (dice.Next(9))
            {
                case 0 or 1:
                    attributes[index] = Replace(attribute, dice.Pick(Values), dice);
                    break;
                case 2:
                    attributes[index] = Replace(attribute, dice.Pick([$"{name}.Width", $"Sizes{name}.Width", $"{name}.InputSize", $"nameof({name})"]), dice);
                    break;
                case 3 or 4:
                    attributes[index] = Add(attribute, dice.Pick(Properties));
                    break;
                case 5:
                    attributes.RemoveAt(index);
                    break;
                case 6:
                    attributes.Insert(index, attributes[dice.Next(attributes.Count)]);
                    break;
                default:
                    attributes.Insert(index, dice.Pick(Others));
                    break;
            }
        }
    }

    private static string Add(string attribute, string argument) =>
        !attribute.EndsWith(')') ? $"{attribute}({argument})"
        : attribute.EndsWith("()", StringComparison.Ordinal) ? $"{attribute[..^1]}{argument})"
        : $"{attribute[..^1]}, {argument})";

    private static string Replace(string attribute, string value, Dice dice)
    {
        int open = attribute.IndexOf('(');
        if (open < 0)
        {
            return $"{attribute}({value})";
        }

        string[] arguments = attribute[(open + 1)..^1].Split(", ");
        int position = dice.Next(arguments.Length);
        int equals = arguments[position].IndexOf('=');
        arguments[position] = equals < 0 ? value : $"{arguments[position][..equals]}= {value}";
        return $"{attribute[..open]}({string.Join(", ", arguments)})";
    }
}
