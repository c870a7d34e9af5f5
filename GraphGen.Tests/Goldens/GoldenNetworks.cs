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

[Input(6)] [Dense(8)] [Activation(Act.Swish)] [Dense(3)] [Activation(Act.Sigmoid)] [MeanSquaredError]
internal partial class StandaloneActivations : ITargetNetwork;

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

[Input(6)] [Dense(8, Act.Tanh, L2 = 0.05)] [Dense(3, L2 = 0.2)] [SoftmaxCrossEntropy]
internal partial class L2Penalty : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Elu, MaxNorm = 0.9)] [Dense(3, MaxNorm = 0.8)] [SoftmaxCrossEntropy]
internal partial class MaxNormLimit : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh, Frozen = true)] [Dense(7, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class FrozenFirstLayer : ILabelledNetwork;

[Input(6)] [Dense(8, Act.Tanh)] [Dense(7, Act.Elu, Frozen = true)] [Dense(3)] [SoftmaxCrossEntropy] [Nag]
internal partial class FrozenMiddleLayer : ILabelledNetwork;

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

[Input(6)] [Dense(8, Act.Elu)] [Dense(7, Act.Sigmoid)] [Dense(3)] [SoftmaxCrossEntropy] [Adam]
internal partial class OneRow : ILabelledNetwork;

// FrozenFirstLayer's stack with nothing frozen: its golden must also come out when Trainable is set to false at run time.

[Input(6)] [Dense(8, Act.Tanh)] [Dense(7, Act.Elu)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class UnfrozenTwin : ILabelledNetwork;
