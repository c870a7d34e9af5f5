"""What must hold before a golden may be believed."""

import numpy
import torch

import dropout_mask
from declarations import AdaGrad, Adam, AdaMax, AdamW, AlphaDropout, BatchNorm, Dense, Dropout, Nadam, Nag, RmsProp
from golden_cases import STEPS, draw_parameters
from reference_network import ReferenceNetwork

# A golden is worth comparing floats with only where single precision can reach the tests' tolerance of 1e-5 with room to spare.
SINGLE_PRECISION_TOLERANCE = 1e-6

COMPARED_GROUPS = {
    "loss", "prediction_before", "step_losses", "prediction_after", "gradients", "final", "averages", "prediction_of_averages",
    "later_step_losses", "later_final"}


def check_all(cases, run, split):
    by_name = {case.golden: case for case in cases}
    if len(by_name) != len(cases):
        raise AssertionError("two goldens have the same name")
    check_dropout_mask()
    for name in ("DeepBinaryClassifier", "AllTechniquesAtOnce", "AccumulatedGradientsOfNormalisedLayers", "StandaloneSlopes", "WeightedHuberLoss"):
        check_gradients_by_finite_differences(by_name[name], split)
    check_moving_statistics(by_name["BatchNormOnInputs"], run, split)
    for case in cases:
        if case.later_steps > 0:
            check_optimizer_formula(case, run, split)
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


def prepare(case, split):
    values = {name: torch.from_numpy(value).double() for name, value in draw_parameters(case).items()}
    return split(case, torch.float64), ReferenceNetwork(case.declaration, case.seed, case.rate, values)


def check_dropout_mask():
    """The array form against the definition in plain integers, and the share of dropped elements."""
    seed, step, layer, rate, rows, width = 0xDEADBEEFCAFEF00D, 3, 5, 0.2, 500, 21
    kept = dropout_mask.kept(rows, width, seed, step, layer, rate)
    drawn = dropout_mask.uniform(rows, width, seed, step, layer)
    words = dropout_mask.key(seed, step, layer)
    for row in range(rows):
        for column in range(width):
            bits = dropout_mask.bits_of(row * 32 + column, words)
            require(kept[row, column] == (bits >= dropout_mask.threshold(rate)), f"mask differs at {row}, {column}")
            require(drawn[row, column] == bits / 2**24, f"draw differs at {row}, {column}")
    # Five standard deviations of a binomial share.
    require(abs(1 - kept.mean() - rate) < 5 * (rate * (1 - rate) / kept.size) ** 0.5, f"dropped {1 - kept.mean():.4f} instead of {rate}")


def check_gradients_by_finite_differences(case, split, step=1e-6):
    batches, network = prepare(case, split)
    for name, gradient in network.gradients(batches[:1]).items():
        parameter = network.parameters[name]
        flat = parameter.data.view(-1)
        numeric = torch.zeros_like(flat)
        for index in range(flat.numel()):
            middle = flat[index].item()
            flat[index] = middle + step
            above = network.loss(batches[0]).item()
            flat[index] = middle - step
            below = network.loss(batches[0]).item()
            flat[index] = middle
            numeric[index] = (above - below) / (2 * step)
        error = relative_error(numeric, gradient.reshape(-1))
        require(error < 1e-7, f"{case.golden}: the gradient of {name} is off by {error:.1e} from central differences")


def check_moving_statistics(case, run, split):
    """Batch normalisation on the inputs sees the same batch in each step: plain loops predict the moving statistics."""
    [batch], network = prepare(case, split)
    inputs = batch.inputs
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


def check_optimizer_formula(case, run, split):
    """The house's update rule, element by element of the loop as its documentation says it, against torch.optim."""
    optimizer = case.declaration.optimizer
    batches, network = prepare(case, split)
    states = {name: {} for name in network.trained}
    losses = []
    for step in range(1, STEPS + case.later_steps + 1):
        losses.append(network.loss(batches[0]).item())
        for name, gradient in network.gradients(batches).items():
            parameter = network.trained[name].data
            decays = name.endswith(".weight") or optimizer.decay_biases
            decay = optimizer.weight_decay if decays else 0.0
            parameter += move(optimizer, states[name], gradient, case.rate, step) - case.rate * decay * parameter
    golden, expected = run(case)
    for name, parameter in network.trained.items():
        error = relative_error(parameter.detach(), expected.parameters[name].detach())
        require(error < 1e-12, f"{case.golden}: {name} is off by {error:.1e} from torch.optim")
    error = relative_error(losses[STEPS:], golden["later_step_losses"])
    require(error < 1e-12, f"{case.golden}: a loss is off by {error:.1e} from torch.optim")


