"""A declaration run by PyTorch, in whatever precision the initial values have."""

from collections import namedtuple

import torch
import torch.nn.functional as functional

import activation_functions
import dropout_mask
from declarations import Activation, ActivityRegularization, BatchNorm, Dense, Dropout, Sparsity
from parameter_updates import ParameterUpdate

# The loss of each element, or of each row for classes.
LOSSES = {
    "SoftmaxCrossEntropy": lambda y, t, d: functional.cross_entropy(y, t, label_smoothing=d.label_smoothing, reduction="none"),
    "BinaryCrossEntropy": lambda y, t, d: functional.binary_cross_entropy_with_logits(y, t, reduction="none"),
    "MeanSquaredError": lambda y, t, d: functional.mse_loss(y, t, reduction="none"),
    "MeanAbsoluteError": lambda y, t, d: functional.l1_loss(y, t, reduction="none"),
    "Reconstruction": lambda y, t, d: functional.mse_loss(y, t, reduction="none"),
    "ReconstructionCrossEntropy": lambda y, t, d: functional.binary_cross_entropy_with_logits(y, t, reduction="none"),
    "Huber": lambda y, t, d: functional.huber_loss(y, t, delta=d.delta, reduction="none"),
}

PROBABILITIES = {"SoftmaxCrossEntropy": lambda z: torch.softmax(z, dim=1), "BinaryCrossEntropy": torch.sigmoid, "ReconstructionCrossEntropy": torch.sigmoid}

# How far from where a derivative jumps everything must stay: pre-activations and errors carry the rounding of a whole pass, weights
# only that of the steps.
NEAREST_KINK = 1e-3
NEAREST_ZERO_WEIGHT = 1e-5

# SELU's lowest value, which alpha dropout puts in the place of what it drops (Klambauer et al., 2017).
LOWEST_SELU = -1.0507009873554804934193349852946 * 1.6732632423543772848170429916717

# One mini-batch: `weights` is None where all rows count alike.
Batch = namedtuple("Batch", "inputs targets weights")


def parameter_shapes(declaration):
    """Triples (name, shape, trainable) in the order of the layers; weights are [inputs, units]."""
    width = declaration.inputs
    for name, layer in declaration.named_layers():
        if isinstance(layer, Dense):
            if layer.tied_to is None:
                yield f"{name}.weight", (width, layer.units), not layer.frozen
            if layer.bias:
                yield f"{name}.bias", (layer.units,), not layer.frozen
            width = layer.units
            if layer.act == "PRelu":
                yield f"{name}.alpha", (width,), not layer.frozen
        elif isinstance(layer, Activation) and layer.act == "PRelu":
            yield f"{name}.alpha", (width,), True
        elif isinstance(layer, BatchNorm):
            yield f"{name}.gamma", (width,), not layer.frozen
            yield f"{name}.beta", (width,), not layer.frozen
            yield f"{name}.moving_mean", (width,), False
            yield f"{name}.moving_variance", (width,), False


