"""What a network's attributes say, in Python: the same words as in GoldenNetworks.cs, with the same defaults."""

from dataclasses import dataclass
from typing import Optional, Tuple


@dataclass(frozen=True)
class Dense:
    """`alpha` and `upper_alpha` are None where the activation's own default holds."""

    units: int
    act: str = "Linear"
    bias: bool = True
    l1: float = 0.0
    l2: float = 0.0
    penalize_bias: bool = False
    max_norm: float = 0.0
    rate_multiplier: float = 1.0
    alpha: Optional[float] = None
    upper_alpha: Optional[float] = None
    frozen: bool = False
    name: Optional[str] = None
    tied_to: Optional[str] = None


@dataclass(frozen=True)
class Activation:
    act: str
    alpha: Optional[float] = None
    upper_alpha: Optional[float] = None


@dataclass(frozen=True)
class BatchNorm:
    """`momentum` in Keras's sense: moving = momentum * moving + (1 - momentum) * batch. PyTorch's is one minus it."""

    momentum: float = 0.9
    epsilon: float = 1e-5
    frozen: bool = False


@dataclass(frozen=True)
class Dropout:
    rate: float


@dataclass(frozen=True)
class AlphaDropout:
    rate: float


@dataclass(frozen=True)
class ActivityRegularization:
    l1: float


@dataclass(frozen=True)
class Sparsity:
    target: float
    weight: float


@dataclass(frozen=True)
class Sgd:
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class Momentum:
    momentum: float = 0.9
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class Nag:
    momentum: float = 0.9
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class AdaGrad:
    epsilon: float = 1e-10
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class RmsProp:
    beta: float = 0.9
    epsilon: float = 1e-10
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class Adam:
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class AdamW:
    weight_decay: float = 0.01
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    decay_biases: bool = False


@dataclass(frozen=True)
class AdaMax:
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class Nadam:
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    momentum_decay: float = 0.004
    weight_decay: float = 0.0
    decay_biases: bool = False


@dataclass(frozen=True)
class Declaration:
    """
    `loss` is the attribute's name: SoftmaxCrossEntropy, BinaryCrossEntropy, MeanSquaredError, MeanAbsoluteError or Huber,
    or Reconstruction or ReconstructionCrossEntropy, whose targets are the inputs.
    `clip_norm`, `clip_value` and `average_decay` are 0 where the attribute is not declared.
    """

    name: str
    inputs: int
    layers: Tuple
    loss: str
    optimizer: object = Sgd()
    label_smoothing: float = 0.0
    delta: float = 1.0
    sample_weights: bool = False
    clip_norm: float = 0.0
    clip_value: float = 0.0
    accumulated_batches: int = 1
    average_decay: float = 0.0

    @property
    def outputs(self):
        return [layer for layer in self.layers if isinstance(layer, Dense)][-1].units

    def named_layers(self):
        """Pairs (name, layer): a layer's own name, or its kind and a number counted per kind."""
        counts = {}
        for layer in self.layers:
            kind = type(layer).__name__.lower()
            counts[kind] = counts.get(kind, 0) + 1
            yield getattr(layer, "name", None) or f"{kind}{counts[kind]}", layer
