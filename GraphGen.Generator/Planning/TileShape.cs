namespace GraphGen.Generator.Planning;

/// <summary>A register tile: sums for some rows by some column blocks.</summary>
/// <param name="Rows">Rows, at least 1.</param>
/// <param name="Blocks">Column blocks of 16, at least 1.</param>
internal readonly record struct TileShape(int Rows, int Blocks)
{
    public override string ToString() => FormattableString.Invariant($"{Rows}x{Blocks}");
}
