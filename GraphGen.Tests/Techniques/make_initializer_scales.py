#!/usr/bin/env python3
"""
Makes Files/InitializerScales.json: the standard deviations and limits of PyTorch's initialisers, from the fans and gains that
torch.nn.init computes itself, for the same layers in GraphGen's words. Needs Debian's python3-torch (made with 1.13).
"""

import json
import pathlib

import torch
from torch.nn.init import _calculate_fan_in_and_fan_out, calculate_gain

FILE = pathlib.Path(__file__).resolve().parent / "Files" / "InitializerScales.json"

# Fan-in and fan-out.
LAYERS = ((4, 4), (7, 300), (784, 300), (100, 10), (4096, 16))

# Of GraphGen's initialisers with gain 1, the variance times the fan: PyTorch's gain squared.
GAINS = {"He": "relu", "Glorot": "linear", "Xavier": "linear", "LeCun": "linear"}


def fan(weight, mode):
    fan_in, fan_out = _calculate_fan_in_and_fan_out(weight)
    return {"In": fan_in, "Out": fan_out, "Average": (fan_in + fan_out) / 2}[mode]


def scales():
    """`gain` is what GraphGen is given beside the gain that belongs to its initialiser."""
    for fan_in, fan_out in LAYERS:
        weight = torch.empty(fan_out, fan_in)
        for init, function in GAINS.items():
            own = "Average" if init == "Glorot" else "In"
            for mode in ("Auto", "In", "Out", "Average"):
                yield scale(init, mode, fan_in, fan_out, 1.0, calculate_gain(function) / fan(weight, own if mode == "Auto" else mode) ** 0.5)
        # PyTorch's recommended gains, two of which belong to a slope.
        for nonlinearity, slope in (("tanh", None), ("sigmoid", None), ("selu", None), ("leaky_relu", 0.01), ("leaky_relu", 0.3)):
            gain = calculate_gain(nonlinearity, slope)
            yield scale("Glorot", "Auto", fan_in, fan_out, gain, gain / fan(weight, "Average") ** 0.5)
            yield scale("He", "Auto", fan_in, fan_out, gain / calculate_gain("relu"), gain / fan(weight, "In") ** 0.5)


def scale(init, mode, fan_in, fan_out, gain, deviation):
    return {"init": init, "fan_mode": mode, "fan_in": fan_in, "fan_out": fan_out, "gain": gain, "deviation": deviation, "limit": 3**0.5 * deviation}


def main():
    FILE.parent.mkdir(exist_ok=True)
    lines = ",\n".join("  " + json.dumps(entry) for entry in scales())
    FILE.write_text("[\n" + lines + "\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
