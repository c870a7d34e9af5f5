using GraphGen.Execution;

namespace GraphGen.Benchmarks.Kernels;

// The shapes that an emitted method of a layer can have, by the numbers of the step that it takes.
internal delegate void LayerMethod(NetworkMemory memory, ref float workspace, nint rows, nint stride);

internal delegate void LayerMethodWithScalar(NetworkMemory memory, ref float workspace, nint rows, nint stride, float scalar);

internal delegate void LayerMethodWithTwoScalars(
    NetworkMemory memory, ref float workspace, nint rows, nint stride, float first, float second);