class ReferenceNetwork:
    """Parameters by name, a forward pass in training and in inference mode, and the optimizer's steps."""

    def __init__(self, declaration, seed, learning_rate, initial_values):
        self.declaration = declaration
        self.seed = seed
        self.batches_seen = 0
        self.steps_done = 0
        self.kink_margin = float("inf")
        self.parameters = {}
        for name, _, trainable in parameter_shapes(declaration):
            self.parameters[name] = initial_values[name].clone().requires_grad_(trainable)
        self.trained = {name: value for name, value in self.parameters.items() if value.requires_grad}
        self.averages = {name: torch.zeros_like(value) for name, value in self.trained.items()}
        self.update = ParameterUpdate(declaration.optimizer, learning_rate, self.trained, self._rate_multipliers(), self._decaying())

    def loss(self, batch):
        """The loss of a training-mode pass, with the declared penalties. Changes no moving statistic."""
        return self._loss(batch, self.batches_seen, update_moving_statistics=False)

    def predict(self, inputs):
        """Inference mode: probabilities for classification, the output as it is for regression."""
        return self._predict(inputs, self.parameters)

    def predict_by_averages(self, inputs):
        """The same with the moving averages in the place of the trained parameters."""
        return self._predict(inputs, {**self.parameters, **self.averages})

    def gradients(self, batches):
        """By the name of each trained parameter the mean over the mini-batches of the gradients of `loss`."""
        sums = {name: torch.zeros_like(value) for name, value in self.trained.items()}
        for index, batch in enumerate(batches):
            loss = self._loss(batch, self.batches_seen + index, update_moving_statistics=False)
            for name, gradient in zip(sums, torch.autograd.grad(loss, list(self.trained.values()))):
                sums[name] += gradient
        return {name: value / len(batches) for name, value in sums.items()}

    def clipped(self, gradients):
        """
        The gradients within their limits: first that of the norm of all, then that of each element. The norm's by hand: clip_grad_norm_
        adds 1e-6 to the norm, where GraphGen takes min(1, limit / norm) as it stands.
        """
        declared = self.declaration
        if declared.clip_norm > 0:
            norm = sum(gradient.square().sum() for gradient in gradients.values()).sqrt()
            gradients = {name: gradient * min(1.0, (declared.clip_norm / norm).item()) for name, gradient in gradients.items()}
        if declared.clip_value > 0:
            gradients = {name: gradient.clamp(-declared.clip_value, declared.clip_value) for name, gradient in gradients.items()}
        return gradients

    def train_step(self, batches):
        """One optimizer step by the mean of the mini-batches' gradients; returns the loss of each before it."""
        losses = []
        sums = {name: torch.zeros_like(value) for name, value in self.trained.items()}
        for batch in batches:
            loss = self._loss(batch, self.batches_seen, update_moving_statistics=True)
            for name, gradient in zip(sums, torch.autograd.grad(loss, list(self.trained.values()))):
                sums[name] += gradient
            losses.append(loss.detach())
            self.batches_seen += 1
        for name, gradient in self.clipped({name: value / len(batches) for name, value in sums.items()}).items():
            self.trained[name].grad = gradient
        self.update.step()
        self._limit_norms()
        self._average()
        self.steps_done += 1
        return losses

    def _rate_multipliers(self):
        multipliers = {name: getattr(layer, "rate_multiplier", 1.0) for name, layer in self.declaration.named_layers()}
        return {name: multipliers[name.rsplit(".", 1)[0]] for name in self.trained}

    def _decaying(self):
        return {name for name in self.trained if name.endswith(".weight") or self.declaration.optimizer.decay_biases}

    def _note_kink(self, distance, nearest):
        self.kink_margin = min(self.kink_margin, distance / nearest)

    def _loss(self, batch, draw, update_moving_statistics):
        self.activity_penalty = 0.0
        outputs = self._forward(batch.inputs, self.parameters, draw, update_moving_statistics)
        if self.declaration.loss == "MeanAbsoluteError":
            self._note_kink((outputs - batch.targets).detach().abs().min().item(), NEAREST_KINK)
        losses = LOSSES[self.declaration.loss](outputs, batch.targets, self.declaration)
        rows = losses.reshape(len(losses), -1).mean(dim=1)
        loss = rows.mean() if batch.weights is None else (batch.weights * rows).sum() / len(rows)
        loss = loss + self.activity_penalty
        for name, layer in self.declaration.named_layers():
            if isinstance(layer, Dense) and not layer.frozen and layer.tied_to is None:
                penalized = ["weight", "bias"] if layer.penalize_bias and layer.bias else ["weight"]
                for parameter in (self.parameters[f"{name}.{kind}"] for kind in penalized):
                    if layer.l1 > 0:
                        self._note_kink(parameter.detach().abs().min().item(), NEAREST_ZERO_WEIGHT)
                        loss = loss + layer.l1 * parameter.abs().sum()
                    if layer.l2 > 0:
                        loss = loss + layer.l2 / 2 * parameter.square().sum()
        return loss

    def _predict(self, inputs, parameters):
        with torch.no_grad():
            outputs = self._forward(inputs, parameters, draw=None, update_moving_statistics=False)
            return PROBABILITIES.get(self.declaration.loss, lambda z: z)(outputs)

    def _forward(self, x, parameters, draw, update_moving_statistics):
        """`draw` counts the mini-batches of training, for what is drawn anew in each; None in inference mode."""
        training = draw is not None
        for index, (name, layer) in enumerate(self.declaration.named_layers()):
            if isinstance(layer, Dense):
                weight = parameters[f"{name}.weight"].T if layer.tied_to is None else parameters[f"{layer.tied_to}.weight"]
                x = functional.linear(x, weight, parameters.get(f"{name}.bias"))
                x = self._activate(x, layer, index, draw, parameters.get(f"{name}.alpha"))
            elif isinstance(layer, Activation):
                x = self._activate(x, layer, index, draw, parameters.get(f"{name}.alpha"))
            elif isinstance(layer, BatchNorm):
                x = self._normalise(x, name, layer, parameters, training and not layer.frozen, update_moving_statistics)
            elif isinstance(layer, (ActivityRegularization, Sparsity)):
                if training:
                    self.activity_penalty = self.activity_penalty + self._activity_penalty(x, layer)
            elif training:
                x = self._drop(x, layer, torch.from_numpy(dropout_mask.kept(*x.shape, self.seed, draw, index, layer.rate)))
        return x

    def _activate(self, z, layer, index, draw, slopes):
        self._note_kink(activation_functions.kink_distance(z, layer), NEAREST_KINK)
        lower, upper = activation_functions.alphas(layer)
        if layer.act == "PRelu":
            return functional.prelu(z, slopes)
        if layer.act == "RRelu":
            if draw is None:
                return functional.rrelu(z, lower, upper, training=False)
            drawn = torch.from_numpy(dropout_mask.uniform(*z.shape, self.seed, draw, index)).to(z.dtype)
            return torch.where(z > 0, z, z * (lower + (upper - lower) * drawn))
        return activation_functions.FUNCTIONS[layer.act](z, lower)

    def _activity_penalty(self, x, layer):
        if isinstance(layer, ActivityRegularization):
            self._note_kink(x.detach().abs().min().item(), NEAREST_KINK)
            return layer.l1 * x.abs().sum(dim=1).mean()
        coins = torch.distributions.Bernoulli(torch.full_like(x[0], layer.target)), torch.distributions.Bernoulli(x.mean(dim=0))
        return layer.weight * torch.distributions.kl_divergence(*coins).sum()

    @staticmethod
    def _drop(x, layer, kept):
        if isinstance(layer, Dropout):
            return x * kept / (1 - layer.rate)
        # Klambauer et al., 2017, section 3: an affine map after dropping keeps a mean of 0 and a variance of 1.
        q = 1 - layer.rate
        scale = (q + LOWEST_SELU**2 * q * (1 - q)) ** -0.5
        return scale * torch.where(kept, x, torch.full_like(x, LOWEST_SELU)) - scale * (1 - q) * LOWEST_SELU

    @staticmethod
    def _normalise(x, name, layer, parameters, training, update_moving_statistics):
        gamma, beta = parameters[f"{name}.gamma"], parameters[f"{name}.beta"]
        mean, variance = parameters[f"{name}.moving_mean"], parameters[f"{name}.moving_variance"]
        if not training:
            return functional.batch_norm(x, mean, variance, gamma, beta, training=False, eps=layer.epsilon)
        if update_moving_statistics:
            # By hand: GraphGen, as Keras, keeps a moving mean of the BIASED batch variance (divided by n);
            # PyTorch's running_var takes the unbiased one (divided by n - 1).
            batch = x.detach()
            mean.mul_(layer.momentum).add_(batch.mean(dim=0), alpha=1 - layer.momentum)
            variance.mul_(layer.momentum).add_(batch.var(dim=0, unbiased=False), alpha=1 - layer.momentum)
        return functional.batch_norm(x, None, None, gamma, beta, training=True, eps=layer.epsilon)

    def _limit_norms(self):
        with torch.no_grad():
            for name, layer in self.declaration.named_layers():
                if isinstance(layer, Dense) and layer.max_norm > 0:
                    weight = self.parameters[f"{name}.weight"]
                    norm = weight.square().sum(dim=0).sqrt()
                    weight.mul_(torch.where(norm > layer.max_norm, layer.max_norm / norm, torch.ones_like(norm)))

    def _average(self):
        decay = min(self.declaration.average_decay, self.steps_done / (self.steps_done + 10))
        for name, value in self.trained.items():
            self.averages[name] = decay * self.averages[name] + (1 - decay) * value.detach()
