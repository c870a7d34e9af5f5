namespace GraphGen;

/// <content>How the columns were scaled.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// What the inputs went through since they were read: null for nothing. Slices, splits and folds keep it, so that whoever predicts knows how to
    /// treat a new row.
    /// </summary>
    public FeatureScaling? InputScaling { get; private init; }

    /// <summary>
    /// What the targets went through since they were read: null for nothing. Its inverse turns predictions into their units. Of rows without labels or targets it
    /// is the <see cref="InputScaling"/>.
    /// </summary>
    public FeatureScaling? TargetScaling { get => IsUnlabelled ? InputScaling : field; private init; }

    /// <summary>
    /// Shifts and scales each input column to mean 0 and standard deviation 1, as gradient descent likes it. Test data and later
    /// inputs must go through the same <see cref="Standardization"/>: fitting them on their own would leak and distort.
    /// </summary>
    /// <returns>A new data set with the same labels or targets, and the fitted transformation.</returns>
    /// <exception cref="InvalidOperationException">
    /// An input is NaN or infinite, the inputs were scaled before or are features of frozen layers, or they are mapped from a file and more than an array holds.
    /// </exception>
    public (Dataset Data, Standardization Standardization) Standardize()
    {
        RequireRows();
        RequireUnscaled(InputScaling, "inputs");
        var scaling = Standardization.Fit(this);
        return (scaling.Apply(this), scaling);
    }

    /// <summary>
    /// Shifts and scales each input column so that its values fill a range. Test data and later inputs must go through the same
    /// <see cref="MinMaxScaling"/>, and may then lie outside.
    /// </summary>
    /// <param name="low">What the least value of each column becomes, finite.</param>
    /// <param name="high">What the greatest becomes, finite and above <paramref name="low"/>.</param>
    /// <returns>A new data set with the same labels or targets, and the fitted transformation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not finite, or the upper not above the lower.</exception>
    /// <exception cref="InvalidOperationException">
    /// An input is NaN or infinite, the inputs were scaled before or are features of frozen layers, or they are mapped from a file and more than an array holds.
    /// </exception>
    public (Dataset Data, MinMaxScaling Scaling) MinMax(double low = 0, double high = 1)
    {
        RequireRows();
        RequireUnscaled(InputScaling, "inputs");
        var scaling = MinMaxScaling.Fit(this, low, high);
        return (scaling.Apply(this), scaling);
    }

    /// <summary>
    /// Shifts and scales each target column to mean 0 and standard deviation 1, so that the loss of a regression does not depend on their units.
    /// The network then predicts scaled targets: <see cref="FeatureScaling.Invert(Span{float})"/> turns them back.
    /// </summary>
    /// <returns>A new data set with the same inputs, and the fitted transformation.</returns>
    /// <exception cref="InvalidOperationException">
    /// There are labels, a target is NaN or infinite, the targets were scaled before, or they are mapped from a file and more than an array holds.
    /// </exception>
    public (Dataset Data, Standardization Standardization) StandardizeTargets()
    {
        RequireUnscaled(TargetScaling, "targets");
        var scaling = Standardization.FitTargets(this);
        return (scaling.ApplyToTargets(this), scaling);
    }

    /// <summary>
    /// Shifts and scales each target column so that its values fill a range, such as that of a sigmoid or tanh output. The network then predicts
    /// scaled targets: <see cref="FeatureScaling.Invert(Span{float})"/> turns them back.
    /// </summary>
    /// <param name="low">What the least value of each column becomes, finite.</param>
    /// <param name="high">What the greatest becomes, finite and above <paramref name="low"/>.</param>
    /// <returns>A new data set with the same inputs, and the fitted transformation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not finite, or the upper not above the lower.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are labels, a target is NaN or infinite, the targets were scaled before, or they are mapped from a file and more than an array holds.
    /// </exception>
    public (Dataset Data, MinMaxScaling Scaling) MinMaxTargets(double low = 0, double high = 1)
    {
        RequireUnscaled(TargetScaling, "targets");
        var scaling = MinMaxScaling.FitTargets(this, low, high);
        return (scaling.ApplyToTargets(this), scaling);
    }

    /// <summary>
    /// The same rows, known to be scaled: for numbers that went through a scaling outside of a data set, such as on their way into a file that is
    /// mapped. Nothing is computed; validation data, networks and checkpoints then know what <see cref="FeatureScaling.Apply(Dataset)"/> would have told.
    /// </summary>
    /// <param name="inputs">What the inputs went through; null for nothing.</param>
    /// <param name="targets">What the targets went through; null for nothing.</param>
    /// <returns>A data set that shares all rows with this one.</returns>
    /// <exception cref="ArgumentException">A scaling was fitted on another number of columns, or the data know already that they were scaled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The inputs are features of frozen layers, or there are no targets, and another scaling is said for them than for the inputs.
    /// </exception>
    public Dataset WithScaling(FeatureScaling? inputs, FeatureScaling? targets = null)
    {
        if (inputs is not null)
        {
            RequireRows();
            inputs.Require(InputSize, InputScaling, "inputs", nameof(inputs));
        }

        targets?.Require(TargetSize, TargetScaling, "targets", nameof(targets));
        if (targets is not null && !Equals(targets, inputs))
        {
            RequireTargets();
        }

        return new(this) { InputScaling = inputs ?? InputScaling, TargetScaling = targets ?? TargetScaling };
    }

    /// <summary>The same rows with other inputs, <c>[Count, InputSize]</c>.</summary>
    internal Dataset WithInputs(float[] inputs, FeatureScaling scaling)
    {
        RequireRows();
        return new(this) { InputRows = new RowWindow(new ArrayStorage(inputs), 0, InputSize, Count), InputScaling = scaling };
    }

    /// <summary>The same rows with other targets, <c>[Count, TargetSize]</c>.</summary>
    internal Dataset WithTargets(float[] targets, FeatureScaling scaling)
    {
        RequireTargets();
        return new(this) { TargetRows = new RowWindow(new ArrayStorage(targets), 0, TargetSize, Count), TargetScaling = scaling };
    }

    /// <summary>Checks that there are targets.</summary>
    /// <exception cref="InvalidOperationException">There are labels instead, or neither.</exception>
    internal void RequireTargets()
    {
        if (IsUnlabelled)
        {
            throw new InvalidOperationException("The data have neither labels nor targets: scale the inputs, which are what is learned.");
        }

        if (HasLabels)
        {
            throw new InvalidOperationException("The data have labels, no targets: classes are not scaled.");
        }
    }

    private static void RequireUnscaled(FeatureScaling? scaling, string what)
    {
        if (scaling is not null)
        {
            throw new InvalidOperationException($"The {what} were scaled before, by {scaling}: scale data as they were read.");
        }
    }
}
