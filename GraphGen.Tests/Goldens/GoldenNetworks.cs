namespace GraphGen.Tests.Goldens;

// The twins of golden_cases.py, in its order: the same words with the same defaults.

// Losses.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(4)] [SoftmaxCrossEntropy]
internal partial class SoftmaxLoss : ILabelledNetwork;

[Input(5)] [Dense(7, Act.Tanh)] [Dense(1)] [BinaryCrossEntropy]
internal partial class BinaryLossWithOneOutput : ITargetNetwork;

[Input(5)] [Dense(7, Act.Tanh)] [Dense(3)] [BinaryCrossEntropy]
internal partial class BinaryLossWithSeveralOutputs : ITargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [MeanSquaredError]
internal partial class SquaredErrorLoss : ITargetNetwork;

[Input(5)] [Dense(4)] [SoftmaxCrossEntropy]
internal partial class SoftmaxRegression : ILabelledNetwork;

[Input(5)] [Dense(2)] [BinaryCrossEntropy]
internal partial class LogisticRegression : ITargetNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
internal partial class SoftmaxLossWithLabelSmoothing : ILabelledNetwork;

[Input(5)] [Dense(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.3)]
internal partial class SmoothSoftmaxRegression : ILabelledNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [MeanAbsoluteError]
internal partial class AbsoluteErrorLoss : ITargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [Huber(0.5)]
internal partial class HuberLossWithSmallDelta : ITargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [Huber(2)]
internal partial class HuberLossWithLargeDelta : ITargetNetwork;

// Losses whose rows have weights.

[Input(6)] [Dense(7, Act.Tanh)] [Dense(4)] [SoftmaxCrossEntropy] [SampleWeights]
internal partial class WeightedSoftmaxLoss : IWeightedLabelledNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.2)] [SampleWeights]
internal partial class WeightedSmoothSoftmaxLoss : IWeightedLabelledNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [BinaryCrossEntropy] [SampleWeights]
internal partial class WeightedBinaryLoss : IWeightedTargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [MeanSquaredError] [SampleWeights]
internal partial class WeightedSquaredErrorLoss : IWeightedTargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [MeanAbsoluteError] [SampleWeights]
internal partial class WeightedAbsoluteErrorLoss : IWeightedTargetNetwork;

[Input(6)] [Dense(7, Act.Tanh)] [Dense(3)] [Huber(0.7)] [SampleWeights]
internal partial class WeightedHuberLoss : IWeightedTargetNetwork;

// Optimizers.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Sgd]
internal partial class SgdOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Momentum(0.9)]
internal partial class MomentumOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(0.9)]
internal partial class NagOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(momentum: 0.5)]
internal partial class NagOptimizerWithLowMomentum : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Adam]
internal partial class AdamOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Adam(0.8, 0.95, 1e-3)]
internal partial class AdamOptimizerWithOwnConstants : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdaGrad(1e-30)]
internal partial class AdaGradOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdaGrad(0.01)]
internal partial class AdaGradOptimizerWithLargeEpsilon : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [RmsProp(epsilon: 1e-30)]
internal partial class RmsPropOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [RmsProp(0.8, 1e-3)]
internal partial class RmsPropOptimizerWithLargeEpsilon : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdamW(0.5)]
internal partial class AdamWOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdamW(0.5, 0.8, 0.95, 1e-3, DecayBiases = true)]
internal partial class AdamWOptimizerOnBiases : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdaMax]
internal partial class AdaMaxOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [AdaMax(0.8, 0.9, 0.01)]
internal partial class AdaMaxOptimizerWithOwnConstants : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nadam]
internal partial class NadamOptimizer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nadam(0.8, 0.95, 1e-3, 0.02)]
internal partial class NadamOptimizerWithOwnConstants : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Sgd(WeightDecay = 0.1)]
internal partial class SgdWithWeightDecay : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(0.8, WeightDecay = 0.2)]
internal partial class NagWithWeightDecay : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [RmsProp(epsilon: 1e-3, WeightDecay = 0.5)]
internal partial class RmsPropWithWeightDecay : ILabelledNetwork;

