namespace GraphGen.Benchmarks.Peers;

/// <summary>What a peer is started for.</summary>
internal enum PeerUse
{
    /// <summary>To make training steps.</summary>
    Training,

    /// <summary>To predict.</summary>
    Prediction,
}
