"""
What a step makes of the gradients: the declared optimizer, by PyTorch where it has the same formula, with decoupled weight decay and a
rate of its own for each parameter.
"""

import torch

from declarations import AdaGrad, Adam, AdaMax, AdamW, Momentum, Nadam, Nag, RmsProp

# A number so small that under a root and outside it are the same in effect, where no gradient is zero.
NEGLIGIBLE_EPSILON = 1e-30


class EpsilonUnderTheRoot(torch.optim.Optimizer):
    """
    AdaGrad (beta None) and RMSProp with epsilon under the root: s += g g, or s = beta s + (1 - beta) g g; theta -= rate g / sqrt(s + epsilon).
    PyTorch adds its epsilon to the root.
    """

    def __init__(self, groups, beta, epsilon):
        super().__init__(groups, {"beta": beta, "epsilon": epsilon})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                state = self.state[parameter]
                kept, added = (1, 1) if group["beta"] is None else (group["beta"], 1 - group["beta"])
                state["squares"] = kept * state.get("squares", 0) + added * parameter.grad.square()
                parameter -= group["lr"] * parameter.grad / (state["squares"] + group["epsilon"]).sqrt()


class NesterovAdam(torch.optim.Optimizer):
    """
    NAdam as PyTorch documents it. PyTorch 1.13 itself multiplies the present momentum twice into the product that belongs to the
    next step; later versions do not.
    """

    def __init__(self, groups, declared):
        super().__init__(groups, {})
        self._declared = declared
        self._steps = 0
        self._momentum_product = 1.0

    @torch.no_grad()
    def step(self):
        declared = self._declared
        self._steps += 1
        momentum, next_momentum = self._momentum(self._steps), self._momentum(self._steps + 1)
        self._momentum_product *= momentum
        gradient_share = (1 - momentum) / (1 - self._momentum_product)
        mean_share = next_momentum / (1 - self._momentum_product * next_momentum)
        for group in self.param_groups:
            for parameter in group["params"]:
                state, gradient = self.state[parameter], parameter.grad
                state["mean"] = declared.beta1 * state.get("mean", 0) + (1 - declared.beta1) * gradient
                state["squares"] = declared.beta2 * state.get("squares", 0) + (1 - declared.beta2) * gradient.square()
                divisor = (state["squares"] / (1 - declared.beta2**self._steps)).sqrt() + declared.epsilon
                parameter -= group["lr"] * (mean_share * state["mean"] + gradient_share * gradient) / divisor

    def _momentum(self, step):
        return self._declared.beta1 * (1 - 0.5 * 0.96 ** (step * self._declared.momentum_decay))


class ParameterUpdate:
    """One optimizer for all trained parameters. `rate_multipliers` and `decaying` are keyed by parameter name, as `parameters` is."""

    def __init__(self, declared, learning_rate, parameters, rate_multipliers, decaying):
        self._declared = declared
        self._groups = [
            {
                "params": [parameter],
                "lr": learning_rate * rate_multipliers[name],
                "decay": declared.weight_decay if name in decaying else 0.0,
            }
            for name, parameter in parameters.items()]
        self._optimizer = self._create()

    def step(self):
        """Moves every parameter by its `grad`."""
        if not isinstance(self._declared, AdamW):
            with torch.no_grad():
                for group in self._groups:
                    for parameter in group["params"]:
                        parameter -= group["lr"] * group["decay"] * parameter
        self._optimizer.step()

    def _create(self):
        declared = self._declared
        groups = [{"params": group["params"], "lr": group["lr"]} for group in self._groups]
        if isinstance(declared, Adam):
            return torch.optim.Adam(groups, betas=(declared.beta1, declared.beta2), eps=declared.epsilon)
        if isinstance(declared, AdamW):
            decaying = [{**group, "weight_decay": ours["decay"]} for group, ours in zip(groups, self._groups)]
            return torch.optim.AdamW(decaying, betas=(declared.beta1, declared.beta2), eps=declared.epsilon)
        if isinstance(declared, AdaMax):
            return torch.optim.Adamax(groups, betas=(declared.beta1, declared.beta2), eps=declared.epsilon)
        if isinstance(declared, Nadam):
            return NesterovAdam(groups, declared)
        if isinstance(declared, AdaGrad):
            if declared.epsilon <= NEGLIGIBLE_EPSILON:
                return torch.optim.Adagrad(groups, eps=declared.epsilon)
            return EpsilonUnderTheRoot(groups, None, declared.epsilon)
        if isinstance(declared, RmsProp):
            if declared.epsilon <= NEGLIGIBLE_EPSILON:
                return torch.optim.RMSprop(groups, alpha=declared.beta, eps=declared.epsilon)
            return EpsilonUnderTheRoot(groups, declared.beta, declared.epsilon)
        if isinstance(declared, (Momentum, Nag)):
            # At a constant rate and from rest, PyTorch's v = beta v + g with theta -= rate v is the house's
            # m = beta m - rate g with theta += m, and likewise with Nesterov's step (see self_checks.py).
            return torch.optim.SGD(groups, lr=0.0, momentum=declared.momentum, nesterov=isinstance(declared, Nag))
        return torch.optim.SGD(groups, lr=0.0)
