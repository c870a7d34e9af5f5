using System.CommandLine;
using GraphGen.Benchmarks.Generation;
using GraphGen.Benchmarks.Jit;
using GraphGen.Benchmarks.Kernels;
using GraphGen.Benchmarks.Micro;
using GraphGen.Benchmarks.Peers;
using GraphGen.Benchmarks.Steps;

return new RootCommand("Measures GraphGen's compiler and the code that it emits.")
{
    KernelsCommand.Create(),
    StepsCommand.Create(),
    PeersCommand.Create(),
    GeneratorCommand.Create(),
    JitCommand.Create(),
    MicroCommand.Create(),
}.Parse(args).Invoke();
