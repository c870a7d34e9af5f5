using System.Globalization;
using System.Runtime.InteropServices;

namespace GraphGen.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string LinuxDescription = "/proc/cpuinfo";

    /// <summary>Processor, runtime and day, in one line.</summary>
    public static string Describe()
    {
        int processors = Environment.ProcessorCount;
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{Processor()}, {Figures.Whole(processors)} {(processors == 1 ? "processor" : "processors")} for this process, " +
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {date}.";
    }

    // Virtual machines often hide the model's name; family and model still tell which processor it is.
    private static string Processor()
    {
        if (!File.Exists(LinuxDescription))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "Unknown processor";
        }

        Dictionary<string, string> fields = File.ReadLines(LinuxDescription).TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
        string name = fields.GetValueOrDefault("model name", "Unknown processor");
        return fields.TryGetValue("cpu family", out string? family) && fields.TryGetValue("model", out string? model)
            ? $"{name} (family {family}, model {model})"
            : name;
    }
}
