using System.ComponentModel;
using System.Diagnostics;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>
/// A peer's program in C or C++, compiled for this processor when it is first needed. The executables live in a temporary
/// folder, as long as this object.
/// </summary>
internal sealed class NativeProgram : IDisposable
{
    private static readonly string[] Optimisation = ["-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512"];

    private readonly string compiler;
    private readonly string packages;
    private readonly string[] options;
    private readonly string[] sources;
    private readonly string[] libraries;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graphgen-native-");
    private readonly Dictionary<string, string> executables = new(StringComparer.Ordinal);

    private NativeProgram(string compiler, string packages, string[] options, string[] sources, string[] libraries)
    {
        this.compiler = compiler;
        this.packages = packages;
        this.options = [.. options, Text("OPTIONS", string.Join(' ', Optimisation)), .. Optimisation];
        this.sources = sources;
        this.libraries = libraries;
    }

    /// <summary>
    /// Plain C for a network with two hidden layers of tanh, squared error and Adam. Its constants are <c>INPUTS</c>,
    /// <c>HIDDEN1</c>, <c>HIDDEN2</c>, <c>OUTPUTS</c> and <c>BATCH</c>.
    /// </summary>
    /// <remarks>
    /// These options were the fastest tried. Without <c>-ffast-math</c>, gcc calls tanh for one value at a time instead of the
    /// vectorised one of glibc's libmvec, and a step takes six times as long; with 256-bit vectors it takes 1.5 times as long;
    /// unrolling changes nothing.
    /// </remarks>
    public static NativeProgram PlainC() => new("gcc", "gcc and libc6-dev", ["-std=c17"], [Source("tiny_peer.c")], ["-lm"]);

    /// <summary>dlib with OpenBLAS, for the networks that the program names. It takes no constants.</summary>
    /// <remarks>
    /// Debian compiles dlib for any x86-64 processor and without <c>-ffast-math</c>: with its library, steps took 1.1 to 2.9 times as
    /// long (2.2 times for 784-300-100-10 with Adam at batch 32). Where the sources of the installed version lie in
    /// <c>~/.cache/graphgen-benchmarks/dlib</c> (their folder <c>dlib</c> in it), the two files with dlib's loops are compiled here.
    /// </remarks>
    public static NativeProgram Dlib()
    {
        string profile = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string place = Path.Combine(profile, ".cache", "graphgen-benchmarks", "dlib", "dlib", "cuda");
        string[] kernels = [Path.Combine(place, "cpu_dlib.cpp"), Path.Combine(place, "tensor_tools.cpp")];
        bool compilesKernels = kernels.All(File.Exists);
        return new(
            "g++",
            "g++, libdlib-dev and libopenblas-dev",
            ["-std=c++17", "-DDLIB_USE_BLAS", Text("KERNELS", compilesKernels ? "its loops likewise" : "its loops for any x86-64")],
            compilesKernels ? [Source("dlib_peer.cpp"), .. kernels] : [Source("dlib_peer.cpp")],
            ["-ldlib", "-lopenblas"]);
    }

    /// <summary>Compiles it for some constants. The second time for the same ones it is there already.</summary>
    /// <param name="constants">What the program wants to be defined.</param>
    /// <returns>The executable's path.</returns>
    /// <exception cref="PeerMissingException">The compiler, a header or a library is not installed.</exception>
    /// <exception cref="InvalidOperationException">The compiler refuses the source; the message is its own.</exception>
    public string Compile(params (string Name, int Value)[] constants)
    {
        string[] definitions = [.. constants.Select(constant => $"-D{constant.Name}={Figures.Whole(constant.Value)}")];
        string key = string.Join(' ', definitions);
        if (!executables.TryGetValue(key, out string? executable))
        {
            executable = Path.Combine(folder.FullName, $"peer{Figures.Whole(executables.Count)}");
            Run([.. options, .. definitions, .. sources, "-o", executable, .. libraries]);
            executables.Add(key, executable);
        }

        return executable;
    }

    /// <summary>Deletes the executables, of which none may be running.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    private static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", "Native", name);

    /// <summary>Defines a constant of the program to be a text.</summary>
    private static string Text(string name, string value) => $"-D{name}=\"{value}\"";

    private void Run(string[] arguments)
    {
        var start = new ProcessStartInfo(compiler, arguments) { RedirectStandardError = true };
        // What is missing is read from the messages, so these must not be translated.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            string messages = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw Failure(messages);
            }
        }
        catch (Win32Exception)
        {
            throw new PeerMissingException($"the compiler '{compiler}' (packages {packages})");
        }
    }

    private Exception Failure(string messages)
    {
        string? missing = messages.Split('\n').FirstOrDefault(line =>
            line.EndsWith(": No such file or directory", StringComparison.Ordinal)
            || line.Contains("cannot find -l", StringComparison.Ordinal));
        return missing is null || !sources.All(File.Exists)
            ? new InvalidOperationException($"{compiler} does not compile {string.Join(", ", sources)}: {messages}")
            : new PeerMissingException($"a header or library of the packages {packages} ({missing.Trim()})");
    }
}
