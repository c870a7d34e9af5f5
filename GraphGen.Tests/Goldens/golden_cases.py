"""Every golden: a declaration (its twin of the same name stands in GoldenNetworks.cs) and the numbers it is run on."""

import zlib
from dataclasses import dataclass
from typing import Tuple

import numpy

import activation_functions
from declarations import (
    Activation, ActivityRegularization, AdaGrad, Adam, AdaMax, AdamW, AlphaDropout, BatchNorm, Declaration, Dense, Dropout, Momentum, Nadam, Nag, RmsProp, Sgd, Sparsity)
from dropout_mask import mix
from reference_network import parameter_shapes

STEPS = 5

# Where a fault grows slowly, such as in a bias correction, training goes on to step 50.
LATER_STEPS = 45

# Other numbers for the goldens whose first ones were ill-conditioned or did not show what they are for (see self_checks.py).
VARIATIONS = {
    "LogisticRegressionOnExtremeLogits": 1,
    "MomentumOptimizer": 1,
    "NagOptimizer": 1,
    "AdamWOptimizer": 1,
    "AdaMaxOptimizerWithOwnConstants": 1,
    "PReluUnits": 4,
    "EluUnitsWithOwnScale": 1,
    "FrozenSlopes": 2,
    "SoftmaxUnitsOnLargeInputs": 1,
    "BatchNormAfterActivation": 8,
    "AlphaDropoutBetweenLayers": 2,
    "AveragedWeightsUnderMaxNorm": 2,
    "AccumulatedGradientsWithinNorm": 1,
    "DigitsInSmall": 1,
    "DigitsInSmallOnManyRows": 1,
    "DeepRegression": 9,
    "BatchNormWithAdam": 5,
    "DeepBinaryClassifier": 4,
    "AllTechniquesAtOnce": 5,
}


@dataclass(frozen=True)
class Case:
    """
    One golden. `input_scale` above 1 drives the logits to where a careless loss overflows. `batch_rows` splits the rows
    into the mini-batches of one step, where gradients are accumulated.
    """

    declaration: Declaration
    name: str = ""
    learning_rate: float = 0.1
    rows: int = 6
    input_scale: float = 1.0
    later_steps: int = 0
    batch_rows: Tuple = ()

    @property
    def golden(self):
        return self.name or self.declaration.name

    @property
    def seed(self):
        """The network's seed: all 64 bits in use, and another one for every golden."""
        return mix(zlib.crc32(self.golden.encode()) + (VARIATIONS.get(self.golden, 0) << 32))

    @property
    def rate(self):
        """The learning rate as the float that C# passes."""
        return float(numpy.float32(self.learning_rate))


