"""The activation functions by the names of GraphGen's Act, with its default slopes."""

import torch
import torch.nn.functional as functional

DEFAULT_ALPHAS = {"LeakyRelu": 0.01, "Elu": 1.0, "RRelu": 1 / 8}
DEFAULT_UPPER_ALPHAS = {"RRelu": 1 / 3}

# Each takes the input and the layer's slopes. PRelu and RRelu are not here: one has parameters, the other draws.
FUNCTIONS = {
    "Linear": lambda z, alpha: z,
    "Sigmoid": lambda z, alpha: torch.sigmoid(z),
    "Tanh": lambda z, alpha: torch.tanh(z),
    "Relu": lambda z, alpha: functional.relu(z),
    "LeakyRelu": lambda z, alpha: functional.leaky_relu(z, negative_slope=alpha),
    "Elu": lambda z, alpha: functional.elu(z, alpha=alpha),
    "Selu": lambda z, alpha: functional.selu(z),
    "Swish": lambda z, alpha: functional.silu(z),
    "Gelu": lambda z, alpha: functional.gelu(z),
    "Mish": lambda z, alpha: functional.mish(z),
    "Softplus": lambda z, alpha: functional.softplus(z, threshold=40),
    "HardSwish": lambda z, alpha: functional.hardswish(z),
    "Softmax": lambda z, alpha: torch.softmax(z, dim=1),
}

NAMES = (*FUNCTIONS, "PRelu", "RRelu")


def alphas(layer):
    """The declared slopes of a layer, or the function's own."""
    lower = DEFAULT_ALPHAS.get(layer.act) if layer.alpha is None else layer.alpha
    upper = DEFAULT_UPPER_ALPHAS.get(layer.act) if layer.upper_alpha is None else layer.upper_alpha
    return lower, upper


def kink_distance(z, layer):
    """How far the nearest element is from where the slope jumps and rounding decides the gradient; infinity for smooth functions."""
    smooth = layer.act not in ("Relu", "LeakyRelu", "Selu", "PRelu", "RRelu", "HardSwish") and not (layer.act == "Elu" and alphas(layer)[0] != 1)
    if smooth:
        return float("inf")
    distances = z.abs() - 3 if layer.act == "HardSwish" else z
    return distances.detach().abs().min().item()
