using System.Globalization;
using System.Text.RegularExpressions;
using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

using Act = GraphGen.Model.Act;

public class CostModelTests
{
    private static readonly CostModel Avx512 = new(CostCore.Avx512);

    [Theory]
    [InlineData("Avx512Kernels", "1: 16, 8; 2: 8; 3: 8", "1: 16; 2: 8, 8; 3: 8, 8", 3, 8, "8x1, 4x2")]
    [InlineData("Avx2Kernels", "1: 6, 4", "1: 6, 6, 4", 1, 4, "4x1")]
    [InlineData("PortableKernels", "1: 2", "1: 2, 2, 2, 2, 2, 2, 2, 2", 1, 2, "2x1")]
    public void The_tiles_of_a_target_are_these(string target, string batch, string input, int panel, int singleRow, string straight)
    {
        TileChoice tiles = Target.All.Single(each => each.Name == target).Tiles;
        Describe(tiles.PanelBlocks, tiles.Batch).ShouldBe(batch);
        Describe(tiles.PanelBlocks, tiles.Input).ShouldBe(input);
        tiles.PanelBlocks.ShouldBe(panel);
        tiles.SingleRowBlocks.ShouldBe(singleRow);
        DescribeStraight(tiles).ShouldBe(straight);
    }

    // Panels of 19 blocks are three and two wide, 10 columns are one: every width occurs.
    [Fact]
    public void A_network_s_products_are_the_chosen_tiles()
    {
        var adam = new AdamSpec(0.9, 0.999, 1e-8);
        var network = Declare.Network(784, LossKind.SoftmaxCrossEntropy, adam, Declare.Dense(300, Act.Relu), Declare.Dense(10));
        var files = Generator.Compiler.Compile(network with { Name = "Chosen" });
        foreach (Target target in Target.All)
        {
            string text = files.Single(file => file.HintName.EndsWith($".{target.Name}.g.cs", StringComparison.Ordinal)).Text;
            var emitted = Regex.Matches(text, @"static void Product(\d+x\d+)\(").Select(match => match.Groups[1].Value);
            var chosen = Enumerable.Range(1, target.PanelBlocks)
                .SelectMany(blocks => target.Tiles.Batch(blocks).Heights.Select(height => new TileShape(height, blocks).ToString()));
            emitted.ShouldBe(chosen, ignoreOrder: true, target.Name);
        }
    }

    [Theory]
    [InlineData(9, 3, true)]
    [InlineData(10, 3, false)]
    [InlineData(6, 4, true)]
    [InlineData(7, 4, false)]
    [InlineData(14, 2, true)]
    [InlineData(15, 2, false)]
    public void A_tile_that_needs_more_registers_than_there_are_has_no_cost(int rows, int blocks, bool fits)
    {
        var tile = new TileShape(rows, blocks);
        Avx512.Fits(tile).ShouldBe(fits);
        if (!fits)
        {
            Should.Throw<ArgumentException>(() => Avx512.StepCycles(tile, 0)).Message.ShouldContain($"{rows}x{blocks}");
        }
    }

    [Fact]
    public void A_higher_tile_never_costs_more_for_each_row_until_the_registers_run_out()
    {
        foreach (CostCore core in Target.All.Select(target => target.Core))
        {
            var model = new CostModel(core);
            for (int blocks = 1; blocks <= 6; blocks++)
            {
                double lower = double.PositiveInfinity;
                for (int rows = 1; model.Fits(new TileShape(rows, blocks)); rows++)
                {
                    double cycles = model.StepCycles(new TileShape(rows, blocks), 0) / rows;
                    cycles.ShouldBeLessThanOrEqualTo(lower * (1 + 1e-12), $"{core}, {rows}x{blocks}");
                    lower = cycles;
                }
            }
        }
    }

    [Theory]
    [InlineData(4, 1, 0, 4 / 0.9)] // four chains of latency four
    [InlineData(8, 1, 0, 4.5)] // nine loads
    [InlineData(4, 2, 0, 4 / 0.9)] // eight sums keep both pipes busy, but only just
    [InlineData(8, 3, 0, 12)] // 24 multiply-adds
    [InlineData(8, 3, 224, 12)] // seven cycles of traffic behind them
    [InlineData(2, 4, 264, 8.25)] // more traffic than arithmetic
    public void A_step_takes_as_long_as_its_scarcest_resource(int rows, int blocks, int bytes, double cycles) =>
        Avx512.StepCycles(new TileShape(rows, blocks), bytes).ShouldBe(cycles, 1e-12);

    [Fact]
    public void No_product_is_faster_than_the_pipes()
    {
        foreach (Target target in Target.All)
        {
            var model = new CostModel(target.Core);
            foreach (int inner in TileChoice.Sizes)
            {
                foreach (int rows in TileChoice.Batches)
                {
                    model.Product(target.Tiles.Batch(1), 1, inner, rows).ShouldBeGreaterThan(model.IdealCycles(1, inner, rows));
                    model.WeightGradient(target.Tiles.Input(1), 1, inner, rows).ShouldBeGreaterThan(model.IdealCycles(1, inner, rows));
                }
            }
        }
    }

    [Fact]
    public void Tiles_down_a_batch_cover_its_padded_rows_once()
    {
        foreach (BatchColumn column in Enumerable.Range(1, 30).SelectMany(BatchColumn.Of))
        {
            for (int rows = 1; rows <= 300; rows++)
            {
                int padded = (rows + BatchColumn.RowUnit - 1) / BatchColumn.RowUnit * BatchColumn.RowUnit;
                column.Heights.Sum(height => height * column.Count(height, rows)).ShouldBe(padded, $"{column} for {rows} rows");
            }
        }
    }

    [Fact]
    public void Tiles_down_the_inputs_fill_each_block_and_reach_the_last_input()
    {
        foreach (InputColumn column in Enumerable.Range(1, ColumnBlock.Width).Select(height => new InputColumn(height)))
        {
            column.Heights.Sum().ShouldBe(ColumnBlock.Width);
            for (int inputs = 1; inputs <= 100; inputs++)
            {
                int covered = column.Heights.Distinct().Sum(height => height * column.Count(height, inputs));
                covered.ShouldBeInRange(inputs, ColumnBlock.Padded(inputs), $"{column} for {inputs} inputs");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    public void Tiles_at_the_end_of_a_batch_must_divide_its_padding(int remainder) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchColumn(8, remainder)).Message.ShouldContain("divide 8");

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Tiles_of_inputs_must_fit_a_column_block(int height) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new InputColumn(height)).Message.ShouldContain("1 to 16");

    [Fact]
    public void A_choice_is_the_same_again_under_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            foreach (Target target in Target.All)
            {
                var again = new TileChoice(target.Core);
                Describe(again.PanelBlocks, again.Batch).ShouldBe(Describe(target.PanelBlocks, target.Tiles.Batch));
                Describe(again.PanelBlocks, again.Input).ShouldBe(Describe(target.PanelBlocks, target.Tiles.Input));
                DescribeStraight(again).ShouldBe(DescribeStraight(target.Tiles));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string DescribeStraight(TileChoice tiles) =>
        string.Join(", ", Enumerable.Range(1, tiles.StraightBlocks).Select(blocks => new TileShape(tiles.StraightHeight(blocks), blocks)));

    private static string Describe(int widest, Func<int, TileColumn> column) =>
        string.Join("; ", Enumerable.Range(1, widest).Select(blocks => FormattableString.Invariant($"{blocks}: {column(blocks)}")));
}
