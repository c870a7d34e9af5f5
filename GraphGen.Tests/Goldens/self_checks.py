"""What must hold before a golden may be believed."""

import numpy
import torch

import dropout_mask
from declarations import Adam, BatchNorm, Dense, Dropout, Nag
from golden_cases import STEPS, draw_batch, draw_parameters
from reference_network import ReferenceNetwork

# A golden is worth comparing floats with only where single precision can reach the tests' tolerance of 1e-5 with room to spare.
SINGLE_PRECISION_TOLERANCE = 1e-6
NEAREST_KINK = 1e-3


def check_all(cases, run):
    by_name = {case.golden: case for case in cases}
    if len(by_name) != len(cases):
        raise AssertionError("two goldens have the same name")
    check_dropout_mask()
    check_gradients_by_finite_differences(by_name["DeepBinaryClassifier"])
    check_moving_statistics(by_name["BatchNormOnInputs"], run)
    check_optimizer_formulas(by_name, run)
    for case in cases:
        check_conditioning(case, run)
        check_the_case_shows_what_it_is_for(case, run)


def require(condition, message):
    if not condition:
        raise AssertionError(message)


def relative_error(actual, expected):
    """The largest difference over the largest expected element: the measure that the tests use."""
    actual, expected = numpy.asarray(actual, dtype=numpy.float64), numpy.asarray(expected, dtype=numpy.float64)
    return numpy.abs(actual - expected).max() / max(numpy.abs(expected).max(), numpy.finfo(numpy.float32).tiny)


def prepare(case):
    inputs, targets = draw_batch(case)
    values = {name: torch.from_numpy(value).double() for name, value in draw_parameters(case).items()}
    targets = torch.from_numpy(targets)
    targets = targets if targets.dtype == torch.int64 else targets.double()
    return torch.from_numpy(inputs).double(), targets, ReferenceNetwork(case.declaration, case.seed, case.rate, values)


def check_dropout_mask():
    """The array form against the definition in plain integers, and the share of dropped elements."""
    seed, step, layer, rate, rows, width = 0xDEADBEEFCAFEF00D, 3, 5, 0.2, 500, 21
    kept = dropout_mask.kept(rows, width, seed, step, layer, rate)
    words = dropout_mask.key(seed, step, layer)
    for row in range(rows):
        for column in range(width):
            require(kept[row, column] != dropout_mask.is_dropped(row * 32 + column, words, rate), f"mask differs at {row}, {column}")
    # Five standard deviations of a binomial share.
    require(abs(1 - kept.mean() - rate) < 5 * (rate * (1 - rate) / kept.size) ** 0.5, f"dropped {1 - kept.mean():.4f} instead of {rate}")


def check_gradients_by_finite_differences(case, step=1e-6):
    inputs, targets, network = prepare(case)
    for name, gradient in network.gradients(inputs, targets).items():
        parameter = network.parameters[name]
        flat = parameter.data.view(-1)
        numeric = torch.zeros_like(flat)
        for index in range(flat.numel()):
            middle = flat[index].item()
            flat[index] = middle + step
            above = network.loss(inputs, targets).item()
            flat[index] = middle - step
            below = network.loss(inputs, targets).item()
            flat[index] = middle
            numeric[index] = (above - below) / (2 * step)
        error = relative_error(numeric, gradient.reshape(-1))
        require(error < 1e-7, f"{case.golden}: the gradient of {name} is off by {error:.1e} from central differences")


def check_moving_statistics(case, run):
    """Batch normalisation on the inputs sees the same batch in each step: plain loops predict the moving statistics."""
    inputs, _, network = prepare(case)
    layer = next(layer for layer in case.declaration.layers if isinstance(layer, BatchNorm))
    rows = case.rows
    _, after = run(case)
    running_mean = network.parameters["batchnorm1.moving_mean"].detach().clone()
    running_variance = network.parameters["batchnorm1.moving_variance"].detach().clone()
    for _ in range(STEPS):
        torch.nn.functional.batch_norm(inputs, running_mean, running_variance, training=True, momentum=1 - layer.momentum)
    for column in range(case.declaration.inputs):
        values = [inputs[row, column].item() for row in range(rows)]
        batch_mean = sum(values) / rows
        batch_variance = sum((value - batch_mean) ** 2 for value in values) / rows
        kept = layer.momentum ** STEPS
        first_mean = network.parameters["batchnorm1.moving_mean"][column].item()
        first_variance = network.parameters["batchnorm1.moving_variance"][column].item()
        mean = kept * first_mean + (1 - kept) * batch_mean
        variance = kept * first_variance + (1 - kept) * batch_variance
        require(abs(after.parameters["batchnorm1.moving_mean"][column].item() - mean) < 1e-12, "moving mean")
        require(abs(after.parameters["batchnorm1.moving_variance"][column].item() - variance) < 1e-12, "moving variance")
        # PyTorch's own running statistics: the same mean, and a variance whose new part is larger by n / (n - 1).
        require(abs(running_mean[column].item() - mean) < 1e-12, "moving mean against PyTorch's")
        unbiased = kept * first_variance + (1 - kept) * batch_variance * rows / (rows - 1)
        require(abs(running_variance[column].item() - unbiased) < 1e-12, "moving variance against PyTorch's")


