namespace GraphGen.Tests.Inspection;

/// <summary>Networks that between them have every activation, loss and layer which draws nothing at random.</summary>
internal static class Subjects
{
    public static readonly IReadOnlyDictionary<string, Func<Subject>> ByName = new Dictionary<string, Func<Subject>>
    {
        [nameof(SigmoidCurve)] = () => Subject.OfTargets(new SigmoidCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(TanhCurve)] = () => Subject.OfTargets(new TanhCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(ReluCurve)] = () => Subject.OfTargets(new ReluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(LeakyReluCurve)] = () => Subject.OfTargets(new LeakyReluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(EluCurve)] = () => Subject.OfTargets(new EluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(SeluCurve)] = () => Subject.OfTargets(new SeluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(SwishCurve)] = () => Subject.OfTargets(new SwishCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(PReluCurve)] = () => Subject.OfTargets(new PReluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(GeluCurve)] = () => Subject.OfTargets(new GeluCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(MishCurve)] = () => Subject.OfTargets(new MishCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(SoftplusCurve)] = () => Subject.OfTargets(new SoftplusCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(HardSwishCurve)] = () => Subject.OfTargets(new HardSwishCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(SoftmaxCurve)] = () => Subject.OfTargets(new SoftmaxCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(AbsoluteCurve)] = () => Subject.OfTargets(new AbsoluteCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(HuberCurve)] = () => Subject.OfTargets(new HuberCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(TiedCurve)] = () => Subject.OfTargets(new TiedCurve(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(Findings)] = () => Subject.OfTargets(new Findings(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(YesOrNo)] = () => Subject.OfAnswers(new YesOrNo(), (network, inputs, targets) => network.ComputeGradients(inputs, targets)),
        [nameof(Classes)] = () => Subject.OfLabels(new Classes(), (network, inputs, labels) => network.ComputeGradients(inputs, labels)),
        [nameof(SmoothClasses)] = () => Subject.OfLabels(new SmoothClasses(), (network, inputs, labels) => network.ComputeGradients(inputs, labels)),
        [nameof(WeightedClasses)] = () => Subject.OfWeightedLabels(
            new WeightedClasses(), (network, inputs, labels, weights) => network.ComputeGradients(inputs, labels, weights)),
        [nameof(NormalizedClasses)] = () => Subject.OfLabels(new NormalizedClasses(), (network, inputs, labels) => network.ComputeGradients(inputs, labels)),
    };
}