[Input(6)] [Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Tanh)] [Dense(3)]
[SoftmaxCrossEntropy] [AdamW(0.5, epsilon: 1e-4)]
internal partial class AdamWOptimizerWithBatchNorm : ILabelledNetwork;

[Input(6)] [Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Tanh)] [Dense(3)]
[SoftmaxCrossEntropy] [Nag(0.9, WeightDecay = 0.2, DecayBiases = true)]
internal partial class NagWithWeightDecayOnAll : ILabelledNetwork;

// Rates of layers.

[Input(6)] [Dense(8, Act.PRelu, RateMultiplier = 0.25)] [Dense(7, Act.Tanh)] [Dense(3, RateMultiplier = 2)]
[SoftmaxCrossEntropy] [Nag(0.8)]
internal partial class RateMultipliers : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, RateMultiplier = 0.5)] [Dense(7, Act.Tanh, RateMultiplier = 0)] [Dense(3, RateMultiplier = 3)]
[SoftmaxCrossEntropy] [AdamW(0.5, epsilon: 1e-4)]
internal partial class RateMultipliersWithAdamW : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, RateMultiplier = 0.1)] [Dense(3)] [SoftmaxCrossEntropy] [Nadam(epsilon: 1e-4)]
internal partial class RateMultipliersWithNadam : ILabelledNetwork;

// Activations.

[Input(6)] [Dense(9, Act.Linear)] [Dense(2, Act.Linear)] [MeanSquaredError]
internal partial class LinearUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Sigmoid)] [Dense(2, Act.Sigmoid)] [MeanSquaredError]
internal partial class SigmoidUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Tanh)] [Dense(2, Act.Tanh)] [MeanSquaredError]
internal partial class TanhUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Relu)] [Dense(2, Act.Relu)] [MeanSquaredError]
internal partial class ReluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.LeakyRelu)] [Dense(2, Act.LeakyRelu)] [MeanSquaredError]
internal partial class LeakyReluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Elu)] [Dense(2, Act.Elu)] [MeanSquaredError]
internal partial class EluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Selu)] [Dense(2, Act.Selu)] [MeanSquaredError]
internal partial class SeluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Swish)] [Dense(2, Act.Swish)] [MeanSquaredError]
internal partial class SwishUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Gelu)] [Dense(2, Act.Gelu)] [MeanSquaredError]
internal partial class GeluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Mish)] [Dense(2, Act.Mish)] [MeanSquaredError]
internal partial class MishUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Softplus)] [Dense(2, Act.Softplus)] [MeanSquaredError]
internal partial class SoftplusUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.HardSwish)] [Dense(2, Act.HardSwish)] [MeanSquaredError]
internal partial class HardSwishUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.Softmax)] [Dense(2, Act.Softmax)] [MeanSquaredError]
internal partial class SoftmaxUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.PRelu)] [Dense(2, Act.PRelu)] [MeanSquaredError]
internal partial class PReluUnits : ITargetNetwork;

[Input(6)] [Dense(9, Act.RRelu)] [Dense(2, Act.RRelu)] [MeanSquaredError]
internal partial class RReluUnits : ITargetNetwork;

[Input(6)] [Dense(8)] [Activation(Act.Swish)] [Dense(3)] [Activation(Act.Sigmoid)] [MeanSquaredError]
internal partial class StandaloneActivations : ITargetNetwork;

[Input(6)] [Dense(9, Act.LeakyRelu, Alpha = 0.3)] [Dense(2, Act.LeakyRelu, Alpha = 0.3)] [MeanSquaredError]
internal partial class LeakyReluUnitsWithOwnSlope : ITargetNetwork;

[Input(6)] [Dense(9, Act.Elu, Alpha = 0.5)] [Dense(2, Act.Elu, Alpha = 0.5)] [MeanSquaredError]
internal partial class EluUnitsWithOwnScale : ITargetNetwork;

[Input(6)] [Dense(9, Act.Elu, Alpha = 1.8)] [Dense(2, Act.Elu, Alpha = 1.8)] [MeanSquaredError]
internal partial class EluUnitsWithLargeScale : ITargetNetwork;

