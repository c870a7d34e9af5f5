namespace GraphGen.Benchmarks.Kernels;

/// <summary>A library, or the compiler that its program needs, is not installed.</summary>
/// <param name="library">The library.</param>
/// <param name="reason">What was not found.</param>
internal sealed class GemmPeerMissingException(GemmLibrary library, string reason) : Exception(
    $"{library.Name} is not measured: {reason}. In Debian, 'apt-get install gcc libc6-dev {library.Package}' installs what it needs.");