def check_optimizer_formulas(by_name, run):
    """The house's update rules, step by step, against torch.optim."""
    for name in ("MomentumOptimizer", "NagOptimizer", "NagOptimizerWithLowMomentum", "AdamOptimizer", "AdamOptimizerWithOwnConstants"):
        case = by_name[name]
        optimizer = case.declaration.optimizer
        inputs, targets, network = prepare(case)
        first = {key: torch.zeros_like(value) for key, value in network.parameters.items()}
        second = {key: torch.zeros_like(value) for key, value in network.parameters.items()}
        for step in range(1, STEPS + 1):
            for key, gradient in network.gradients(inputs, targets).items():
                parameter = network.parameters[key].data
                if isinstance(optimizer, Adam):
                    first[key] = optimizer.beta1 * first[key] + (1 - optimizer.beta1) * gradient
                    second[key] = optimizer.beta2 * second[key] + (1 - optimizer.beta2) * gradient.square()
                    mean = first[key] / (1 - optimizer.beta1**step)
                    variance = second[key] / (1 - optimizer.beta2**step)
                    parameter -= case.rate * mean / (variance.sqrt() + optimizer.epsilon)
                else:
                    first[key] = optimizer.momentum * first[key] - case.rate * gradient
                    nesterov = isinstance(optimizer, Nag)
                    parameter += optimizer.momentum * first[key] - case.rate * gradient if nesterov else first[key]
        _, expected = run(case)
        for key, parameter in network.parameters.items():
            error = relative_error(parameter.detach(), expected.parameters[key].detach())
            require(error < 1e-13, f"{name}: {key} is off by {error:.1e} from torch.optim")


def check_conditioning(case, run):
    """The same in single precision must come out nearly the same; else another `variation` is needed."""
    double, network = run(case)
    single, _ = run(case, torch.float32)
    require(network.kink_distance > NEAREST_KINK, f"{case.golden}: a pre-activation is {network.kink_distance:.1e} from a kink")
    for group in ("loss", "prediction_before", "step_losses", "prediction_after", "gradients", "final"):
        expected = double[group] if isinstance(double[group], dict) else {"": double[group]}
        actual = single[group] if isinstance(single[group], dict) else {"": single[group]}
        for name, value in expected.items():
            error = relative_error(actual[name], value)
            require(error < SINGLE_PRECISION_TOLERANCE, f"{case.golden}: {group} {name} moves by {error:.1e} in single precision")


def check_the_case_shows_what_it_is_for(case, run):
    """Dropout that drops some elements and not all, norms of which some meet their limit, frozen layers that stay."""
    golden, network = run(case)
    width = case.declaration.inputs
    for index, (name, layer) in enumerate(case.declaration.named_layers()):
        if isinstance(layer, Dropout):
            for step in range(STEPS):
                kept = dropout_mask.kept(case.rows, width, case.seed, step, index, layer.rate)
                require(0 < kept.sum() < kept.size, f"{case.golden}: {name} drops nothing or all in step {step}")
        if isinstance(layer, Dense):
            width = layer.units
            if layer.max_norm > 0:
                norms = golden["final"][f"{name}.weight"].square().sum(dim=0).sqrt()
                at_limit = (norms - layer.max_norm).abs() < 1e-12
                require((norms < layer.max_norm + 1e-12).all(), f"{case.golden}: {name} exceeds its norm")
                require(0 < at_limit.sum() < len(norms), f"{case.golden}: {name}'s limit binds no unit or all of them: {norms}")
    for name in golden["frozen"]:
        require(numpy.array_equal(golden["final"][name].numpy(), golden["initial"][name]), f"{case.golden}: {name} moved")