[Input(6)] [Dense(9, Act.RRelu, Alpha = 0.05, UpperAlpha = 0.6)] [Dense(2, Act.RRelu, Alpha = 0.05, UpperAlpha = 0.6)]
[MeanSquaredError]
internal partial class RReluUnitsWithOwnSlopes : ITargetNetwork;

[Input(6)] [Dense(9, Act.PRelu, Alpha = 0.1)] [Dense(2, Act.PRelu, Alpha = 0.1)] [MeanSquaredError]
internal partial class PReluUnitsWithOwnSlope : ITargetNetwork;

[Input(6)]
[Dense(18)] [Activation(Act.PRelu)]
[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.RRelu, Alpha = 0.1, UpperAlpha = 0.5)]
[Dense(3)] [Activation(Act.LeakyRelu, Alpha = 0.2)]
[MeanSquaredError] [Nag(0.5)]
internal partial class StandaloneSlopes : ITargetNetwork;

[Input(6)]
[Dense(18, Act.Softmax)] [BatchNorm]
[Dense(8)] [Activation(Act.Softmax)] [Dropout(0.2)]
[Dense(3)]
[SoftmaxCrossEntropy] [Nag(0.8)]
internal partial class StandaloneSoftmax : ILabelledNetwork;

[Input(6)] [Dense(8, Act.PRelu, Frozen = true)] [Dense(7, Act.PRelu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class FrozenSlopes : ILabelledNetwork;

// Layers and constraints.

[Input(6)] [Dense(8, Act.Elu, Bias = false)] [Dense(3, Bias = false)] [SoftmaxCrossEntropy]
internal partial class DenseWithoutBias : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Elu)] [BatchNorm] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class BatchNormAfterActivation : ILabelledNetwork;

[Input(6)] [Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class BatchNormBeforeActivation : ILabelledNetwork;

[Input(6)] [BatchNorm(Momentum = 0.8, Epsilon = 0.01)] [Dense(8, Act.Sigmoid)] [Dense(2)] [MeanSquaredError]
internal partial class BatchNormOnInputs : ITargetNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3, Bias = false)] [BatchNorm] [SoftmaxCrossEntropy]
internal partial class BatchNormOnLogits : ILabelledNetwork;

[Input(7)] [Dropout(0.3)] [Dense(8, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class DropoutOnInputs : ILabelledNetwork;

[Input(6)]
[Dense(8, Act.Relu)] [Dropout(0.5)]
[Dense(18)] [Activation(Act.Tanh)] [Dropout(0.1)]
[Dense(3)]
[SoftmaxCrossEntropy]
internal partial class DropoutBetweenLayers : ILabelledNetwork;

[Input(6)] [Dense(18, Act.Selu)] [AlphaDropout(0.2)] [Dense(8, Act.Selu)] [AlphaDropout(0.1)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class AlphaDropoutBetweenLayers : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, L2 = 0.05)] [Dense(3, L2 = 0.2)] [SoftmaxCrossEntropy]
internal partial class L2Penalty : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Elu, MaxNorm = 0.9)] [Dense(3, MaxNorm = 0.8)] [SoftmaxCrossEntropy]
internal partial class MaxNormLimit : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, Frozen = true)] [Dense(7, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class FrozenFirstLayer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(7, Act.Elu, Frozen = true)] [Dense(3)] [SoftmaxCrossEntropy] [Nag]
internal partial class FrozenMiddleLayer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [BatchNorm] [Dense(7, Act.Elu, Bias = false)] [BatchNorm] [Dense(3)] [SoftmaxCrossEntropy] [Nag] [FreezeUpTo("batchnorm1")]
internal partial class FrozenUpToBatchNorm : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [BatchNorm(Frozen = true)] [Dense(7, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy] [Adam]
internal partial class FrozenBatchNormBehindTrainedLayer : ILabelledNetwork;

// Limits to gradients.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(0.9)] [ClipGradientValue(0.03)]
internal partial class ClippedGradientValue : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(0.9)] [ClipGradientNorm(0.3)]
internal partial class ClippedGradientNorm : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Adam(epsilon: 0.01)] [ClipGradientNorm(0.2)]
internal partial class ClippedGradientNormWithAdam : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Elu, Frozen = true)] [Dense(19, Bias = false, L2 = 0.1)] [BatchNorm] [Activation(Act.Tanh)] [Dense(3)]
[SoftmaxCrossEntropy] [Momentum(0.8)] [ClipGradientNorm(0.5)] [ClipGradientValue(0.05)]
internal partial class ClippedGradientNormAndValue : ILabelledNetwork;

