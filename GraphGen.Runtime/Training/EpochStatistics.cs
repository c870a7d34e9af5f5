namespace GraphGen;

/// <summary>What <see cref="Histograms"/> saw in a network after an epoch.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Network">The statistics of its layers.</param>
public sealed record EpochStatistics(int Epoch, NetworkStatistics Network);
