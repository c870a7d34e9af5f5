#!/usr/bin/env python3
"""
Makes Files/Curves.json, the learning rates that ScheduleGoldenTests.cs holds GraphGen's schedules to, with PyTorch as the judge.

Needs Debian's package python3-torch (made with 1.13); the tests themselves need no Python. Run

    python3 make_schedule_goldens.py

Each curve is the rate of every step, in double precision, as PyTorch's scheduler sets it before that step.
"""

import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as schedulers

FILE = pathlib.Path(__file__).resolve().parent / "Files" / "Curves.json"


def curve(rate, steps, make, losses=None):
    """The rates of all steps; with losses, the scheduler is told one of them after each."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate, momentum=0.9)
    scheduler = make(optimizer)
    rates = []
    for step in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(*([] if losses is None else [losses[step]]))
    return rates


def one_cycle(steps, maximum, **options):
    """PyTorch complains when asked for the rate after the last step."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=maximum, momentum=0.9)
    scheduler = schedulers.OneCycleLR(optimizer, max_lr=maximum, total_steps=steps, **options)
    rates = [optimizer.param_groups[0]["lr"]]
    for _ in range(steps - 1):
        optimizer.step()
        scheduler.step()
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


def sequence(first, second, milestone):
    def make(optimizer):
        return schedulers.SequentialLR(optimizer, [first(optimizer), second(optimizer)], milestones=[milestone])
    return make


# Falls, stalls, falls again by less and more than the threshold, stalls for long.
LOSSES = [1.0, 0.8, 0.85, 0.8, 0.81, 0.8, 0.7999, 0.7, 0.71, 0.7, 0.72, 0.7, 0.69, 0.6] + [0.65] * 16


def curves():
    return {
        "Exponential": curve(0.1, 20, lambda o: schedulers.ExponentialLR(o, 0.9)),
        "PiecewiseConstant": curve(0.1, 20, lambda o: schedulers.MultiStepLR(o, [5, 12], 0.1)),
        "Power": curve(0.1, 30, lambda o: schedulers.LambdaLR(o, lambda t: 1 / (1 + t / 4))),
        "PowerOfAnotherExponent": curve(0.1, 30, lambda o: schedulers.LambdaLR(o, lambda t: (1 + t / 2.5) ** -0.75)),
        "OneCycle": one_cycle(50, 0.4),
        "OneCycleLinear": one_cycle(37, 0.4, anneal_strategy="linear", pct_start=0.45, div_factor=10, final_div_factor=100),
        "OneCycleInThreePhases": one_cycle(50, 0.4, three_phase=True, pct_start=0.4),
        "OneCycleLinearInThreePhases": one_cycle(41, 0.4, three_phase=True, pct_start=0.3, anneal_strategy="linear"),
        "Cosine": curve(0.3, 40, lambda o: schedulers.CosineAnnealingLR(o, 40, 0.01)),
        "CosineRestarts": curve(0.3, 40, lambda o: schedulers.CosineAnnealingWarmRestarts(o, 7, 1, 0.02)),
        "CosineRestartsThatGrow": curve(0.3, 60, lambda o: schedulers.CosineAnnealingWarmRestarts(o, 4, 2)),
        "Performance": curve(0.1, 30, lambda o: schedulers.ReduceLROnPlateau(o, factor=0.5, patience=2, threshold=1e-3), LOSSES),
        "PerformanceWithCooldown": curve(
            0.1, 30, lambda o: schedulers.ReduceLROnPlateau(o, factor=0.2, patience=1, threshold=0.05, cooldown=3, min_lr=0.001), LOSSES),
        "WarmUpThenCosine": curve(0.2, 50, sequence(
            lambda o: schedulers.LinearLR(o, 0.1, 1.0, 10), lambda o: schedulers.CosineAnnealingLR(o, 40), 10)),
        "WarmUpThenExponential": curve(0.2, 30, sequence(
            lambda o: schedulers.LinearLR(o, 0.25, 1.0, 6), lambda o: schedulers.ExponentialLR(o, 0.8), 6)),
    }


def main():
    warnings.simplefilter("ignore")
    document = {"losses": LOSSES, "curves": curves()}
    lines = [f'    {json.dumps(name)}: {json.dumps(rates)}' for name, rates in document["curves"].items()]
    text = '{\n  "losses": ' + json.dumps(LOSSES) + ',\n  "curves": {\n' + ",\n".join(lines) + "\n  }\n}\n"
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(lines)} curves")


if __name__ == "__main__":
    main()
