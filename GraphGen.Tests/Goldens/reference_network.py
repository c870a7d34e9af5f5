"""A declaration run by PyTorch, in whatever precision the initial values have."""

import torch
import torch.nn.functional as functional

import dropout_mask
from declarations import Activation, Adam, BatchNorm, Dense, Dropout, Momentum, Nag

ACTIVATIONS = {
    "Linear": lambda z: z,
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
    "Relu": functional.relu,
    "LeakyRelu": lambda z: functional.leaky_relu(z, negative_slope=0.01),
    "Elu": functional.elu,
    "Selu": functional.selu,
    "Swish": functional.silu,
}

# Their slope jumps at zero: near it, rounding decides the gradient.
ACTIVATIONS_WITH_A_KINK = {"Relu", "LeakyRelu", "Selu"}

LOSSES = {
    "SoftmaxCrossEntropy": functional.cross_entropy,
    "BinaryCrossEntropy": functional.binary_cross_entropy_with_logits,
    "MeanSquaredError": functional.mse_loss,
}

PROBABILITIES = {
    "SoftmaxCrossEntropy": lambda z: torch.softmax(z, dim=1),
    "BinaryCrossEntropy": torch.sigmoid,
    "MeanSquaredError": lambda z: z,
}


def parameter_shapes(declaration):
    """Triples (name, shape, trainable) in the order of the layers; weights are [inputs, units]."""
    width = declaration.inputs
    for name, layer in declaration.named_layers():
        if isinstance(layer, Dense):
            yield f"{name}.weight", (width, layer.units), not layer.frozen
            if layer.bias:
                yield f"{name}.bias", (layer.units,), not layer.frozen
            width = layer.units
        elif isinstance(layer, BatchNorm):
            yield f"{name}.gamma", (width,), True
            yield f"{name}.beta", (width,), True
            yield f"{name}.moving_mean", (width,), False
            yield f"{name}.moving_variance", (width,), False


class ReferenceNetwork:
    """Parameters by name, a forward pass in training and in inference mode, and the optimizer's steps."""

    def __init__(self, declaration, seed, learning_rate, initial_values):
        self.declaration = declaration
        self.seed = seed
        self.steps_done = 0
        self.kink_distance = float("inf")
        self.parameters = {}
        for name, _, trainable in parameter_shapes(declaration):
            self.parameters[name] = initial_values[name].clone().requires_grad_(trainable)
        self.optimizer = self._create_optimizer(learning_rate)

    def loss(self, inputs, targets):
        """The mean loss of a training-mode pass, with the declared penalties. Changes no moving statistic."""
        return self._loss(inputs, targets, update_moving_statistics=False)

    def predict(self, inputs):
        """Inference mode: probabilities for classification, the output as it is for regression."""
        with torch.no_grad():
            outputs = self._forward(inputs, training=False, update_moving_statistics=False)
            return PROBABILITIES[self.declaration.loss](outputs)

    def gradients(self, inputs, targets):
        """The gradient of `loss` by the name of each trainable parameter."""
        trainable = {name: value for name, value in self.parameters.items() if value.requires_grad}
        values = torch.autograd.grad(self.loss(inputs, targets), list(trainable.values()))
        return dict(zip(trainable, values))

    def train_step(self, inputs, targets):
        """One optimizer step; returns the loss before it."""
        self.optimizer.zero_grad()
        loss = self._loss(inputs, targets, update_moving_statistics=True)
        loss.backward()
        self.optimizer.step()
        self._limit_norms()
        self.steps_done += 1
        return loss.detach()

    def _create_optimizer(self, learning_rate):
        trainable = [value for value in self.parameters.values() if value.requires_grad]
        declared = self.declaration.optimizer
        if isinstance(declared, Adam):
            return torch.optim.Adam(trainable, lr=learning_rate, betas=(declared.beta1, declared.beta2), eps=declared.epsilon)
        if isinstance(declared, (Momentum, Nag)):
            # At a constant rate and from rest, PyTorch's v = beta v + g with theta -= rate v is the house's
            # m = beta m - rate g with theta += m, and likewise with Nesterov's step (see self_checks.py).
            return torch.optim.SGD(trainable, lr=learning_rate, momentum=declared.momentum, nesterov=isinstance(declared, Nag))
        return torch.optim.SGD(trainable, lr=learning_rate)

    def _loss(self, inputs, targets, update_moving_statistics):
        outputs = self._forward(inputs, training=True, update_moving_statistics=update_moving_statistics)
        loss = LOSSES[self.declaration.loss](outputs, targets)
        for name, layer in self.declaration.named_layers():
            if isinstance(layer, Dense) and layer.l2 > 0:
                loss = loss + layer.l2 / 2 * self.parameters[f"{name}.weight"].square().sum()
        return loss

    def _forward(self, x, training, update_moving_statistics):
        for index, (name, layer) in enumerate(self.declaration.named_layers()):
            if isinstance(layer, Dense):
                x = functional.linear(x, self.parameters[f"{name}.weight"].T, self.parameters.get(f"{name}.bias"))
                x = self._activate(x, layer.act)
            elif isinstance(layer, Activation):
                x = self._activate(x, layer.act)
            elif isinstance(layer, BatchNorm):
                x = self._normalise(x, name, layer, training, update_moving_statistics)
            elif isinstance(layer, Dropout) and training:
                kept = dropout_mask.kept(*x.shape, self.seed, self.steps_done, index, layer.rate)
                x = x * torch.from_numpy(kept) / (1 - layer.rate)
        return x

    def _activate(self, z, act):
        if act in ACTIVATIONS_WITH_A_KINK:
            self.kink_distance = min(self.kink_distance, z.detach().abs().min().item())
        return ACTIVATIONS[act](z)

    def _normalise(self, x, name, layer, training, update_moving_statistics):
        gamma, beta = self.parameters[f"{name}.gamma"], self.parameters[f"{name}.beta"]
        mean, variance = self.parameters[f"{name}.moving_mean"], self.parameters[f"{name}.moving_variance"]
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
