namespace GraphGen.Generator.Planning;

/// <summary>
/// The one layout of every matrix: <c>[column block of 16][row][16]</c>. A vector of 16 floats is one row of a block, so every
/// kernel reads and writes whole vectors, whatever the target's width.
/// </summary>
internal static class ColumnBlock
{
    public const int Width = 16;

    public static int Count(int columns) => (columns + Width - 1) / Width;

    public static int Padded(int columns) => Count(columns) * Width;

    /// <summary>Splits blocks into panels of at most three, as evenly as possible: widths differ by one at the most.</summary>
    public static (int Panels, int Wide, int WideWidth) Panels(int blocks)
    {
        int panels = (blocks + 2) / 3;
        int width = (blocks + panels - 1) / panels;
        int wide = blocks - panels * (width - 1);
        return (panels, wide, width);
    }
}
