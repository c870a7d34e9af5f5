"""How well scikit-learn's BernoulliRBM does on digits: what ours must reach with the same data, sizes and steps.

Usage: python3 make_machine_goldens.py
Needs scikit-learn and Samples/Data/mnist; writes Files/digits.json beside this script.
"""

import gzip
import json
from pathlib import Path

import numpy
import sklearn
from sklearn.neural_network import BernoulliRBM

HERE = Path(__file__).resolve().parent
SEEDS = range(5)
SCORES = 20
TRAINED, TESTED = 2000, 1000
SETTINGS = {"n_components": 64, "learning_rate": 0.05, "batch_size": 10, "n_iter": 10}


def images():
    with gzip.open(HERE.parents[1] / "Samples/Data/mnist/t10k-images-idx3-ubyte.gz") as file:
        content = file.read()
    return numpy.frombuffer(content, numpy.uint8, offset=16).reshape(-1, 784) / 255.0


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def score(machine, rows, seed):
    """Which unit of each row is turned depends on the machine's own seed."""
    return machine.set_params(random_state=seed).score_samples(rows).mean()


def figures(train, test, seed):
    machine = BernoulliRBM(random_state=seed, **SETTINGS).fit(train)
    hidden = sigmoid(test @ machine.components_.T + machine.intercept_hidden_)
    reconstruction = sigmoid(hidden @ machine.components_ + machine.intercept_visible_)
    return {
        "pseudo_likelihood": float(numpy.mean([score(machine, test, turned) for turned in range(SCORES)])),
        "squared_error": float(((reconstruction - test) ** 2).mean()),
    }


def main():
    rows = images()
    train, test = rows[:TRAINED], rows[TRAINED:TRAINED + TESTED]
    golden = {
        "scikit-learn": sklearn.__version__,
        "settings": SETTINGS,
        "runs": [figures(train, test, seed) for seed in SEEDS],
    }
    (HERE / "Files").mkdir(exist_ok=True)
    (HERE / "Files" / "digits.json").write_text(json.dumps(golden, indent=2) + "\n", newline="\n")


if __name__ == "__main__":
    main()
