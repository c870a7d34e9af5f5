namespace GraphGen.Tests.Goldens;

/// <summary>Dropout masks as the Python twin of the generator draws them.</summary>
internal sealed record DropoutMaskFile(GoldenMask[] Masks)
{
    public const string FileName = "DropoutMasks";

    public static DropoutMaskFile Read() => GoldenFile.Read<DropoutMaskFile>(FileName);
}

/// <summary>One layer's mask in one step: a string of <c>1</c> (kept) and <c>0</c> (dropped) per row of <c>Width</c> elements.</summary>
internal sealed record GoldenMask(ulong Seed, uint Step, uint Layer, double Rate, int Width, string[] Kept);
