#!/usr/bin/env python3
"""
Makes Files/Metrics.json, the figures that MetricGoldenTests.cs holds GraphGen's metrics to, with scikit-learn as the judge.

Needs Debian's package python3-sklearn (made with 1.2.1); the tests themselves need no Python. Run

    python3 make_metric_goldens.py

A case holds predictions, labels or targets, and the value of each metric by the name that GraphGen gives it; null stands for NaN. Predictions are
written with four decimals and read as single precision on both sides, so both judge the same numbers. Where scikit-learn refuses (an area under the
curve of a class that does not occur) or has no such figure (the calibration error), the script computes it, by other formulas than GraphGen does.
"""

import json
import pathlib

import numpy as np
from sklearn import metrics

FILE = pathlib.Path(__file__).resolve().parent / "Files" / "Metrics.json"
AVERAGES = ["macro", "micro", "weighted"]
SCORES = {"precision": metrics.precision_score, "recall": metrics.recall_score, "f1": metrics.f1_score}


def rounded(values):
    return np.round(values, 4).astype(np.float32)


def softmax(logits):
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def sigmoid(logits):
    return 1 / (1 + np.exp(-logits))


def calibration(confidences, right, bins):
    """Guo et al., 2017, equation 3, bin by bin."""
    error = 0.0
    for index in range(bins):
        inside = (confidences > index / bins) & (confidences <= (index + 1) / bins)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - confidences[inside].mean())
    return error


def areas(truth, probabilities):
    """The areas of the columns that have one, for those that have none NaN."""
    return np.array([
        metrics.roc_auc_score(truth[:, column], probabilities[:, column]) if 0 < truth[:, column].sum() < len(truth) else np.nan
        for column in range(truth.shape[1])])


def area_scores(truth, probabilities):
    scores = areas(truth, probabilities)
    has_area = ~np.isnan(scores)
    found = {f"roc_auc_class{column}": score for column, score in enumerate(scores)}
    found["roc_auc_macro"] = np.mean(scores[has_area]) if has_area.any() else np.nan
    found["roc_auc_weighted"] = np.average(scores[has_area], weights=truth.sum(axis=0)[has_area]) if has_area.any() else np.nan
    found["roc_auc_micro"] = metrics.roc_auc_score(truth.ravel(), probabilities.ravel()) if 0 < truth.sum() < truth.size else np.nan
    if has_area.all() and truth.shape[1] > 1:
        for average in AVERAGES:
            assert np.isclose(found[f"roc_auc_{average}"], metrics.roc_auc_score(truth, probabilities, average=average), rtol=1e-13)
    return found


def class_scores(truth, predicted, columns):
    found = {}
    for name, score in SCORES.items():
        for average in AVERAGES:
            found[f"{name}_{average}"] = score(truth, predicted, average=average, zero_division=0)
        each = score(truth, predicted, labels=list(range(columns)), average=None, zero_division=0)
        found.update({f"{name}_class{column}": each[column] for column in range(columns)})
    return found


def classes(probabilities, labels):
    probabilities, labels = rounded(probabilities), np.asarray(labels)
    columns = probabilities.shape[1]
    predicted = probabilities.argmax(axis=1)
    order = np.argsort(-probabilities, axis=1, kind="stable")
    right = predicted == labels
    confidences = probabilities.max(axis=1).astype(np.float64)
    figures = {"accuracy": metrics.accuracy_score(labels, predicted)}
    figures |= class_scores(labels, predicted, columns)
    figures |= area_scores(np.eye(columns, dtype=int)[labels], probabilities)
    for k in range(1, columns + 1):
        figures[f"top{k}_accuracy"] = (order[:, :k] == labels[:, None]).any(axis=1).mean()
        if columns > 2 and k < columns and all(len(set(row)) == columns for row in probabilities.tolist()):
            assert figures[f"top{k}_accuracy"] == metrics.top_k_accuracy_score(labels, probabilities, k=k, labels=range(columns))
    figures["expected_calibration_error"] = calibration(confidences, right, 15)
    figures["expected_calibration_error_10bins"] = calibration(confidences, right, 10)
    confusion = metrics.confusion_matrix(labels, predicted, labels=list(range(columns)))
    return {"loss": "SoftmaxCrossEntropy", "outputs": columns, "predictions": probabilities, "labels": labels, "figures": figures,
            "confusion": confusion.ravel()}


def yes_or_no(probabilities, targets, thresholds=()):
    """One column or several; soft targets count as yes from one half on."""
    probabilities, targets = rounded(probabilities), rounded(targets)
    columns = probabilities.shape[1]
    truth = (targets >= 0.5).astype(int)

    def judge(threshold):
        predicted = (probabilities >= np.float32(threshold)).astype(int)
        figures = {"accuracy": (predicted == truth).mean(), "subset_accuracy": metrics.accuracy_score(truth, predicted)}
        if columns == 1:
            for name, score in SCORES.items():
                value = score(truth[:, 0], predicted[:, 0], zero_division=0)
                figures |= {f"{name}_{suffix}": value for suffix in AVERAGES + ["class0"]}
        else:
            figures |= class_scores(truth, predicted, columns)
        return figures

    figures = judge(0.5) | area_scores(truth, probabilities)
    for bins, name in ((15, "expected_calibration_error"), (10, "expected_calibration_error_10bins")):
        exact = probabilities.astype(np.float64)
        predicted = exact >= 0.5
        figures[name] = np.mean([
            calibration(np.where(predicted, exact, 1 - exact)[:, column], (predicted == truth)[:, column], bins) for column in range(columns)])
    return {"loss": "BinaryCrossEntropy", "outputs": columns, "predictions": probabilities, "targets": targets, "figures": figures,
            "thresholds": [{"threshold": threshold, "figures": judge(threshold)} for threshold in thresholds]}