// Penalties.

[Input(6)] [Dense(8, Act.Tanh, L1 = 0.02)] [Dense(3, L1 = 0.05)] [SoftmaxCrossEntropy]
internal partial class L1Penalty : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, L1 = 0.01, L2 = 0.05)] [Dense(3, L2 = 0.2)] [SoftmaxCrossEntropy] [Nag(0.8)]
internal partial class L1AndL2Penalty : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, L1 = 0.03, PenalizeBias = true)] [Dense(3, L2 = 0.2, PenalizeBias = true)] [SoftmaxCrossEntropy]
internal partial class PenaltiesOnBiases : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, L1 = 0.1, L2 = 0.1, Frozen = true)] [Dense(3, L1 = 0.1)] [SoftmaxCrossEntropy]
internal partial class PenaltyOnFrozenLayer : ILabelledNetwork;

// Averages.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Momentum(0.9)] [AverageWeights(0.2)]
internal partial class AveragedWeights : ILabelledNetwork, IAveragedNetwork;

[Input(6)] [Dense(8, Bias = false)] [BatchNorm(Momentum = 0.7)] [Activation(Act.Elu)] [Dense(3)]
[SoftmaxCrossEntropy] [Adam(epsilon: 1e-4)] [AverageWeights(0.999)]
internal partial class AveragedWeightsOfNormalisedLayers : ILabelledNetwork, IAveragedNetwork;

[Input(6)] [Dense(8, Act.Elu, MaxNorm = 0.9)] [Dense(3, MaxNorm = 0.8)] [SoftmaxCrossEntropy] [Nag(0.8)] [AverageWeights(0.999)]
internal partial class AveragedWeightsUnderMaxNorm : ILabelledNetwork, IAveragedNetwork;

// Several mini-batches for a step.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] [Nag(0.9)] [AccumulateGradients(3)]
internal partial class AccumulatedGradients : ILabelledNetwork;

[Input(6)]
[Dense(9, Bias = false)] [BatchNorm(Momentum = 0.8)] [Activation(Act.RRelu)]
[Dense(7, Act.Tanh, L2 = 0.1)] [Dropout(0.3)]
[Dense(2)]
[MeanSquaredError] [AccumulateGradients(2)]
internal partial class AccumulatedGradientsOfNormalisedLayers : ITargetNetwork;

[Input(6)] [Dense(8, Act.Selu, L1 = 0.01)] [AlphaDropout(0.2)] [Dense(3)]
[SoftmaxCrossEntropy] [Adam(epsilon: 0.01)] [ClipGradientNorm(0.4)] [AccumulateGradients(2)] [AverageWeights(0.9)]
internal partial class AccumulatedGradientsWithinNorm : ILabelledNetwork, IAveragedNetwork;

// Combinations.

