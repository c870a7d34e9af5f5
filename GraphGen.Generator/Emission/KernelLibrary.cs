using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The kernels of one network. Layers ask for what they need; two that need the same share it. A kernel has one signature and
/// one text for each target.
/// </summary>
internal sealed class KernelLibrary
{
    private readonly List<Kernel> kernels = [];
    private readonly Dictionary<string, Kernel> byContent = [];
    private readonly Dictionary<(string Name, string Summary, string Parameters), Kernel> byHead = [];

    /// <param name="products">The shapes of the network's products.</param>
    public KernelLibrary(ProductShapes products) => Products = products;

    /// <summary>The shapes of the network's products.</summary>
    public ProductShapes Products { get; }

    /// <summary>The kernels in the order in which they were first asked for.</summary>
    public IReadOnlyList<Kernel> Kernels => kernels;

    /// <summary>The name of a kernel with that content: an existing one's, or that of a new one called <paramref name="name"/> if the name is free.</summary>
    /// <param name="name">The name to give a new kernel.</param>
    /// <param name="summary">Its doc comment.</param>
    /// <param name="returnType"><c>void</c> or a number's type.</param>
    /// <param name="parameters">Its parameter list.</param>
    /// <param name="write">Writes the body of its method for a target; receives the kernel's name.</param>
    /// <param name="writeHelpers">Writes the private methods that the body calls.</param>
    public string Require(
        string name,
        string summary,
        string returnType,
        string parameters,
        Action<SourceWriter, Target, string> write,
        Action<SourceWriter, Target, string>? writeHelpers = null)
    {
        var content = new SourceWriter();
        write(content, Target.Avx512, "");
        writeHelpers?.Invoke(content, Target.Avx512, "");
        string key = string.Join("\n", summary, returnType, parameters, content.ToString());
        if (!byContent.TryGetValue(key, out var kernel))
        {
            kernel = New(name, summary, returnType, parameters, write, writeHelpers);
            byContent.Add(key, kernel);
        }

        return kernel.Name;
    }

    /// <summary>
    /// The same for a kernel whose name, summary and parameters leave no doubt about its text: that is not written to be compared. Tiles are
    /// long, and every layer asks for them several times.
    /// </summary>
    /// <param name="name">See <see cref="Require"/>.</param>
    /// <param name="summary">See <see cref="Require"/>.</param>
    /// <param name="returnType">See <see cref="Require"/>.</param>
    /// <param name="parameters">See <see cref="Require"/>.</param>
    /// <param name="write">See <see cref="Require"/>.</param>
    /// <param name="writeHelpers">See <see cref="Require"/>.</param>
    public string RequireByHead(
        string name,
        string summary,
        string returnType,
        string parameters,
        Action<SourceWriter, Target, string> write,
        Action<SourceWriter, Target, string>? writeHelpers = null)
    {
        var head = (name, summary, parameters);
        if (!byHead.TryGetValue(head, out var kernel))
        {
            kernel = New(name, summary, returnType, parameters, write, writeHelpers);
            byHead.Add(head, kernel);
        }

        return kernel.Name;
    }

    private Kernel New(
        string name,
        string summary,
        string returnType,
        string parameters,
        Action<SourceWriter, Target, string> write,
        Action<SourceWriter, Target, string>? writeHelpers)
    {
        var kernel = new Kernel(Unused(name), summary, returnType, parameters, write, writeHelpers);
        kernels.Add(kernel);
        return kernel;
    }

    private string Unused(string name)
    {
        string candidate = name;
        for (int number = 2; kernels.Any(kernel => kernel.Name == candidate); number++)
        {
            candidate = name + Literal.Int(number);
        }

        return candidate;
    }
}

/// <summary>One kernel. See <see cref="KernelLibrary.Require"/>.</summary>
internal sealed record Kernel(
    string Name,
    string Summary,
    string ReturnType,
    string Parameters,
    Action<SourceWriter, Target, string> Write,
    Action<SourceWriter, Target, string>? WriteHelpers)
{
    public string Signature => $"{ReturnType} {Name}({Parameters})";
}
