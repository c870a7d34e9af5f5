using static System.FormattableString;

namespace GraphGen;

/// <content>Parts to train on and parts to measure on.</content>
public sealed partial class Dataset
{
    /// <summary>Splits the rows at random, for instance into training and validation data. Both parts are copies in memory.</summary>
    /// <param name="fraction">The share of the rows that goes into the first part, in (0, 1); rounded to whole rows.</param>
    /// <param name="seed">The same seed gives the same split, on every machine.</param>
    /// <param name="stratified">
    /// Whether each class is split by the same fraction, to within one row, so that both parts have the classes in like shares: worth it where
    /// classes are rare or data few. By default rows are drawn without regard to their labels.
    /// </param>
    /// <returns>The first part, and the second with the remaining rows, both in random order.</returns>
    /// <exception cref="ArgumentException"><paramref name="stratified"/> is true, but there are no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> would leave one part without rows.</exception>
    /// <exception cref="InvalidOperationException">A part has more values than an array holds.</exception>
    public (Dataset First, Dataset Second) Split(double fraction, ulong seed, bool stratified = false)
    {
        double wanted = WantedRows(fraction);
        if (!CanSplit(fraction))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), Invariant($"A fraction of {fraction} of {Count} rows leaves one part without rows (or is no number)."));
        }

        RequireLabelsToStratify(stratified);
        int[] order = new int[Count];
        RowOrder.Fill(order, seed, RowOrder.SplitStream);
        if (stratified)
        {
            Strata.SplitOrder(order, Labels, (int)wanted);
        }

        return (Pick(order.AsSpan(0, (int)wanted)), Pick(order.AsSpan((int)wanted)));
    }

    /// <summary>
    /// Deals the rows out into folds of equal size, to within one row, for k-fold cross-validation: each fold is once what is measured on, and
    /// all others together are then what is trained on.
    /// </summary>
    /// <param name="k">The number of folds, from 2 to <see cref="Count"/>.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="stratified">Whether each class is dealt out evenly, to within one row. By default labels are not regarded.</param>
    /// <returns>As many pairs as there are folds. Each is copied when its turn comes, so that memory for one is enough.</returns>
    /// <exception cref="ArgumentException"><paramref name="stratified"/> is true, but there are no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">A part has more values than an array holds.</exception>
    public IEnumerable<(Dataset Train, Dataset Validation)> SplitKFold(int k, ulong seed, bool stratified = false)
    {
        if (k < 2 || k > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(k), Invariant($"{k} folds of {Count} rows are impossible: choose from 2 to {Count}."));
        }

        RequireLabelsToStratify(stratified);
        int[] order = new int[Count];
        RowOrder.Fill(order, seed, RowOrder.FoldStream);
        int[] folds = stratified ? Strata.Folds(order, Labels, k) : [.. Enumerable.Range(0, Count).Select(place => place % k)];
        return Enumerable.Range(0, k).Select(fold => (Pick(Places(place => folds[place] != fold)), Pick(Places(place => folds[place] == fold))));

        int[] Places(Func<int, bool> isIn) => [.. order.Where((_, place) => isIn(place))];
    }

    /// <summary>Whether a split leaves rows in both parts.</summary>
    internal bool CanSplit(double fraction) => WantedRows(fraction) is >= 1 and var wanted && wanted < Count;

    private double WantedRows(double fraction) => Math.Round(fraction * Count, MidpointRounding.AwayFromZero);

    private void RequireLabelsToStratify(bool stratified)
    {
        if (stratified && !HasLabels)
        {
            throw new ArgumentException("The rows have no labels, by whose classes they could be split evenly: leave stratified false.", nameof(stratified));
        }
    }
}