[Input(7)]
[Dense(9, Init.He, Act.Elu)] [BatchNorm]
[Dense(8, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(4)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal partial class DigitsInSmall : ILabelledNetwork;

[Input(19)] [Dense(33, Act.Swish)] [Dense(17, Act.Selu)] [Dense(2)] [MeanSquaredError] [Momentum]
internal partial class WideLayers : ITargetNetwork;

[Input(5)]
[Dense(8, Act.Swish, L2 = 0.01, Name = "hidden1")]
[Dense(7, Act.LeakyRelu, L2 = 0.01, Name = "hidden2")]
[Dense(6, Act.Selu, Name = "hidden3")]
[Dense(1, Name = "output")]
[MeanSquaredError]
[Nag]
internal partial class DeepRegression : ITargetNetwork;

[Input(6)]
[Dense(9, Bias = false)] [BatchNorm] [Activation(Act.Swish)]
[Dense(7, Act.Tanh)] [BatchNorm]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class BatchNormWithAdam : ILabelledNetwork;

[Input(6)]
[Dropout(0.1)]
[Dense(9, Bias = false, MaxNorm = 0.9)] [BatchNorm(Momentum = 0.7)] [Activation(Act.Relu)]
[Dense(8, Act.Tanh, L2 = 0.02)] [Dropout(0.4)]
[Dense(3)]
[BinaryCrossEntropy]
[Nag(0.8)]
internal partial class DeepBinaryClassifier : ITargetNetwork;

[Input(7)]
[Dense(9, Act.Mish, Bias = false, L1 = 0.01, L2 = 0.05, RateMultiplier = 0.5)] [BatchNorm(Momentum = 0.8)] [Activation(Act.PRelu)] [Dropout(0.2)]
[Dense(8, Act.Gelu, L2 = 0.1, PenalizeBias = true, MaxNorm = 0.8)]
[Dense(4)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1)] [SampleWeights]
[Nag(0.8, WeightDecay = 0.1)]
[ClipGradientNorm(0.6)] [ClipGradientValue(0.1)] [AccumulateGradients(2)] [AverageWeights(0.9)]
internal partial class AllTechniquesAtOnce : IWeightedLabelledNetwork, IAveragedNetwork;

[Input(6)] [Dense(8, Act.Elu)] [Dense(7, Act.Sigmoid)] [Dense(3)] [SoftmaxCrossEntropy] [Adam]
internal partial class OneRow : ILabelledNetwork;

// Tied layers.

[Input(19)] [Dense(7, Act.Tanh, Name = "code")] [Dense(19, TiedTo = "code")] [MeanSquaredError]
internal partial class TiedLayers : ITargetNetwork;

[Input(9)]
[Dense(8, Act.Tanh, L1 = 0.01, L2 = 0.05, Name = "hidden")] [Dense(5, Act.Sigmoid, Name = "code")]
[Dense(8, Act.Tanh, TiedTo = "code")] [Dense(9, TiedTo = "hidden", Bias = false)]
[BinaryCrossEntropy]
[Adam]
internal partial class TiedLayersOfPenalizedWeights : ITargetNetwork;

[Input(9)]
[Dense(20, Act.Elu, Name = "code")] [BatchNorm]
[Dense(9, TiedTo = "code")] [Activation(Act.Tanh)]
[Dense(20, Act.Tanh)]
[Dense(9, TiedTo = "code")]
[MeanSquaredError]
[Nag(0.8)] [ClipGradientNorm(0.5)] [AccumulateGradients(2)]
internal partial class TiedLayersOfAccumulatedGradients : ITargetNetwork;

// FrozenFirstLayer's stack with nothing frozen: its golden must also come out when Trainable is set to false at run time.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(7, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class UnfrozenTwin : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [BatchNorm] [Dense(7, Act.Elu, Bias = false)] [BatchNorm] [Dense(3)] [SoftmaxCrossEntropy] [Nag]
internal partial class UnfrozenBatchNormTwin : ILabelledNetwork;

// Autoencoders.

[Input(19)] [Dense(7, Act.Sigmoid, Name = "code")] [Dense(19, TiedTo = "code")] [Reconstruction] [Momentum]
internal partial class TiedAutoencoder : IReconstructingNetwork;

[Input(9)] [Dropout(0.2)] [Dense(8, Act.Tanh)] [Dense(3, Act.Tanh)] [Dense(8, Act.Tanh)] [Dense(9)] [Reconstruction(ReconstructionLoss.CrossEntropy)] [Adam]
internal partial class AutoencoderOfProbabilities : IReconstructingNetwork;

[Input(9)] [Dense(20, Act.Sigmoid)] [Sparsity(0.1, 0.5)] [Dense(9, TiedTo = "dense1")] [Reconstruction]
internal partial class SparseAutoencoder : IReconstructingNetwork;

[Input(6)]
[Dense(8, Act.Elu)] [ActivityRegularization(0.05)]
[Dense(7, Act.Sigmoid)] [ActivityRegularization(0.1)] [Sparsity(0.3, 0.2)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam] [AccumulateGradients(2)]
internal partial class PenalizedActivities : ILabelledNetwork;
