namespace GraphGen.Tests.Goldens;

/// <summary>How to construct each declared network by the name of its class.</summary>
internal static class GoldenTable
{
    public static readonly IReadOnlyDictionary<string, Func<ulong, IGoldenNetwork>> Networks =
        new Dictionary<string, Func<ulong, IGoldenNetwork>>(StringComparer.Ordinal)
        {
            [nameof(SoftmaxLoss)] = seed => new SoftmaxLoss(seed: seed),
            [nameof(BinaryLossWithOneOutput)] = seed => new BinaryLossWithOneOutput(seed: seed),
            [nameof(BinaryLossWithSeveralOutputs)] = seed => new BinaryLossWithSeveralOutputs(seed: seed),
            [nameof(SquaredErrorLoss)] = seed => new SquaredErrorLoss(seed: seed),
            [nameof(SoftmaxRegression)] = seed => new SoftmaxRegression(seed: seed),
            [nameof(LogisticRegression)] = seed => new LogisticRegression(seed: seed),
            [nameof(SgdOptimizer)] = seed => new SgdOptimizer(seed: seed),
            [nameof(MomentumOptimizer)] = seed => new MomentumOptimizer(seed: seed),
            [nameof(NagOptimizer)] = seed => new NagOptimizer(seed: seed),
            [nameof(NagOptimizerWithLowMomentum)] = seed => new NagOptimizerWithLowMomentum(seed: seed),
            [nameof(AdamOptimizer)] = seed => new AdamOptimizer(seed: seed),
            [nameof(AdamOptimizerWithOwnConstants)] = seed => new AdamOptimizerWithOwnConstants(seed: seed),
            [nameof(LinearUnits)] = seed => new LinearUnits(seed: seed),
            [nameof(SigmoidUnits)] = seed => new SigmoidUnits(seed: seed),
            [nameof(TanhUnits)] = seed => new TanhUnits(seed: seed),
            [nameof(ReluUnits)] = seed => new ReluUnits(seed: seed),
            [nameof(LeakyReluUnits)] = seed => new LeakyReluUnits(seed: seed),
            [nameof(EluUnits)] = seed => new EluUnits(seed: seed),
            [nameof(SeluUnits)] = seed => new SeluUnits(seed: seed),
            [nameof(SwishUnits)] = seed => new SwishUnits(seed: seed),
            [nameof(StandaloneActivations)] = seed => new StandaloneActivations(seed: seed),
            [nameof(DenseWithoutBias)] = seed => new DenseWithoutBias(seed: seed),
            [nameof(BatchNormAfterActivation)] = seed => new BatchNormAfterActivation(seed: seed),
            [nameof(BatchNormBeforeActivation)] = seed => new BatchNormBeforeActivation(seed: seed),
            [nameof(BatchNormOnInputs)] = seed => new BatchNormOnInputs(seed: seed),
            [nameof(BatchNormOnLogits)] = seed => new BatchNormOnLogits(seed: seed),
            [nameof(DropoutOnInputs)] = seed => new DropoutOnInputs(seed: seed),
            [nameof(DropoutBetweenLayers)] = seed => new DropoutBetweenLayers(seed: seed),
            [nameof(L2Penalty)] = seed => new L2Penalty(seed: seed),
            [nameof(MaxNormLimit)] = seed => new MaxNormLimit(seed: seed),
            [nameof(FrozenFirstLayer)] = seed => new FrozenFirstLayer(seed: seed),
            [nameof(FrozenMiddleLayer)] = seed => new FrozenMiddleLayer(seed: seed),
            [nameof(DigitsInSmall)] = seed => new DigitsInSmall(seed: seed),
            [nameof(WideLayers)] = seed => new WideLayers(seed: seed),
            [nameof(DeepRegression)] = seed => new DeepRegression(seed: seed),
            [nameof(BatchNormWithAdam)] = seed => new BatchNormWithAdam(seed: seed),
            [nameof(DeepBinaryClassifier)] = seed => new DeepBinaryClassifier(seed: seed),
            [nameof(OneRow)] = seed => new OneRow(seed: seed),
        };

    public static IGoldenNetwork Create(GoldenFile golden) =>
        Networks.TryGetValue(golden.Declaration, out Func<ulong, IGoldenNetwork>? create)
            ? create(golden.Seed)
            : throw new KeyNotFoundException(
                $"Golden '{golden.Name}' needs '{golden.Declaration}': declare it in GoldenNetworks.cs and name it in GoldenTable.cs.");
}
