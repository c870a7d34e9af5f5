using GraphGen.Execution;

namespace GraphGen.Benchmarks.Kernels;

// The shapes that an emitted method of a layer can have, by whether threads share its columns and by the numbers of the step.
internal delegate void LayerMethod(NetworkMemory memory, ref float workspace, nint rows, nint stride);

internal delegate void SharedLayerMethod(NetworkMemory memory, ref float workspace, nint rows, nint stride, BlockRange share);

internal delegate void SharedLayerMethodWithScalar(NetworkMemory memory, ref float workspace, nint rows, nint stride, BlockRange share, float scalar);

internal delegate void SharedLayerMethodWithTwoScalars(
    NetworkMemory memory, ref float workspace, nint rows, nint stride, BlockRange share, float first, float second);
