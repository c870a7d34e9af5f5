using GraphGen.Benchmarks.Peers;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>One of our products beside the libraries'.</summary>
/// <param name="Product">Our product.</param>
/// <param name="Libraries">The libraries', in the order of <see cref="GemmLibrary.All"/>.</param>
internal sealed record ProductComparison(ProductWorkload Product, IReadOnlyList<LibraryComparison> Libraries);

/// <summary>One of our products beside a library's.</summary>
/// <param name="Library">The library.</param>
/// <param name="Form">How its fastest way stores the two operands.</param>
/// <param name="Comparison">The times.</param>
internal sealed record LibraryComparison(GemmLibrary Library, string Form, Comparison Comparison);