def move(optimizer, state, gradient, rate, step):
    """What the formula in the attribute's documentation adds to a parameter besides weight decay."""
    def blend(name, beta, value):
        state[name] = beta * state.get(name, 0) + (1 - beta) * value
        return state[name]

    if isinstance(optimizer, (Adam, AdamW, Nadam)):
        mean = blend("mean", optimizer.beta1, gradient)
        variance = blend("variance", optimizer.beta2, gradient.square()) / (1 - optimizer.beta2**step)
        if not isinstance(optimizer, Nadam):
            return -rate * mean / (1 - optimizer.beta1**step) / (variance.sqrt() + optimizer.epsilon)
        momenta = [optimizer.beta1 * (1 - 0.96 ** (t * optimizer.momentum_decay) / 2) for t in range(1, step + 2)]
        ahead = momenta[-1] * mean / (1 - numpy.prod(momenta)) + (1 - momenta[-2]) * gradient / (1 - numpy.prod(momenta[:-1]))
        return -rate * ahead / (variance.sqrt() + optimizer.epsilon)
    if isinstance(optimizer, AdaMax):
        mean = blend("mean", optimizer.beta1, gradient)
        state["largest"] = torch.maximum(optimizer.beta2 * state.get("largest", torch.zeros_like(gradient)), gradient.abs() + optimizer.epsilon)
        return -rate / (1 - optimizer.beta1**step) * mean / state["largest"]
    if isinstance(optimizer, AdaGrad):
        state["squares"] = state.get("squares", 0) + gradient.square()
        return -rate * gradient / (state["squares"] + optimizer.epsilon).sqrt()
    if isinstance(optimizer, RmsProp):
        return -rate * gradient / (blend("squares", optimizer.beta, gradient.square()) + optimizer.epsilon).sqrt()
    momentum = getattr(optimizer, "momentum", 0.0)
    state["velocity"] = momentum * state.get("velocity", 0) - rate * gradient
    return momentum * state["velocity"] - rate * gradient if isinstance(optimizer, Nag) else state["velocity"]


def check_conditioning(case, run):
    """The same in single precision must come out nearly the same; else another `variation` is needed."""
    double, network = run(case)
    single, _ = run(case, torch.float32)
    require(network.kink_margin > 1, f"{case.golden}: something is at {network.kink_margin:.1e} of the allowed distance from a kink")
    for group in COMPARED_GROUPS & double.keys():
        expected = double[group] if isinstance(double[group], dict) else {"": double[group]}
        actual = single[group] if isinstance(single[group], dict) else {"": single[group]}
        for name, value in expected.items():
            error = relative_error(actual[name], value)
            require(error < SINGLE_PRECISION_TOLERANCE, f"{case.golden}: {group} {name} moves by {error:.1e} in single precision")
    # The tests compare each loss on its own. A tiny one is a difference of large logits and has lost its digits: train slower.
    for group in {"step_losses", "later_step_losses"} & double.keys():
        error = max(relative_error(actual, expected) for actual, expected in zip(single[group], double[group]))
        require(error < SINGLE_PRECISION_TOLERANCE, f"{case.golden}: one of {group} moves by {error:.1e} in single precision")


def check_the_case_shows_what_it_is_for(case, run):
    """Dropout that drops some elements and not all, norms and gradients of which some meet their limit, frozen layers that stay."""
    golden, network = run(case)
    declared = case.declaration
    norm = sum(gradient.square().sum() for gradient in golden["gradients"].values()).sqrt()
    require(declared.clip_norm == 0 or norm > 1.2 * declared.clip_norm, f"{case.golden}: the first norm of {norm:.3f} is within its limit")
    if declared.clip_value > 0:
        scale = min(1.0, declared.clip_norm / norm) if declared.clip_norm > 0 else 1.0
        shares = [(gradient.abs() * scale > declared.clip_value).double().mean().item() for gradient in golden["gradients"].values()]
        require(0 < max(shares) and min(shares) < 0.9, f"{case.golden}: no gradient is clipped, or all are: {shares}")
    if declared.loss == "Huber":
        errors = (golden["prediction_before"] - torch.from_numpy(golden["targets"]).reshape(golden["prediction_before"].shape)).abs()
        require(0.1 < (errors > declared.delta).double().mean() < 0.9, f"{case.golden}: all errors are on one side of delta")
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
