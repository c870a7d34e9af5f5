namespace GraphGen;

/// <content>What schedules there are.</content>
public abstract partial class LearningRateSchedule
{
    /// <summary>Always the same rate.</summary>
    /// <param name="rate">Finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public static LearningRateSchedule Constant(double rate) => new ConstantSchedule(rate);

    /// <summary>
    /// Power scheduling, <c>rate / (1 + t / scale)^exponent</c>: with an exponent of 1 the rate is halved after <paramref name="scale"/>, a
    /// third after twice that, and so on, ever more slowly (Robbins and Monro, 1951, for the condition; lecture notes, learning-rate
    /// schedules). Per epoch unless told otherwise.
    /// </summary>
    /// <param name="rate">The first rate, finite, at least 0.</param>
    /// <param name="scale">Epochs or mini-batches after which an exponent of 1 halves the rate: finite, above 0.</param>
    /// <param name="exponent">Finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule Power(double rate, double scale, double exponent = 1) => new PowerSchedule(rate, scale, exponent);

    /// <summary>
    /// Exponential decay, <c>rate * factor^(t / every)</c> (lecture notes, learning-rate schedules; with <c>every</c> at 1 PyTorch's
    /// ExponentialLR). Per epoch unless told otherwise.
    /// </summary>
    /// <param name="rate">The first rate, finite, at least 0.</param>
    /// <param name="factor">What the rate is multiplied by, in (0, 1].</param>
    /// <param name="every">Epochs or mini-batches in which that happens once, gradually: finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule Exponential(double rate, double factor, double every = 1) =>
        new ExponentialSchedule(rate, factor, every);

    /// <summary>
    /// One rate after the other (lecture notes, learning-rate schedules; PyTorch's MultiStepLR with rates of one's own). Per epoch
    /// unless told otherwise.
    /// </summary>
    /// <param name="rate">The first rate, finite, at least 0.</param>
    /// <param name="changes">
    /// From which epoch or mini-batch on, counted from 0, another rate holds, as in <c>(30, 0.01), (60, 0.001)</c>: in ascending order,
    /// from 1 on.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is out of its range, or the changes are not in ascending order.</exception>
    public static LearningRateSchedule PiecewiseConstant(double rate, params ReadOnlySpan<(int From, double Rate)> changes) =>
        new PiecewiseConstantSchedule(rate, changes.ToArray());

    /// <summary>
    /// Performance scheduling: multiplies the rate by <paramref name="factor"/> when the loss has not fallen for more than
    /// <paramref name="patience"/> epochs (lecture notes, learning-rate schedules; PyTorch's ReduceLROnPlateau with a relative
    /// threshold). The loss is that of the validation data, or of training where there are none. Always per epoch.
    /// </summary>
    /// <param name="rate">The first rate, finite, at least 0.</param>
    /// <param name="factor">What the rate is multiplied by, in (0, 1).</param>
    /// <param name="patience">Epochs without a better loss that are let pass, at least 0; the one after them reduces the rate.</param>
    /// <param name="threshold">A loss is better when it is below the best by more than this share of it: in [0, 1).</param>
    /// <param name="cooldown">Epochs after a reduction that do not count, at least 0.</param>
    /// <param name="minimum">The rate never falls below this, in [0, <paramref name="rate"/>].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule Performance(
        double rate, double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0, double minimum = 0) =>
        new PerformanceSchedule(rate, factor, patience, threshold, cooldown, minimum);

    /// <summary>
    /// 1cycle: up from <c>maximum / divisor</c> to the maximum, then down to <c>maximum / divisor / finalDivisor</c> (Smith, "A
    /// disciplined approach to neural network hyper-parameters", 2018; PyTorch's OneCycleLR without its cycle of the momentum, which is
    /// compiled into the network). Per mini-batch unless told otherwise. The first of n steps has the lowest rate of the rise, the last
    /// one the final rate. Where <c>n rise</c> is at most 1 no step is left to rise in: the first has the maximum, or is already on
    /// the way down.
    /// </summary>
    /// <param name="maximum">The highest rate, finite, at least 0; <see cref="LearningRateFinder"/> helps to find it.</param>
    /// <param name="rise">The share of the time that the rate rises, in (0, 1); below 0.5 with three phases.</param>
    /// <param name="divisor">By what the first rate is below the maximum, finite, at least 1.</param>
    /// <param name="finalDivisor">By what the last rate is below the first, finite, at least 1.</param>
    /// <param name="annealing">How the rate goes up and down.</param>
    /// <param name="threePhases">
    /// Whether the rate falls back to the first one as fast as it rose, and to the final one in what time is left, as in Smith's paper;
    /// otherwise it falls to the final one at once.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule OneCycle(
        double maximum,
        double rise = 0.3,
        double divisor = 25,
        double finalDivisor = 1e4,
        Annealing annealing = Annealing.Cosine,
        bool threePhases = false) => new OneCycleSchedule(maximum, rise, divisor, finalDivisor, annealing, threePhases);

    /// <summary>
    /// Cosine annealing, <c>minimum + (maximum - minimum) (1 + cos(pi t / length)) / 2</c> (Loshchilov and Hutter, "SGDR: Stochastic
    /// gradient descent with warm restarts", 2017; PyTorch's CosineAnnealingLR). Per mini-batch unless told otherwise. The minimum is
    /// reached after the last step, when t is the length.
    /// </summary>
    /// <param name="maximum">The first rate, finite, at least 0.</param>
    /// <param name="minimum">The last rate, in [0, <paramref name="maximum"/>].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule Cosine(double maximum, double minimum = 0) => new CosineSchedule(maximum, minimum);

    /// <summary>
    /// Cosine annealing that begins anew whenever it has reached the minimum (Loshchilov and Hutter, 2017; PyTorch's
    /// CosineAnnealingWarmRestarts). Per mini-batch unless told otherwise. With a length that ends with a period it stays at the
    /// minimum after it.
    /// </summary>
    /// <param name="maximum">The rate after each restart, finite, at least 0.</param>
    /// <param name="period">Mini-batches or epochs until the first restart, at least 1.</param>
    /// <param name="growth">By what each period is longer than the one before, at least 1.</param>
    /// <param name="minimum">The lowest rate, in [0, <paramref name="maximum"/>].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule CosineRestarts(double maximum, int period, int growth = 1, double minimum = 0) =>
        new CosineRestartsSchedule(maximum, period, growth, minimum);

    /// <summary>
    /// Warm-up: up in a straight line to the rate with which the next part begins, <c>target (startFactor + (1 - startFactor) t /
    /// length)</c> (Goyal et al., "Accurate, large minibatch SGD", 2017; PyTorch's LinearLR). Something must follow, as in
    /// <c>WarmUp(500).Then(Cosine(0.1))</c>. Per mini-batch unless told otherwise.
    /// </summary>
    /// <param name="length">Mini-batches or epochs until the target is reached, at least 1.</param>
    /// <param name="startFactor">The share of the target to begin with, in [0, 1]; at 0 the first step changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRateSchedule WarmUp(int length, double startFactor = 0.01) => new WarmUpSchedule(startFactor).Lasting(length);
}
