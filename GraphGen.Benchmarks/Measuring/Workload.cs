namespace GraphGen.Benchmarks.Measuring;

/// <summary>Something to measure.</summary>
/// <param name="Name">What it is, for the tables.</param>
/// <param name="Flop">Useful floating-point operations of one repetition: padding does not count.</param>
/// <param name="Run">Repeats it so many times and returns a number that depends on what was computed.</param>
internal sealed record Workload(string Name, double Flop, Func<int, float> Run);