class Numbers:
    """Random numbers with four decimals from SplitMix64, so that a golden reads well and never depends on a library's generator."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self, shape, low, high):
        values = [round(low + (high - low) * self._next() / 2**64, 4) for _ in range(int(numpy.prod(shape)))]
        return numpy.array(values, dtype=numpy.float32).reshape(shape)

    def integers(self, count, bound):
        return numpy.array([self._next() % bound for _ in range(count)], dtype=numpy.int64)

    def _next(self):
        self.state += 0x9E3779B97F4A7C15
        return mix(self.state)


def draw_batch(case):
    """Inputs of variance 1 (times the scale), and labels (int64) or targets (float32) to fit the loss."""
    numbers = Numbers(case.seed + 1)
    declaration = case.declaration
    limit = 1.7321 * case.input_scale
    if declaration.loss == "ReconstructionCrossEntropy":
        inputs = numbers.uniform((case.rows, declaration.inputs), 0, 1)
        return inputs, inputs
    inputs = numbers.uniform((case.rows, declaration.inputs), -limit, limit)
    if declaration.loss == "Reconstruction":
        return inputs, inputs
    if declaration.loss == "SoftmaxCrossEntropy":
        return inputs, numbers.integers(case.rows, declaration.outputs)
    shape = (case.rows, declaration.outputs)
    if declaration.loss != "BinaryCrossEntropy":
        return inputs, numbers.uniform(shape, -2, 2)
    if declaration.outputs == 1:
        return inputs, numbers.integers(case.rows, 2).reshape(shape).astype(numpy.float32)
    # Several outputs: certain and uncertain targets.
    return inputs, (numbers.integers(case.rows * declaration.outputs, 5).reshape(shape) / 4).astype(numpy.float32)


def draw_weights(case):
    """How much each row counts: one not at all, the others from little to twice."""
    weights = Numbers(case.seed + 3).uniform(case.rows, 0.1, 2)
    weights[1] = 0
    return weights


def draw_parameters(case):
    """Initial values by name. None of them is at its default, so that a value that was not copied shows."""
    numbers = Numbers(case.seed + 2)
    values = {}
    for name, shape, _ in parameter_shapes(case.declaration):
        kind = name.rsplit(".", 1)[1]
        limit = (3 / shape[0]) ** 0.5 if kind == "weight" else 0.5
        low, high = {"gamma": (0.5, 1.5), "moving_variance": (0.5, 1.5), "alpha": (0.05, 0.6)}.get(kind, (-limit, limit))
        values[name] = numbers.uniform(shape, low, high)
    return values


def losses():
    yield Case(Declaration("SoftmaxLoss", 6, (Dense(8, "Tanh"), Dense(4)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("BinaryLossWithOneOutput", 5, (Dense(7, "Tanh"), Dense(1)), "BinaryCrossEntropy"))
    yield Case(Declaration("BinaryLossWithSeveralOutputs", 5, (Dense(7, "Tanh"), Dense(3)), "BinaryCrossEntropy"))
    yield Case(Declaration("SquaredErrorLoss", 6, (Dense(7, "Tanh"), Dense(3)), "MeanSquaredError"))
    # No hidden layer: the inputs drive the logits directly, to some -100 to 100.
    softmax = Declaration("SoftmaxRegression", 5, (Dense(4),), "SoftmaxCrossEntropy")
    yield Case(softmax)
    yield Case(softmax, "SoftmaxRegressionOnExtremeLogits", learning_rate=0.01, input_scale=50)
    logistic = Declaration("LogisticRegression", 5, (Dense(2),), "BinaryCrossEntropy")
    yield Case(logistic)
    yield Case(logistic, "LogisticRegressionOnExtremeLogits", learning_rate=0.01, input_scale=50)
    yield Case(Declaration(
        "SoftmaxLossWithLabelSmoothing", 6, (Dense(8, "Tanh"), Dense(4)), "SoftmaxCrossEntropy", label_smoothing=0.1))
    smooth = Declaration("SmoothSoftmaxRegression", 5, (Dense(4),), "SoftmaxCrossEntropy", label_smoothing=0.3)
    yield Case(smooth, "SmoothSoftmaxRegressionOnExtremeLogits", learning_rate=0.01, input_scale=50)
    yield Case(Declaration("AbsoluteErrorLoss", 6, (Dense(7, "Tanh"), Dense(3)), "MeanAbsoluteError"))
    yield Case(Declaration("HuberLossWithSmallDelta", 6, (Dense(7, "Tanh"), Dense(3)), "Huber", delta=0.5))
    yield Case(Declaration("HuberLossWithLargeDelta", 6, (Dense(7, "Tanh"), Dense(3)), "Huber", delta=2.0))


def weighted_losses():
    hidden = Dense(7, "Tanh")
    yield Case(Declaration("WeightedSoftmaxLoss", 6, (hidden, Dense(4)), "SoftmaxCrossEntropy", sample_weights=True), rows=9)
    yield Case(Declaration(
        "WeightedSmoothSoftmaxLoss", 6, (hidden, Dense(4)), "SoftmaxCrossEntropy", label_smoothing=0.2, sample_weights=True))
    yield Case(Declaration("WeightedBinaryLoss", 6, (hidden, Dense(3)), "BinaryCrossEntropy", sample_weights=True), rows=9)
    yield Case(Declaration("WeightedSquaredErrorLoss", 6, (hidden, Dense(3)), "MeanSquaredError", sample_weights=True))
    yield Case(Declaration("WeightedAbsoluteErrorLoss", 6, (hidden, Dense(3)), "MeanAbsoluteError", sample_weights=True))
    yield Case(Declaration("WeightedHuberLoss", 6, (hidden, Dense(3)), "Huber", delta=0.7, sample_weights=True))


def optimizers():
    layers = (Dense(8, "Tanh"), Dense(3))
    normalised = (Dense(8, bias=False), BatchNorm(), Activation("Tanh"), Dense(3))
    for name, optimizer, rate in (
        ("SgdOptimizer", Sgd(), 0.2),
        ("MomentumOptimizer", Momentum(0.9), 0.02),
        ("NagOptimizer", Nag(0.9), 0.02),
        ("NagOptimizerWithLowMomentum", Nag(0.5), 0.1),
        ("AdamOptimizer", Adam(), 0.005),
        ("AdamOptimizerWithOwnConstants", Adam(0.8, 0.95, 1e-3), 0.02),
        ("AdaGradOptimizer", AdaGrad(1e-30), 0.05),
        ("AdaGradOptimizerWithLargeEpsilon", AdaGrad(0.01), 0.1),
        ("RmsPropOptimizer", RmsProp(0.9, 1e-30), 0.003),
        ("RmsPropOptimizerWithLargeEpsilon", RmsProp(0.8, 0.001), 0.01),
        ("AdamWOptimizer", AdamW(0.5), 0.01),
        ("AdamWOptimizerOnBiases", AdamW(0.5, 0.8, 0.95, 1e-3, decay_biases=True), 0.01),
        ("AdaMaxOptimizer", AdaMax(), 0.01),
        ("AdaMaxOptimizerWithOwnConstants", AdaMax(0.8, 0.9, 0.01), 0.005),
        ("NadamOptimizer", Nadam(), 0.01),
        ("NadamOptimizerWithOwnConstants", Nadam(0.8, 0.95, 1e-3, 0.02), 0.01),
        ("SgdWithWeightDecay", Sgd(weight_decay=0.1), 0.2),
        ("NagWithWeightDecay", Nag(0.8, weight_decay=0.2), 0.1),
        ("RmsPropWithWeightDecay", RmsProp(0.9, 1e-3, weight_decay=0.5), 0.01),
    ):
        declaration = Declaration(name, 6, layers, "SoftmaxCrossEntropy", optimizer)
        yield Case(declaration, learning_rate=rate, later_steps=LATER_STEPS)
    for name, optimizer, rate in (
        ("AdamWOptimizerWithBatchNorm", AdamW(0.5, epsilon=1e-4), 0.01),
        ("NagWithWeightDecayOnAll", Nag(0.9, weight_decay=0.2, decay_biases=True), 0.05),
    ):
        declaration = Declaration(name, 6, normalised, "SoftmaxCrossEntropy", optimizer)
        yield Case(declaration, learning_rate=rate, rows=8, later_steps=LATER_STEPS)


def rates_of_layers():
    yield Case(Declaration(
        "RateMultipliers", 6, (Dense(8, "PRelu", rate_multiplier=0.25), Dense(7, "Tanh"), Dense(3, rate_multiplier=2.0)),
        "SoftmaxCrossEntropy", Nag(0.8)))
    yield Case(Declaration(
        "RateMultipliersWithAdamW", 6, (Dense(8, "Tanh", rate_multiplier=0.5), Dense(7, "Tanh", rate_multiplier=0.0), Dense(3, rate_multiplier=3.0)),
        "SoftmaxCrossEntropy", AdamW(0.5, epsilon=1e-4)), learning_rate=0.01)
    yield Case(Declaration(
        "RateMultipliersWithNadam", 6, (Dense(8, "Tanh", rate_multiplier=0.1), Dense(3)), "SoftmaxCrossEntropy", Nadam(epsilon=1e-4)),
        learning_rate=0.01)


def limits():
    layers = (Dense(8, "Tanh"), Dense(3))
    yield Case(Declaration("ClippedGradientValue", 6, layers, "SoftmaxCrossEntropy", Nag(0.9), clip_value=0.03))
    yield Case(Declaration("ClippedGradientNorm", 6, layers, "SoftmaxCrossEntropy", Nag(0.9), clip_norm=0.3), learning_rate=0.2)
    yield Case(Declaration(
        "ClippedGradientNormWithAdam", 6, layers, "SoftmaxCrossEntropy", Adam(epsilon=1e-2), clip_norm=0.2), learning_rate=0.05)
    yield Case(Declaration(
        "ClippedGradientNormAndValue", 6,
        (Dense(8, "Elu", frozen=True), Dense(19, bias=False, l2=0.1), BatchNorm(), Activation("Tanh"), Dense(3)), "SoftmaxCrossEntropy",
        Momentum(0.8), clip_norm=0.5, clip_value=0.05), rows=8)


def penalties():
    yield Case(Declaration("L1Penalty", 6, (Dense(8, "Tanh", l1=0.02), Dense(3, l1=0.05)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("L1AndL2Penalty", 6, (Dense(8, "Tanh", l1=0.01, l2=0.05), Dense(3, l2=0.2)), "SoftmaxCrossEntropy", Nag(0.8)))
    yield Case(Declaration(
        "PenaltiesOnBiases", 6, (Dense(8, "Tanh", l1=0.03, penalize_bias=True), Dense(3, l2=0.2, penalize_bias=True)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "PenaltyOnFrozenLayer", 6, (Dense(8, "Tanh", l1=0.1, l2=0.1, frozen=True), Dense(3, l1=0.1)), "SoftmaxCrossEntropy"))


def averages():
    layers = (Dense(8, "Tanh"), Dense(3))
    yield Case(Declaration("AveragedWeights", 6, layers, "SoftmaxCrossEntropy", Momentum(0.9), average_decay=0.2))
    yield Case(Declaration(
        "AveragedWeightsOfNormalisedLayers", 6, (Dense(8, bias=False), BatchNorm(0.7), Activation("Elu"), Dense(3)), "SoftmaxCrossEntropy",
        Adam(epsilon=1e-4), average_decay=0.999), learning_rate=0.05, rows=8)
    yield Case(Declaration(
        "AveragedWeightsUnderMaxNorm", 6, (Dense(8, "Elu", max_norm=0.9), Dense(3, max_norm=0.8)), "SoftmaxCrossEntropy", Nag(0.8),
        average_decay=0.999))


def accumulation():
    yield Case(Declaration(
        "AccumulatedGradients", 6, (Dense(8, "Tanh"), Dense(3)), "SoftmaxCrossEntropy", Nag(0.9), accumulated_batches=3),
        rows=14, batch_rows=(4, 9, 1))
    yield Case(Declaration(
        "AccumulatedGradientsOfNormalisedLayers", 6,
        (Dense(9, bias=False), BatchNorm(0.8), Activation("RRelu"), Dense(7, "Tanh", l2=0.1), Dropout(0.3), Dense(2)),
        "MeanSquaredError", Sgd(), accumulated_batches=2), rows=13, batch_rows=(5, 8))
    yield Case(Declaration(
        "AccumulatedGradientsWithinNorm", 6, (Dense(8, "Selu", l1=0.01), AlphaDropout(0.2), Dense(3)), "SoftmaxCrossEntropy",
        Adam(epsilon=1e-2), clip_norm=0.4, average_decay=0.9, accumulated_batches=2), learning_rate=0.02, rows=12, batch_rows=(6, 6))


def activations():
    for act in activation_functions.NAMES:
        declaration = Declaration(f"{act}Units", 6, (Dense(9, act), Dense(2, act)), "MeanSquaredError")
        yield Case(declaration)
    yield Case(Declaration(
        "StandaloneActivations", 6, (Dense(8), Activation("Swish"), Dense(3), Activation("Sigmoid")), "MeanSquaredError"))
    for name, act, alpha, upper_alpha in (
        ("LeakyReluUnitsWithOwnSlope", "LeakyRelu", 0.3, None),
        ("EluUnitsWithOwnScale", "Elu", 0.5, None),
        ("EluUnitsWithLargeScale", "Elu", 1.8, None),
        ("RReluUnitsWithOwnSlopes", "RRelu", 0.05, 0.6),
        ("PReluUnitsWithOwnSlope", "PRelu", 0.1, None),
    ):
        layers = (Dense(9, act, alpha=alpha, upper_alpha=upper_alpha), Dense(2, act, alpha=alpha, upper_alpha=upper_alpha))
        yield Case(Declaration(name, 6, layers, "MeanSquaredError"))
    yield Case(Declaration(
        "StandaloneSlopes", 6,
        (Dense(18), Activation("PRelu"), Dense(8, bias=False), BatchNorm(), Activation("RRelu", 0.1, 0.5), Dense(3),
         Activation("LeakyRelu", 0.2)), "MeanSquaredError", Nag(0.5)), rows=8, learning_rate=0.05)
    yield Case(Declaration(
        "StandaloneSoftmax", 6,
        (Dense(18, "Softmax"), BatchNorm(), Dense(8), Activation("Softmax"), Dropout(0.2), Dense(3)),
        "SoftmaxCrossEntropy", Nag(0.8)), rows=9)
    yield Case(Declaration("FrozenSlopes", 6, (Dense(8, "PRelu", frozen=True), Dense(7, "PRelu"), Dense(3)), "SoftmaxCrossEntropy"))
    # Inputs from some -10 to 10 reach the straight ends of every function.
    for act in ("Gelu", "Mish", "Softplus", "HardSwish", "Softmax"):
        name = f"{act}UnitsOnLargeInputs"
        declaration = Declaration(f"{act}Units", 6, (Dense(9, act), Dense(2, act)), "MeanSquaredError")
        yield Case(declaration, name, learning_rate=0.01, input_scale=4)


def layers():
    yield Case(Declaration("DenseWithoutBias", 6, (Dense(8, "Elu", bias=False), Dense(3, bias=False)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "BatchNormAfterActivation", 6, (Dense(8, "Elu"), BatchNorm(), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "BatchNormBeforeActivation", 6, (Dense(8, bias=False), BatchNorm(), Activation("Tanh"), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "BatchNormOnInputs", 6, (BatchNorm(0.8, 0.01), Dense(8, "Sigmoid"), Dense(2)), "MeanSquaredError"))
    yield Case(Declaration(
        "BatchNormOnLogits", 6, (Dense(8, "Tanh"), Dense(3, bias=False), BatchNorm()), "SoftmaxCrossEntropy"))
    yield Case(Declaration("DropoutOnInputs", 7, (Dropout(0.3), Dense(8, "Elu"), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "DropoutBetweenLayers", 6,
        (Dense(8, "Relu"), Dropout(0.5), Dense(18), Activation("Tanh"), Dropout(0.1), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "AlphaDropoutBetweenLayers", 6,
        (Dense(18, "Selu"), AlphaDropout(0.2), Dense(8, "Selu"), AlphaDropout(0.1), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("L2Penalty", 6, (Dense(8, "Tanh", l2=0.05), Dense(3, l2=0.2)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("MaxNormLimit", 6, (Dense(8, "Elu", max_norm=0.9), Dense(3, max_norm=0.8)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("FrozenFirstLayer", 6, (Dense(8, "Tanh", frozen=True), Dense(7, "Elu"), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "FrozenMiddleLayer", 6, (Dense(8, "Tanh"), Dense(7, "Elu", frozen=True), Dense(3)), "SoftmaxCrossEntropy", Nag()))
    yield Case(Declaration(
        "FrozenUpToBatchNorm", 6,
        (Dense(8, "Tanh", frozen=True), BatchNorm(frozen=True), Dense(7, "Elu", bias=False), BatchNorm(), Dense(3)), "SoftmaxCrossEntropy", Nag()))
    yield Case(Declaration(
        "FrozenBatchNormBehindTrainedLayer", 6, (Dense(8, "Tanh"), BatchNorm(frozen=True), Dense(7, "Elu"), Dense(3)), "SoftmaxCrossEntropy", Adam()))


def tied_layers():
    yield Case(Declaration(
        "TiedLayers", 19, (Dense(7, "Tanh", name="code"), Dense(19, tied_to="code")), "MeanSquaredError"))
    yield Case(Declaration(
        "TiedLayersOfPenalizedWeights", 9,
        (Dense(8, "Tanh", l1=0.01, l2=0.05, name="hidden"), Dense(5, "Sigmoid", name="code"),
         Dense(8, "Tanh", tied_to="code"), Dense(9, tied_to="hidden", bias=False)), "BinaryCrossEntropy",
        Adam()), learning_rate=0.01)
    yield Case(Declaration(
        "TiedLayersOfAccumulatedGradients", 9,
        (Dense(20, "Elu", name="code"), BatchNorm(), Dense(9, tied_to="code"), Activation("Tanh"), Dense(20, "Tanh"), Dense(9, tied_to="code")),
        "MeanSquaredError", Nag(0.8), clip_norm=0.5, accumulated_batches=2), rows=14, batch_rows=(6, 8))


def autoencoders():
    yield Case(Declaration(
        "TiedAutoencoder", 19, (Dense(7, "Sigmoid", name="code"), Dense(19, tied_to="code")), "Reconstruction", Momentum()))
    yield Case(Declaration(
        "AutoencoderOfProbabilities", 9, (Dropout(0.2), Dense(8, "Tanh"), Dense(3, "Tanh"), Dense(8, "Tanh"), Dense(9)),
        "ReconstructionCrossEntropy", Adam()), learning_rate=0.01)
    yield Case(Declaration(
        "SparseAutoencoder", 9, (Dense(20, "Sigmoid"), Sparsity(0.1, 0.5), Dense(9, tied_to="dense1")), "Reconstruction"), rows=21)
    yield Case(Declaration(
        "PenalizedActivities", 6,
        (Dense(8, "Elu"), ActivityRegularization(0.05), Dense(7, "Sigmoid"), ActivityRegularization(0.1), Sparsity(0.3, 0.2), Dense(3)),
        "SoftmaxCrossEntropy", Adam(), accumulated_batches=2), learning_rate=0.01, rows=14, batch_rows=(6, 8))


def combinations():
    digits = Declaration(
        "DigitsInSmall", 7,
        (Dense(9, "Elu"), BatchNorm(), Dense(8, "Elu"), BatchNorm(), Dropout(0.2), Dense(4)), "SoftmaxCrossEntropy", Nag(0.9))
    yield Case(digits, learning_rate=0.05)
    # More rows than a kernel's tile is high, and not a multiple of it.
    yield Case(digits, "DigitsInSmallOnManyRows", learning_rate=0.05, rows=21)
    # More units than a column block is wide.
    yield Case(Declaration(
        "WideLayers", 19, (Dense(33, "Swish"), Dense(17, "Selu"), Dense(2)), "MeanSquaredError", Momentum(0.9)),
        learning_rate=0.02, rows=5)
    yield Case(Declaration(
        "DeepRegression", 5,
        (Dense(8, "Swish", l2=0.01, name="hidden1"), Dense(7, "LeakyRelu", l2=0.01, name="hidden2"), Dense(6, "Selu", name="hidden3"),
         Dense(1, name="output")), "MeanSquaredError", Nag(0.9)),
        learning_rate=0.02)
    yield Case(Declaration(
        "BatchNormWithAdam", 6,
        (Dense(9, bias=False), BatchNorm(), Activation("Swish"), Dense(7, "Tanh"), BatchNorm(), Dense(3)), "SoftmaxCrossEntropy", Adam()),
        learning_rate=0.01, rows=12)
    yield Case(Declaration(
        "DeepBinaryClassifier", 6,
        (Dropout(0.1), Dense(9, bias=False, max_norm=0.9), BatchNorm(0.7), Activation("Relu"),
         Dense(8, "Tanh", l2=0.02), Dropout(0.4), Dense(3)), "BinaryCrossEntropy", Nag(0.8)),
        rows=8)
    yield Case(Declaration(
        "AllTechniquesAtOnce", 7,
        (Dense(9, "Mish", bias=False, l1=0.01, l2=0.05, rate_multiplier=0.5), BatchNorm(0.8), Activation("PRelu"), Dropout(0.2),
         Dense(8, "Gelu", l2=0.1, penalize_bias=True, max_norm=0.8), Dense(4)), "SoftmaxCrossEntropy",
        Nag(0.8, weight_decay=0.1), label_smoothing=0.1, sample_weights=True, clip_norm=0.6, clip_value=0.1, accumulated_batches=2,
        average_decay=0.9), learning_rate=0.1, rows=14, batch_rows=(6, 8))
    yield Case(Declaration("OneRow", 6, (Dense(8, "Elu"), Dense(7, "Sigmoid"), Dense(3)), "SoftmaxCrossEntropy", Adam()),
               learning_rate=0.01, rows=1)


def all_cases():
    for family in (
        losses, weighted_losses, optimizers, rates_of_layers, activations, layers, limits, penalties, averages, accumulation, tied_layers, autoencoders, combinations):
        yield from family()