def regression(predictions, targets):
    predictions, targets = rounded(predictions), rounded(targets)
    exact_predictions, exact_targets = predictions.astype(np.float64), targets.astype(np.float64)

    def judge(y, t):
        return {
            "mean_squared_error": metrics.mean_squared_error(t, y),
            "root_mean_squared_error": np.sqrt(metrics.mean_squared_error(t, y)),
            "mean_absolute_error": metrics.mean_absolute_error(t, y),
            "r2": metrics.r2_score(t, y),
        }

    columns = predictions.shape[1]
    return {"loss": "Huber", "outputs": columns, "predictions": predictions, "targets": targets, "figures": judge(exact_predictions, exact_targets),
            "each": [judge(exact_predictions[:, column], exact_targets[:, column]) for column in range(columns)]}


def softmax_case(random, rows, columns, occurring=None, sharpness=1.5):
    """Probabilities that favour the label more often than not."""
    labels = random.choice(columns if occurring is None else occurring, rows)
    logits = random.normal(size=(rows, columns))
    logits[np.arange(rows), labels] += sharpness
    return softmax(1.5 * logits), labels


def yes_or_no_case(random, rows, columns, shift=0.0):
    targets = (random.random((rows, columns)) < 0.4).astype(float)
    return sigmoid(random.normal(size=(rows, columns)) + 1.5 * targets - 0.5 + shift), targets


def cases():
    random = np.random.default_rng(20240607)
    two, two_labels = softmax_case(random, 120, 2)
    ten, ten_labels = softmax_case(random, 200, 10)
    tied, tied_labels = softmax_case(random, 120, 4)
    # Class 2 occurs nowhere but is predicted, class 4 neither occurs nor is predicted.
    absent, absent_labels = softmax_case(random, 90, 5, occurring=[0, 1, 3])
    absent[:, 4] = 0
    # Class 1 occurs, but is never predicted.
    unpredicted, unpredicted_labels = softmax_case(random, 60, 3)
    unpredicted[:, 1] = 0.01
    alone, _ = softmax_case(random, 20, 3)
    binary, binary_targets = yes_or_no_case(random, 150, 1)
    silent, silent_targets = yes_or_no_case(random, 50, 1, shift=-9)
    negative, _ = yes_or_no_case(random, 40, 1)
    soft, soft_targets = yes_or_no_case(random, 80, 1)
    several, several_targets = yes_or_no_case(random, 100, 4)
    # Output 0 is never yes, output 1 always, output 2 neither yes nor predicted so.
    uneven, uneven_targets = yes_or_no_case(random, 70, 4)
    uneven_targets[:, 0], uneven_targets[:, 1], uneven_targets[:, 2] = 0, 1, 0
    uneven[:, 2] *= 0.4
    one = random.normal(3, 2, size=(80, 1))
    three = random.normal(size=(60, 3)) * [1, 10, 0.1] + [0, 100, 5]
    constant = np.tile([[0.1, 7.0, -3.0]], (30, 1))
    return {
        "TwoClasses": classes(two, two_labels),
        "TenClasses": classes(ten, ten_labels),
        "TiedClasses": classes(np.round(tied * 5) / 5, tied_labels),
        "AbsentClasses": classes(absent, absent_labels),
        "UnpredictedClass": classes(unpredicted, unpredicted_labels),
        "OneClassAlone": classes(alone, np.full(20, 1)),
        "ConfidencesAtBinEnds": classes([[0.5, 0.5], [0.75, 0.25], [0, 1], [0.25, 0.75], [0.5, 0.5], [1, 0]], [0, 1, 1, 1, 1, 0]),
        "Binary": yes_or_no(binary, binary_targets, thresholds=[0, 0.25, 0.75, 1]),
        "BinaryWithTies": yes_or_no(np.round(binary * 4) / 4, binary_targets, thresholds=[0.25, 0.75]),
        "BinaryWithoutPredictedYes": yes_or_no(silent, silent_targets, thresholds=[0.0001]),
        "BinaryWithoutYes": yes_or_no(negative, np.zeros((40, 1))),
        "BinaryOfSoftTargets": yes_or_no(soft, 0.8 * soft_targets + 0.2 * random.random((80, 1)), thresholds=[0.6]),
        "MultiLabel": yes_or_no(several, several_targets, thresholds=[0.3, 0.7]),
        "MultiLabelOfUnevenOutputs": yes_or_no(uneven, uneven_targets),
        "MultiLabelWithoutYes": yes_or_no(uneven[:, :2], np.zeros((70, 2))),
        "Regression": regression(one + random.normal(0, 0.5, size=one.shape), one),
        "RegressionOfThreeOutputs": regression(three + random.normal(size=three.shape) * [0.5, 20, 0.01], three),
        "RegressionOfConstantTargets": regression(constant + [[0, 0.5, 0]], constant),
        "PerfectRegression": regression(three, three),
    }


def plain(value):
    """What JSON can hold."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        flat = value.ravel().tolist()
        return [round(item, 4) for item in flat] if value.dtype == np.float32 else flat
    if isinstance(value, (float, np.floating)):
        return None if np.isnan(value) else float(value)
    return value


def main():
    lines = [f'  {json.dumps(name)}: {json.dumps(plain(case))}' for name, case in cases().items()]
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} cases")


if __name__ == "__main__":
    main()
