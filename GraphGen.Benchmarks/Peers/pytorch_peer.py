"""PyTorch's side of the comparison: the same network, trained and asked by as many threads as OMP_NUM_THREADS says.

The one argument is the folder with the network (network.json), its initial values (parameters.f32, in the order of the layers,
weights as [inputs, units]) and the rows (inputs.f32 and targets.f32 or targets.i32), all as raw numbers. The first line
written is `ready` with the versions, or `missing` with the package. Then each line read is answered by one line:

outputs N    the predictions for the first N rows
losses N     the losses before each of N training steps
rate R       sets the learning rate
train N      the seconds of N training steps
predict N    the seconds of N predictions of one row
predict-batches N    the seconds of N predictions of one batch
"""

import ctypes
import gc
import json
import math
import os
import pathlib
import platform
import sys
import time


def answer(*words):
    print(*words, flush=True)


try:
    import torch
    from torch import nn
except ImportError:
    answer("missing python3-torch")
    sys.exit()

# Activations may overwrite their input: the layer before does not need its own output for its gradient.
ACTIVATIONS = {"Elu": lambda: nn.ELU(inplace=True), "Relu": lambda: nn.ReLU(inplace=True), "Tanh": nn.Tanh}

LOSSES = {"SoftmaxCrossEntropy": nn.CrossEntropyLoss, "MeanSquaredError": nn.MSELoss}


def loaded_openblas():
    """The configuration of the OpenBLAS that stands behind PyTorch's matrix products, or None."""
    try:
        get_config = ctypes.CDLL("libblas.so.3").openblas_get_config
    except (OSError, AttributeError):
        return None
    get_config.restype = ctypes.c_char_p
    return " ".join(get_config().decode().split())


def versions(openblas):
    configuration = torch.__config__.show()
    capability = next(line for line in configuration.splitlines() if "CPU capability" in line).strip(" -")
    return f"PyTorch {torch.__version__} ({capability}), {openblas}, Python {platform.python_version()}"


class Peer:
    def __init__(self, folder):
        declared = json.loads((folder / "network.json").read_text())
        widths, batch = declared["widths"], declared["batch"]
        self.is_classifier = declared["loss"] == "SoftmaxCrossEntropy"
        self.model = self._build(declared)
        self._fill(folder / "parameters.f32")
        self.loss = LOSSES[declared["loss"]]()
        self.optimizer = self._create_optimizer(declared["optimizer"], declared["learningRate"])
        inputs = self._read(folder / "inputs.f32", torch.float32).view(-1, widths[0])
        if self.is_classifier:
            targets = self._read(folder / "targets.i32", torch.int32).long()
        else:
            targets = self._read(folder / "targets.f32", torch.float32).view(-1, widths[-1])
        self.rows = inputs.split(1)
        whole = len(inputs) // batch
        self.batches = list(zip(inputs.split(batch)[:whole], targets.split(batch)[:whole]))

    def outputs(self, count):
        self.model.eval()
        with torch.inference_mode():
            predictions = self._predict(torch.cat(self.rows[:count]))
        return " ".join(map(repr, predictions.flatten().tolist()))

    def losses(self, count):
        self.model.train()
        return " ".join(repr(self._step(*self.batches[index % len(self.batches)]).item()) for index in range(count))

    def set_rate(self, rate):
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        return "set"

    def train(self, count):
        """An untimed step first brings the network back into the caches."""
        self.model.train()
        step, batches = self._step, self.batches
        step(*batches[0])
        start = time.perf_counter()
        for index in range(count):
            loss = step(*batches[index % len(batches)])
        return self._seconds(start, loss)

    def predict(self, count):
        return self._time_predictions(self.rows, count)

    def predict_batches(self, count):
        return self._time_predictions([inputs for inputs, _ in self.batches], count)

    def _step(self, inputs, targets):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss(self.model(inputs), targets)
        loss.backward()
        self.optimizer.step()
        return loss

    def _time_predictions(self, inputs, count):
        self.model.eval()
        with torch.inference_mode():
            self._predict(inputs[0])
            start = time.perf_counter()
            for index in range(count):
                prediction = self._predict(inputs[index % len(inputs)])
            return self._seconds(start, prediction.sum())

    def _predict(self, inputs):
        outputs = self.model(inputs)
        return torch.softmax(outputs, dim=1) if self.is_classifier else outputs

    @staticmethod
    def _seconds(start, computed):
        seconds = time.perf_counter() - start
        if not math.isfinite(computed.item()):
            raise ArithmeticError(f"PyTorch computed {computed.item()}: what was timed is not the intended work")
        return repr(seconds)

    @staticmethod
    def _build(declared):
        *hidden, outputs = declared["widths"][1:]
        layers, width = [], declared["widths"][0]
        for units in hidden:
            layers += [nn.Linear(width, units), ACTIVATIONS[declared["activation"]]()]
            if declared["batchNormalization"]:
                layers.append(nn.BatchNorm1d(units, eps=1e-5, momentum=0.1))
            if declared["dropout"]:
                layers.append(nn.Dropout(declared["dropout"]))
            width = units
        return nn.Sequential(*layers, nn.Linear(width, outputs))

    def _fill(self, file):
        values, offset = self._read(file, torch.float32), 0
        with torch.no_grad():
            for layer in self.model:
                tensors = [*layer.parameters()]
                if isinstance(layer, nn.BatchNorm1d):
                    tensors += [layer.running_mean, layer.running_var]
                for tensor in tensors:
                    part = values[offset:offset + tensor.numel()]
                    tensor.copy_(part.view(*reversed(tensor.shape)).T if tensor.dim() == 2 else part)
                    offset += tensor.numel()
        if offset != len(values):
            raise ValueError(f"{file.name} holds {len(values)} numbers, but the network takes {offset}")

    def _create_optimizer(self, name, rate):
        # The variants over lists of tensors are the faster ones on these networks.
        parameters = self.model.parameters()
        if name == "Adam":
            return torch.optim.Adam(parameters, lr=rate, foreach=True)
        if name == "Nag":
            return torch.optim.SGD(parameters, lr=rate, momentum=0.9, nesterov=True, foreach=True)
        raise ValueError(f"the optimizer '{name}' is not known here")

    @staticmethod
    def _read(file, dtype):
        return torch.from_file(str(file), size=file.stat().st_size // 4, dtype=dtype)


def main():
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    gc.disable()
    openblas = loaded_openblas()
    if openblas is None:
        answer("missing libopenblas0-pthread")
        return
    peer = Peer(pathlib.Path(sys.argv[1]))
    commands = {
        "outputs": peer.outputs,
        "losses": peer.losses,
        "train": peer.train,
        "predict": peer.predict,
        "predict-batches": peer.predict_batches,
    }
    answer("ready", versions(openblas))
    for line in sys.stdin:
        command, argument = line.split()
        answer(peer.set_rate(float(argument)) if command == "rate" else commands[command](int(argument)))


main()
