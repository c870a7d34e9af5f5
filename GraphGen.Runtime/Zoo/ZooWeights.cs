namespace GraphGen;

/// <summary>The file with the parameters of a published network.</summary>
/// <param name="File">Its name in the model's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The SHA-256 (FIPS 180-4) of its content, 64 hexadecimal digits in lower case.</param>
public sealed record ZooWeights(string File, long Bytes, string Sha256);
