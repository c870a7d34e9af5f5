using System.Globalization;
using Spectre.Console;

namespace GraphGen.Reporting.Live;

/// <summary>The last epochs of a fit as a table of the figures that there is room for.</summary>
internal static class EpochTable
{
    /// <summary>What Spectre.Console adds to each column, namely a space on both sides and a border, and to the table, namely one border more.</summary>
    private const int Padding = 3, Edge = 1;

    /// <summary>Draws it.</summary>
    /// <param name="history">The fit's record, with at least one epoch.</param>
    /// <param name="count">How many epochs to show. Where the best one was before, it stands in the place of the first.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="isUnicode">Whether it can show more than ASCII.</param>
    public static Table Draw(History history, int count, int width, bool isUnicode)
    {
        EpochRecord? best = BestEpoch.Of(history);
        List<EpochRecord> epochs = [.. history.Epochs.TakeLast(count)];
        if (best is not null && !epochs.Contains(best))
        {
            epochs[0] = best;
        }

        string[] numbers = [.. epochs.Select(epoch => NumberOf(epoch, epoch == best, isUnicode))];
        List<EpochFigure> figures = Fit(EpochFigure.Of(history.Epochs[^1]), epochs, width - Edge - ColumnWidth(["epoch", .. numbers]));
        Table table = new Table().Border(isUnicode ? TableBorder.Simple : TableBorder.Ascii2).BorderColor(Color.Grey).AddColumn(Column("epoch"));
        figures.ForEach(figure => table.AddColumn(Column(figure.Group.Length == 0 ? figure.Name : $"{figure.Group}\n{figure.Name}")));
        for (int index = 0; index < epochs.Count; index++)
        {
            EpochRecord epoch = epochs[index];
            var style = new Style(epoch == best ? Color.Green : Color.Default);
            table.AddRow(figures.Select(figure => figure.Text(epoch)).Prepend(numbers[index]).Select(text => new Text(text, style)));
        }

        return table;
    }

    /// <summary>The number of an epoch, which says whether it is the best one.</summary>
    private static string NumberOf(EpochRecord epoch, bool isBest, bool isUnicode) =>
        (isBest ? (isUnicode ? "★ " : "* ") : "") + epoch.Epoch.ToString(CultureInfo.InvariantCulture);

    private static TableColumn Column(string heading) => new TableColumn(new Text(heading, new Style(Color.Grey))).RightAligned().NoWrap();

    /// <summary>The figures that matter most, as many as there is room for, in the order that they were in.</summary>
    private static List<EpochFigure> Fit(IReadOnlyList<EpochFigure> figures, List<EpochRecord> epochs, int width)
    {
        var chosen = new HashSet<EpochFigure>();
        foreach (EpochFigure figure in figures.OrderBy(figure => figure.Rank))
        {
            width -= ColumnWidth([figure.Group, figure.Name, .. epochs.Select(figure.Text)]);
            if (width >= 0)
            {
                chosen.Add(figure);
            }
        }

        return [.. figures.Where(chosen.Contains)];
    }

    private static int ColumnWidth(IEnumerable<string> cells) => cells.Max(cell => cell.Length) + Padding;
}
