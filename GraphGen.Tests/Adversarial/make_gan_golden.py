#!/usr/bin/env python3
"""
Makes the golden file that GanGoldenTests.cs holds five steps of a generator and a discriminator to, with PyTorch as the judge.

Needs Debian's package python3-torch (made with 1.13); the tests themselves need no Python. Run

    python3 make_gan_golden.py

and it rewrites Files/Gan.json. The loop is the one that people write by hand: rows are generated with the batch's statistics, the discriminator learns from real
and detached rows together, then the same rows go through the discriminator in eval mode, and the generator learns by the gradient that comes back.
Everything is computed in double precision from exact floats. Weights are [inputs, units], row-major.
"""

import pathlib
import sys

import torch

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Goldens"))

from golden_cases import Numbers  # noqa: E402
from make_goldens import text, with_shapes  # noqa: E402

FILE = pathlib.Path(__file__).resolve().parent / "Files" / "Gan.json"
NOISE, HIDDEN, ROW, JUDGING, ROWS, STEPS = 3, 7, 4, 6, 9, 5
GENERATOR_RATE, DISCRIMINATOR_RATE, REAL_TARGET = 0.0078125, 0.03125, 0.875
MOMENTUM, EPSILON = 0.9, 1e-5


def draw_parameters(numbers, sizes):
    """Initial values by name: a dense layer, batch normalisation, a dense layer."""
    values = {}
    for layer, (inputs, units) in enumerate(sizes, 1):
        limit = (3 / inputs) ** 0.5
        values[f"dense{layer}.weight"] = numbers.uniform((inputs, units), -limit, limit)
        values[f"dense{layer}.bias"] = numbers.uniform((units,), -0.5, 0.5)
        if layer == 1:
            for part, low, high in (("gamma", 0.5, 1.5), ("beta", -0.5, 0.5), ("moving_mean", -0.5, 0.5), ("moving_variance", 0.5, 1.5)):
                values["batchnorm1." + part] = numbers.uniform((units,), low, high)
    return values


def normalized(parameters, x, training):
    """Batch normalisation with the biased variance, whose moving average is biased, too."""
    mean, variance = (parameters["batchnorm1.moving_" + part] for part in ("mean", "variance"))
    if training:
        batch_mean, batch_variance = x.mean(0), x.var(0, unbiased=False)
        mean.mul_(MOMENTUM).add_((1 - MOMENTUM) * batch_mean.detach())
        variance.mul_(MOMENTUM).add_((1 - MOMENTUM) * batch_variance.detach())
        mean, variance = batch_mean, batch_variance
    return (x - mean) / torch.sqrt(variance + EPSILON) * parameters["batchnorm1.gamma"] + parameters["batchnorm1.beta"]


def outputs(parameters, x, activation, training=True):
    hidden = normalized(parameters, x @ parameters["dense1.weight"] + parameters["dense1.bias"], training)
    return activation(hidden) @ parameters["dense2.weight"] + parameters["dense2.bias"]


def generate(parameters, noise):
    return outputs(parameters, noise, torch.nn.functional.elu)


def judge(parameters, rows, training):
    return outputs(parameters, rows, lambda z: torch.nn.functional.leaky_relu(z, 0.25), training)


def optimizer_of(parameters, rate):
    trained = [value.requires_grad_() for name, value in parameters.items() if "moving" not in name]
    return torch.optim.Adam(trained, rate, (0.5, 0.95), 1e-3)


def snapshot(parameters):
    return with_shapes({name: value.detach().clone() for name, value in parameters.items()})


def main():
    torch.set_num_threads(1)
    numbers = Numbers(2014)
    generator_initial = draw_parameters(numbers, ((NOISE, HIDDEN), (HIDDEN, ROW)))
    discriminator_initial = draw_parameters(numbers, ((ROW, JUDGING), (JUDGING, 1)))
    noise = numbers.uniform((STEPS * ROWS, NOISE), -1.7, 1.7)
    real = numbers.uniform((STEPS * ROWS, ROW), -1.0, 1.0)
    generator, discriminator = ({name: torch.from_numpy(value).double() for name, value in initial.items()} for initial in (generator_initial, discriminator_initial))
    generator_optimizer, discriminator_optimizer = optimizer_of(generator, GENERATOR_RATE), optimizer_of(discriminator, DISCRIMINATOR_RATE)
    targets = torch.cat([torch.full((ROWS, 1), REAL_TARGET), torch.zeros(ROWS, 1)]).double()
    loss_of = torch.nn.functional.binary_cross_entropy_with_logits
    generator_losses, discriminator_losses = [], []
    for step in range(STEPS):
        part = slice(step * ROWS, (step + 1) * ROWS)
        generated = generate(generator, torch.from_numpy(noise[part]).double())
        discriminator_optimizer.zero_grad()
        loss = loss_of(judge(discriminator, torch.cat([torch.from_numpy(real[part]).double(), generated.detach()]), True), targets)
        loss.backward()
        discriminator_optimizer.step()
        discriminator_losses.append(loss.detach())

        generator_optimizer.zero_grad()
        loss = loss_of(judge(discriminator, generated, False), torch.ones(ROWS, 1).double())
        loss.backward()
        generator_optimizer.step()
        generator_losses.append(loss.detach())
    golden = {
        "generator_rate": GENERATOR_RATE,
        "discriminator_rate": DISCRIMINATOR_RATE,
        "real_target": REAL_TARGET,
        "rows": ROWS,
        "noise": noise,
        "real": real,
        "generator_initial": with_shapes(generator_initial),
        "discriminator_initial": with_shapes(discriminator_initial),
        "generator_losses": torch.stack(generator_losses),
        "discriminator_losses": torch.stack(discriminator_losses),
        "generator_final": snapshot(generator),
        "discriminator_final": snapshot(discriminator),
    }
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text(golden) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
