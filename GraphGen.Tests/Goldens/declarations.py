"""What a network's attributes say, in Python: the same words as in GoldenNetworks.cs, with the same defaults."""

from dataclasses import dataclass
from typing import Optional, Tuple


@dataclass(frozen=True)
class Dense:
    units: int
    act: str = "Linear"
    bias: bool = True
    l2: float = 0.0
    max_norm: float = 0.0
    frozen: bool = False
    name: Optional[str] = None


@dataclass(frozen=True)
class Activation:
    act: str


@dataclass(frozen=True)
class BatchNorm:
    """`momentum` in Keras's sense: moving = momentum * moving + (1 - momentum) * batch. PyTorch's is one minus it."""

    momentum: float = 0.9
    epsilon: float = 1e-5


@dataclass(frozen=True)
class Dropout:
    rate: float


@dataclass(frozen=True)
class Sgd:
    pass


@dataclass(frozen=True)
class Momentum:
    momentum: float = 0.9


@dataclass(frozen=True)
class Nag:
    momentum: float = 0.9


@dataclass(frozen=True)
class Adam:
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8


@dataclass(frozen=True)
class Declaration:
    """`loss` is the attribute's name: SoftmaxCrossEntropy, BinaryCrossEntropy or MeanSquaredError."""

    name: str
    inputs: int
    layers: Tuple
    loss: str
    optimizer: object = Sgd()

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
