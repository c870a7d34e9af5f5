#!/usr/bin/env python3
"""
Makes the golden files that GoldenTests.cs holds GraphGen's compiled networks to, with PyTorch as the judge.

Needs Debian's packages python3-torch (made with 1.13) and python3-numpy; the tests themselves need no Python. Run

    python3 make_goldens.py

and it checks itself (self_checks.py), then rewrites Files/*.json. The same packages give the same bytes.

Everything is computed in double precision from data and initial values that are exact floats, and stored as the
shortest decimal that reads back as the nearest float. Weights are [inputs, units], row-major, as GraphGen hands them out.
A golden holds: data, initial parameters; the training-mode loss and its gradients there; the inference-mode prediction
there; the loss of each of five optimizer steps on the same batch; parameters, moving statistics and prediction after them.
Some go on to step 50. Where a step takes several mini-batches, the first loss is that of the first of them, the gradients are the
means over them, and there is a step loss for each.
"""

import pathlib

import numpy
import torch

import dropout_mask
import self_checks
from golden_cases import STEPS, all_cases, draw_batch, draw_parameters, draw_weights
from reference_network import Batch, ReferenceNetwork

FILES = pathlib.Path(__file__).resolve().parent / "Files"

TENSOR_GROUPS = {"initial", "gradients", "final", "averages", "later_final"}


def run(case, precision=torch.float64):
    """A golden as a dictionary of arrays, in the order in which it is written; and the network after its last step."""
    inputs, targets = draw_batch(case)
    initial = draw_parameters(case)
    network = ReferenceNetwork(
        case.declaration, case.seed, case.rate, {name: torch.from_numpy(value).to(precision) for name, value in initial.items()})
    x = torch.from_numpy(inputs).to(precision)
    batches = split(case, precision)
    golden = {
        "name": case.golden,
        "declaration": case.declaration.name,
        "seed": case.seed,
        "learning_rate": case.rate,
        "rows": case.rows,
        "frozen": [name for name, value in network.parameters.items() if not value.requires_grad and ".moving_" not in name],
        "inputs": inputs,
        "labels" if targets.dtype == numpy.int64 else "targets": targets,
    }
    if case.declaration.sample_weights:
        golden["weights"] = draw_weights(case)
    if case.batch_rows:
        golden["batch_rows"] = list(case.batch_rows)
    golden.update({
        "initial": initial,
        "loss": network.loss(batches[0]).detach(),
        "gradients": network.gradients(batches),
        "prediction_before": network.predict(x),
        "step_losses": train(network, batches, STEPS),
        "final": values(network.parameters),
        "prediction_after": network.predict(x),
    })
    if case.declaration.average_decay > 0:
        golden["averages"] = values(network.averages)
        golden["prediction_of_averages"] = network.predict_by_averages(x)
    if case.later_steps > 0:
        golden["later_step_losses"] = train(network, batches, case.later_steps)
        golden["later_final"] = values(network.parameters)
    return golden, network


def split(case, precision):
    """The mini-batches of a step, in their order."""
    inputs, targets = (torch.from_numpy(array) for array in draw_batch(case))
    targets = targets if targets.dtype == torch.int64 else targets.to(precision)
    weights = torch.from_numpy(draw_weights(case)).to(precision) if case.declaration.sample_weights else None
    batches, start = [], 0
    for rows in case.batch_rows or (case.rows,):
        part = slice(start, start + rows)
        batches.append(Batch(inputs[part].to(precision), targets[part], None if weights is None else weights[part]))
        start += rows
    return batches


def train(network, batches, steps):
    return torch.stack([loss for _ in range(steps) for loss in network.train_step(batches)])


def values(parameters):
    return {name: value.detach().clone() for name, value in parameters.items()}


def dropout_masks():
    """Masks alone, to tell a wrong mask from a wrong use of it."""
    def mask(seed, step, layer, rate, rows=4, width=18):
        kept = dropout_mask.kept(rows, width, seed, step, layer, rate)
        return {
            "seed": seed, "step": step, "layer": layer, "rate": rate, "width": width,
            "kept": ["".join("1" if element else "0" for element in row) for row in kept],
        }

    keys = ((0, 0, 0, 0.5), (0, 1, 0, 0.5), (0, 0, 1, 0.5), (42, 0, 4, 0.2), (2**64 - 1, 2**32 - 1, 255, 0.9), (7, 3, 2, 0.0))
    return {"masks": [mask(*key) for key in keys]}


def number(value):
    """The shortest decimal that reads back as the nearest float."""
    single = numpy.float32(value)
    if not numpy.isfinite(single):
        raise ArithmeticError(f"a golden may not hold {single}")
    return repr(single.item()) if single == int(single) and abs(single) < 1e6 else str(single)


def text(value, indent=0):
    """JSON with one line for each tensor."""
    if isinstance(value, dict):
        if "values" in value:
            return f'{{ "shape": {text(value["shape"])}, "values": {text(value["values"])} }}'
        margin = "  " * (indent + 1)
        entries = ",\n".join(f'{margin}"{name}": {text(entry, indent + 1)}' for name, entry in value.items())
        return "{\n" + entries + "\n" + "  " * indent + "}" if value else "{}"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool) or isinstance(value, (int, numpy.integer)):
        return str(value)
    if isinstance(value, (list, tuple)):
        if value and isinstance(value[0], dict):
            margin = "  " * (indent + 1)
            return "[\n" + ",\n".join(margin + text(entry, indent + 1) for entry in value) + "\n" + "  " * indent + "]"
        return "[" + ", ".join(text(entry) for entry in value) + "]"
    if isinstance(value, torch.Tensor):
        value = value.numpy()
    if isinstance(value, numpy.ndarray) and value.ndim > 0:
        return text(list(value.reshape(-1)))
    return number(value)


def with_shapes(parameters):
    return {name: {"shape": list(value.shape), "values": value} for name, value in parameters.items()}


def write(name, value):
    (FILES / f"{name}.json").write_text(text(value) + "\n", encoding="utf-8", newline="\n")


def main():
    torch.set_num_threads(1)
    cases = list(all_cases())
    self_checks.check_all(cases, run, split)
    FILES.mkdir(exist_ok=True)
    for stale in FILES.glob("*.json"):
        stale.unlink()
    for case in cases:
        golden, _ = run(case)
        for group in TENSOR_GROUPS & golden.keys():
            golden[group] = with_shapes(golden[group])
        write(case.golden, golden)
    write("DropoutMasks", dropout_masks())
    total = sum(file.stat().st_size for file in FILES.glob("*.json"))
    print(f"{len(cases)} goldens, {total / 1024:.0f} KB in all")


if __name__ == "__main__":
    main()
