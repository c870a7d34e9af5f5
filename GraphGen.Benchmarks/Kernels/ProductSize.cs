namespace GraphGen.Benchmarks.Kernels;

/// <summary>The product <c>[Rows, Columns] = [Rows, Inner] · [Inner, Columns]</c>.</summary>
internal readonly record struct ProductSize(int Rows, int Columns, int Inner);
