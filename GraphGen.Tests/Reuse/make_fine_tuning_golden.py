#!/usr/bin/env python3
"""
Makes the golden file that FineTuningGoldenTests.cs holds FineTune to, with PyTorch as the judge.

Needs Debian's package python3-torch (made with 1.13); the tests themselves need no Python. Run

    python3 make_fine_tuning_golden.py

and it rewrites Files/FineTuning.json. The recipe is the one that people write by hand: requires_grad off for what rests, batch
normalisation in eval mode while it rests, a new optimizer with a group for each layer in each stage.
Everything is computed in double precision from exact floats. Weights are [inputs, units], row-major. Every epoch is one step on all rows, so that
their order does not matter.
"""

import pathlib
import sys

import numpy
import torch

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Goldens"))

from golden_cases import Numbers  # noqa: E402
from make_goldens import text, with_shapes  # noqa: E402

FILE = pathlib.Path(__file__).resolve().parent / "Files" / "FineTuning.json"
INPUTS, WIDTHS, NAMES, ROWS = 6, (8, 7, 3), ("hidden1", "hidden2", "output"), 12

# What is trained, from the bottom up, for how many epochs, the factor of the rate, and that from one layer to the next below.
STAGES = (
    (("output",), 5, 1.0, 1.0),
    (("hidden2", "output"), 4, 0.25, 0.5),
    (("hidden1", "batchnorm1", "hidden2", "output"), 3, 0.5, 0.25))

# What the moving statistics keep of themselves in each step in which the normalisation is trained.
MOMENTUM = 0.9

# How many layers with weights are above each.
DEPTHS = {"hidden1": 2, "batchnorm1": 2, "hidden2": 1, "output": 0}


def draw_parameters():
    """Initial values by name."""
    numbers = Numbers(2026)
    values, inputs = {}, INPUTS
    for name, units in zip(NAMES, WIDTHS):
        limit = (3 / inputs) ** 0.5
        values[name + ".weight"] = numbers.uniform((inputs, units), -limit, limit)
        values[name + ".bias"] = numbers.uniform((units,), -0.5, 0.5)
        if name == NAMES[0]:
            for part, low, high in (("gamma", 0.5, 1.5), ("beta", -0.5, 0.5), ("moving_mean", -0.5, 0.5), ("moving_variance", 0.5, 1.5)):
                values["batchnorm1." + part] = numbers.uniform((units,), low, high)
        inputs = units
    return values


def logits(parameters, inputs, trained):
    outputs = inputs
    for name in NAMES:
        outputs = outputs @ parameters[name + ".weight"] + parameters[name + ".bias"]
        outputs = outputs if name == NAMES[-1] else torch.tanh(outputs)
        if name == NAMES[0]:
            gamma, beta, mean, variance = (parameters["batchnorm1." + part] for part in ("gamma", "beta", "moving_mean", "moving_variance"))
            thawed = "batchnorm1" in trained
            if thawed:
                # By hand, because PyTorch's moving variance is that of a sample, ours that of the batch.
                for moving, batch in ((mean, outputs.mean(0)), (variance, outputs.var(0, unbiased=False))):
                    moving.mul_(MOMENTUM).add_(batch.detach(), alpha=1 - MOMENTUM)
            outputs = torch.nn.functional.batch_norm(
                outputs, None if thawed else mean, None if thawed else variance, gamma, beta, training=thawed, eps=1e-5)
    return outputs


def main():
    torch.set_num_threads(1)
    numbers = Numbers(11)
    inputs, labels = numbers.uniform((ROWS, INPUTS), -1.7, 1.7), numbers.integers(ROWS, WIDTHS[-1])
    rate = float(numpy.float32(0.05))
    initial = draw_parameters()
    parameters = {name: torch.from_numpy(value).double() for name, value in initial.items()}
    x, y = torch.from_numpy(inputs).double(), torch.from_numpy(labels)
    stages = []
    for trained, epochs, factor, layer_factor in STAGES:
        for name, value in parameters.items():
            value.requires_grad_(name.split(".")[0] in trained and "moving" not in name)
        groups = [
            {"params": [value for name, value in parameters.items() if name.split(".")[0] == layer and value.requires_grad],
             "lr": rate * factor * layer_factor ** DEPTHS[layer]}
            for layer in trained]
        optimizer = torch.optim.Adam(groups, rate, (0.8, 0.95), 1e-3)
        losses = []
        for _ in range(epochs):
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(logits(parameters, x, trained), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        stages.append({
            "trained": list(trained),
            "epochs": epochs,
            "rate_factor": factor,
            "layer_rate_factor": layer_factor,
            "losses": torch.stack(losses),
            "parameters": with_shapes({name: value.detach().clone() for name, value in parameters.items()}),
        })
    golden = {"learning_rate": rate, "inputs": inputs, "labels": labels, "initial": with_shapes(initial)}
    golden.update({f"stage{number}": stage for number, stage in enumerate(stages, 1)})
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text(golden) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
