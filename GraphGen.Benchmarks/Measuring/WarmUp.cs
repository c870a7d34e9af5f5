using System.Runtime;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>
/// Runs what is to be measured until the JIT compiler leaves it alone. A method's calls are counted once no other method has been
/// called for the first time for a tenth of a second; after thirty more it is compiled anew, optimised, in the background.
/// </summary>
internal static class WarmUp
{
    private const int FewestRounds = 5;
    private const int MostRounds = 25;

    /// <summary>Runs it.</summary>
    /// <param name="round">Everything, from the second round on by <see cref="Calibration"/> often enough.</param>
    /// <param name="pause">How long to leave the processor to the compiler after each round.</param>
    public static void Run(Action round, TimeSpan pause)
    {
        long before, after = JitInfo.GetCompiledMethodCount();
        int rounds = 0;
        do
        {
            before = after;
            round();
            Thread.Sleep(pause);
            after = JitInfo.GetCompiledMethodCount();
            rounds++;
        }
        while (rounds < FewestRounds || (after > before && rounds < MostRounds));
    }
}
