namespace GraphGen.Generator.Emission;

/// <summary>
/// A register tile: sums for some rows by some column blocks, and the statements that all products share. In each step the
/// vectors <c>w</c> of every block are loaded, and one number <c>x</c> of every row is broadcast and multiplied with all of them.
/// Unrolling the steps by two gained nothing (within 0.5 % of peak at every shape), so the loops have one.
/// </summary>
internal sealed class Tile
{
    private readonly Target target;
    private readonly int height;
    private readonly int blocks;

    public Tile(Target target, int height, int blocks)
    {
        this.target = target;
        this.height = height;
        this.blocks = blocks;
    }

    /// <summary>Vectors in a row of the tile.</summary>
    public int Vectors => blocks * target.VectorsPerBlock;

    /// <summary>The name of a sum.</summary>
    public static string Sum(int row, int vector) => $"sum{row}_{vector}";

    /// <summary>References to the column blocks after the first.</summary>
    public void WriteReferences(SourceWriter writer, string name, string stride)
    {
        for (int block = 1; block < blocks; block++)
        {
            writer.Line($"ref float {name}{block} = ref Unsafe.Add(ref {name}, {(block == 1 ? "" : $"{block} * ")}{stride});");
        }
    }

    /// <summary>The sums, each started with a value.</summary>
    public void WriteStart(SourceWriter writer, Func<int, string> start)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            string first = Sum(0, vector);
            writer.Statements(Enumerable.Range(0, height).Select(row => $"var {Sum(row, vector)} = {(row == 0 ? start(vector) : first)};"));
        }

        writer.Line($"{target.Type} {string.Concat(Enumerable.Range(0, Vectors).Select(vector => $"w{vector}, "))}x;");
    }

    /// <summary>One step of the inner dimension.</summary>
    public void WriteStep(SourceWriter writer, string matrix, int offset, Func<int, string> number)
    {
        writer.Statements(Enumerable.Range(0, Vectors).Select(vector => $"w{vector} = {Vector(matrix, offset, vector)};"));
        for (int row = 0; row < height; row++)
        {
            int current = row;
            writer.Line($"x = {target.Broadcast(number(row))};");
            writer.Statements(Enumerable.Range(0, Vectors).Select(vector => $"{Sum(current, vector)} = {target.Fma("x", $"w{vector}", Sum(current, vector))};"));
        }
    }

    /// <summary>Moves the references on.</summary>
    public void WriteAdvance(SourceWriter writer, string name, int floats)
    {
        writer.Statements(Enumerable.Range(0, blocks).Select(block => $"{Block(name, block)} = ref Unsafe.Add(ref {Block(name, block)}, {floats});"));
    }

    /// <summary>Writes the sums to memory.</summary>
    public void WriteStore(SourceWriter writer, string name, string stride) =>
        WriteEach(writer, name, stride, (sum, offset) => $"{sum}.StoreUnsafe(ref {name}{(offset == 0 ? "" : $", {offset}")});");

    /// <summary>A statement for each sum, block by block; the reference moves on to the block.</summary>
    public void WriteEach(SourceWriter writer, string name, string stride, Func<string, int, string> statement)
    {
        for (int block = 0; block < blocks; block++)
        {
            if (block > 0)
            {
                writer.Statements(name.Split(' ').Select(each => $"{each} = ref Unsafe.Add(ref {each}, {stride});"));
            }

            for (int row = 0; row < height; row++)
            {
                int first = block * target.VectorsPerBlock, current = row;
                writer.Statements(Enumerable.Range(0, target.VectorsPerBlock).Select(part =>
                    statement(Sum(current, first + part), current * 16 + part * target.Lanes)));
            }
        }
    }

    private string Vector(string matrix, int offset, int vector)
    {
        int at = offset + vector % target.VectorsPerBlock * target.Lanes;
        return $"{target.Static}.LoadUnsafe(ref {Block(matrix, vector / target.VectorsPerBlock)}{(at == 0 ? "" : $", {at}")})";
    }

    private static string Block(string name, int block) => block == 0 ? name : name + Literal.Int(block);
}
