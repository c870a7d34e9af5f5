"""Every golden: a declaration (its twin of the same name stands in GoldenNetworks.cs) and the numbers it is run on."""

import zlib
from dataclasses import dataclass

import numpy

from declarations import Activation, Adam, BatchNorm, Declaration, Dense, Dropout, Momentum, Nag, Sgd
from dropout_mask import mix
from reference_network import ACTIVATIONS, parameter_shapes

STEPS = 5


@dataclass(frozen=True)
class Case:
    """
    One golden. `input_scale` above 1 drives the logits to where a careless loss overflows; `variation` draws other
    numbers where the first ones were ill-conditioned (see self_checks.py).
    """

    declaration: Declaration
    name: str = ""
    learning_rate: float = 0.1
    rows: int = 6
    input_scale: float = 1.0
    variation: int = 0

    @property
    def golden(self):
        return self.name or self.declaration.name

    @property
    def seed(self):
        """The network's seed: all 64 bits in use, and another one for every golden."""
        return mix(zlib.crc32(self.golden.encode()) + (self.variation << 32))

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
    inputs = numbers.uniform((case.rows, declaration.inputs), -limit, limit)
    if declaration.loss == "SoftmaxCrossEntropy":
        return inputs, numbers.integers(case.rows, declaration.outputs)
    shape = (case.rows, declaration.outputs)
    if declaration.loss == "MeanSquaredError":
        return inputs, numbers.uniform(shape, -2, 2)
    if declaration.outputs == 1:
        return inputs, numbers.integers(case.rows, 2).reshape(shape).astype(numpy.float32)
    # Several outputs: certain and uncertain targets.
    return inputs, (numbers.integers(case.rows * declaration.outputs, 5).reshape(shape) / 4).astype(numpy.float32)


def draw_parameters(case):
    """Initial values by name. None of them is at its default, so that a value that was not copied shows."""
    numbers = Numbers(case.seed + 2)
    values = {}
    for name, shape, _ in parameter_shapes(case.declaration):
        kind = name.rsplit(".", 1)[1]
        limit = (3 / shape[0]) ** 0.5 if kind == "weight" else 0.5
        low, high = (0.5, 1.5) if kind in ("gamma", "moving_variance") else (-limit, limit)
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
    yield Case(logistic, "LogisticRegressionOnExtremeLogits", learning_rate=0.01, input_scale=50, variation=1)


def optimizers():
    layers = (Dense(8, "Tanh"), Dense(3))
    for name, optimizer, rate in (
        ("SgdOptimizer", Sgd(), 0.2),
        ("MomentumOptimizer", Momentum(0.9), 0.1),
        ("NagOptimizer", Nag(0.9), 0.1),
        ("NagOptimizerWithLowMomentum", Nag(0.5), 0.1),
        ("AdamOptimizer", Adam(), 0.01),
        ("AdamOptimizerWithOwnConstants", Adam(0.8, 0.95, 1e-3), 0.02),
    ):
        yield Case(Declaration(name, 6, layers, "SoftmaxCrossEntropy", optimizer), learning_rate=rate)


def activations():
    for act in ACTIVATIONS:
        declaration = Declaration(f"{act}Units", 6, (Dense(9, act), Dense(2, act)), "MeanSquaredError")
        yield Case(declaration)
    yield Case(Declaration(
        "StandaloneActivations", 6, (Dense(8), Activation("Swish"), Dense(3), Activation("Sigmoid")), "MeanSquaredError"))


def layers():
    yield Case(Declaration("DenseWithoutBias", 6, (Dense(8, "Elu", bias=False), Dense(3, bias=False)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "BatchNormAfterActivation", 6, (Dense(8, "Elu"), BatchNorm(), Dense(3)), "SoftmaxCrossEntropy"), variation=8)
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
    yield Case(Declaration("L2Penalty", 6, (Dense(8, "Tanh", l2=0.05), Dense(3, l2=0.2)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("MaxNormLimit", 6, (Dense(8, "Elu", max_norm=0.9), Dense(3, max_norm=0.8)), "SoftmaxCrossEntropy"))
    yield Case(Declaration("FrozenFirstLayer", 6, (Dense(8, "Tanh", frozen=True), Dense(7, "Elu"), Dense(3)), "SoftmaxCrossEntropy"))
    yield Case(Declaration(
        "FrozenMiddleLayer", 6, (Dense(8, "Tanh"), Dense(7, "Elu", frozen=True), Dense(3)), "SoftmaxCrossEntropy", Nag()))


def combinations():
    digits = Declaration(
        "DigitsInSmall", 7,
        (Dense(9, "Elu"), BatchNorm(), Dense(8, "Elu"), BatchNorm(), Dropout(0.2), Dense(4)), "SoftmaxCrossEntropy", Nag(0.9))
    yield Case(digits, learning_rate=0.05, variation=1)
    # More rows than a kernel's tile is high, and not a multiple of it.
    yield Case(digits, "DigitsInSmallOnManyRows", learning_rate=0.05, rows=21, variation=1)
    # More units than a column block is wide.
    yield Case(Declaration(
        "WideLayers", 19, (Dense(33, "Swish"), Dense(17, "Selu"), Dense(2)), "MeanSquaredError", Momentum(0.9)),
        learning_rate=0.02, rows=5)
    yield Case(Declaration(
        "DeepRegression", 5,
        (Dense(8, "Swish", l2=0.01, name="hidden1"), Dense(7, "LeakyRelu", l2=0.01, name="hidden2"), Dense(6, "Selu", name="hidden3"),
         Dense(1, name="output")), "MeanSquaredError", Nag(0.9)),
        learning_rate=0.02, variation=9)
    yield Case(Declaration(
        "BatchNormWithAdam", 6,
        (Dense(9, bias=False), BatchNorm(), Activation("Swish"), Dense(7, "Tanh"), BatchNorm(), Dense(3)), "SoftmaxCrossEntropy", Adam()),
        learning_rate=0.01, rows=12, variation=5)
    yield Case(Declaration(
        "DeepBinaryClassifier", 6,
        (Dropout(0.1), Dense(9, bias=False, max_norm=0.9), BatchNorm(0.7), Activation("Relu"),
         Dense(8, "Tanh", l2=0.02), Dropout(0.4), Dense(3)), "BinaryCrossEntropy", Nag(0.8)),
        rows=8, variation=4)
    yield Case(Declaration("OneRow", 6, (Dense(8, "Elu"), Dense(7, "Sigmoid"), Dense(3)), "SoftmaxCrossEntropy", Adam()),
               learning_rate=0.01, rows=1)


def all_cases():
    for family in (losses, optimizers, activations, layers, combinations):
        yield from family()
