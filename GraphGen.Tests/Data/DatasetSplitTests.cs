using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class DatasetSplitTests
{
    // Class 0 has 60 rows, class 1 has 30, class 2 has 9 and class 7 one.
    private static readonly int[] Classes = [.. Enumerable.Range(0, 100).Select(row => row % 10 < 6 ? 0 : row % 10 < 9 ? 1 : row < 99 ? 2 : 7)];

    private static readonly Dataset Data = new([.. Enumerable.Range(0, 100).Select(row => (float)row)], 1, Classes);

    [Theory]
    [InlineData(0.8)]
    [InlineData(0.5)]
    [InlineData(0.33)]
    [InlineData(0.01)]
    public void A_stratified_split_halves_no_class_by_more_than_a_row(double fraction)
    {
        (Dataset first, Dataset second) = Data.Split(fraction, seed: 2, stratified: true);

        first.Count.ShouldBe((int)Math.Round(100 * fraction));
        (first.Count + second.Count).ShouldBe(100);
        int[] counts = first.ClassCounts(8);
        int[] all = Data.ClassCounts(8);
        for (int label = 0; label < 8; label++)
        {
            Math.Abs(counts[label] - (fraction * all[label])).ShouldBeLessThan(1);
        }

        RowsOf(first).Concat(RowsOf(second)).Order().ShouldBe(RowsOf(Data));
        first.Labels.ToArray().ShouldBe(RowsOf(first).Select(row => Classes[(int)row]));
    }

    [Fact]
    public void A_stratified_split_is_random_within_classes_and_depends_on_its_seed_alone()
    {
        float[] rows = RowsOf(Data.Split(0.5, seed: 2, stratified: true).First);

        RowsOf(Data.Split(0.5, seed: 2, stratified: true).First).ShouldBe(rows);
        RowsOf(Data.Split(0.5, seed: 3, stratified: true).First).ShouldNotBe(rows);
        for (int label = 0; label < 2; label++)
        {
            float[] ofClass = [.. rows.Where(row => Classes[(int)row] == label)];
            ofClass.ShouldNotBe([.. ofClass.Order()]);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_on_every_machine()
    {
        Dataset[] drawn =
        [
            Data[..12].Split(0.5, seed: 2).First, Data[..12].Split(0.5, seed: 2, stratified: true).First, Data[..12].SplitKFold(3, seed: 2).First().Validation,
            Data[..12].Shuffle(seed: 2),
        ];

        drawn.Select(data => string.Join(' ', RowsOf(data))).ShouldBe(["5 8 2 3 9 0", "5 8 2 3 0 7", "1 10 6 7", "8 2 7 9 0 1 6 3 5 11 10 4"]);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(7, false)]
    [InlineData(100, false)]
    [InlineData(2, true)]
    [InlineData(7, true)]
    public void Every_row_is_validated_once_and_trained_on_otherwise(int k, bool stratified)
    {
        (Dataset Train, Dataset Validation)[] folds = [.. Data.SplitKFold(k, seed: 4, stratified)];

        folds.Length.ShouldBe(k);
        folds.SelectMany(fold => RowsOf(fold.Validation)).Order().ShouldBe(RowsOf(Data));
        foreach ((Dataset train, Dataset validation) in folds)
        {
            validation.Count.ShouldBeInRange(100 / k, ((100 - 1) / k) + 1);
            RowsOf(train).Concat(RowsOf(validation)).Order().ShouldBe(RowsOf(Data));
            validation.Labels.ToArray().ShouldBe(RowsOf(validation).Select(row => Classes[(int)row]));
        }
    }

    [Fact]
    public void Stratified_folds_have_each_class_to_within_a_row()
    {
        int[] all = Data.ClassCounts(8);
        foreach ((_, Dataset validation) in Data.SplitKFold(4, seed: 4, stratified: true))
        {
            int[] counts = validation.ClassCounts(8);
            for (int label = 0; label < 8; label++)
            {
                counts[label].ShouldBeInRange(all[label] / 4, (all[label] + 3) / 4);
            }
        }
    }

    [Fact]
    public void Folds_are_the_same_each_time_they_are_gone_through()
    {
        IEnumerable<(Dataset Train, Dataset Validation)> folds = Data.SplitKFold(3, seed: 9);

        folds.Select(fold => RowsOf(fold.Train)[0]).ShouldBe(folds.Select(fold => RowsOf(fold.Train)[0]).ToList());
        RowsOf(Data.SplitKFold(3, seed: 10).First().Train).ShouldNotBe(RowsOf(folds.First().Train));
    }

    [Fact]
    public void Impossible_splits_are_refused_at_once()
    {
        var targeted = new Dataset([1, 2], 1, [1, 2], 1);

        Should.Throw<ArgumentOutOfRangeException>(() => Data.SplitKFold(1, seed: 0)).Message.ShouldContain("choose from 2 to 100");
        Should.Throw<ArgumentOutOfRangeException>(() => Data.SplitKFold(101, seed: 0));
        Should.Throw<ArgumentException>(() => targeted.Split(0.5, 0, stratified: true)).Message.ShouldContain("leave stratified false");
        Should.Throw<ArgumentException>(() => targeted.SplitKFold(2, 0, stratified: true));
        targeted.SplitKFold(2, 0).Count().ShouldBe(2);
    }

    private static float[] RowsOf(Dataset data) => data.Inputs.ToArray();
}
