#!/usr/bin/python3
"""
Writes what NumPy and scikit-learn make of small arrays into the folder Files, for the tests of data sets: arrays in every type, order of
bytes, order of elements and version of the format, and columns scaled and classes weighted. The tests need no Python.
"""

import json
import pathlib

import numpy
import sklearn.preprocessing
import sklearn.utils.class_weight

FOLDER = pathlib.Path(__file__).parent / "Files"

LIMITS = {
    "b1": [False, True, True, False, True, False],
    "i1": [-128, -1, 0, 1, 2, 127],
    "i2": [-32768, -1, 0, 1, 300, 32767],
    "i4": [-2147483648, -1, 0, 1, 70000, 2147483647],
    "i8": [-9223372036854775808, -1, 0, 1, 5000000000, 9223372036854775807],
    "u1": [0, 1, 2, 127, 128, 255],
    "u2": [0, 1, 2, 300, 32768, 65535],
    "u4": [0, 1, 2, 70000, 2147483648, 4294967295],
    "u8": [0, 1, 2, 5000000000, 9223372036854775808, 18446744073709551615],
    "f2": [0.0, -1.0, 0.333, 65504.0, 6e-8, -2.5],
    "f4": [0.0, -1.0, 0.1, 3.4028235e38, 1e-45, -2.5],
    "f8": [0.0, -1.0, 0.1, 1.7976931348623157e308, 5e-324, -2.5],
}


def text(value):
    """The exact value, as decimal digits that read back as the same bits."""
    return str(int(value)) if isinstance(value, (numpy.bool_, numpy.integer)) else repr(float(value))


def described(file, array, name=None):
    return {"file": file, "name": name, "type": array.dtype.name, "shape": list(array.shape), "values": [text(value) for value in array.flatten(order="C")]}


def write_arrays():
    cases = []

    def save(file, array, version=None):
        with open(FOLDER / file, "wb") as stream:
            numpy.lib.format.write_array(stream, array, version)
        cases.append(described(file, array))

    for code, values in LIMITS.items():
        for order in "<>":
            save(f"{code}{'le' if order == '<' else 'be'}.npy", numpy.array(values, order + code).reshape(2, 3))
    cube = numpy.arange(24, dtype="<f4").reshape(2, 3, 4)
    save("fortran.npy", numpy.asfortranarray(cube))
    save("fortran_big_endian.npy", numpy.asfortranarray(cube.astype(">i2")))
    save("fortran_vector.npy", numpy.asfortranarray(numpy.arange(5, dtype="<f8")))
    save("version2.npy", cube, (2, 0))
    save("version3.npy", cube, (3, 0))
    save("scalar.npy", numpy.array(2.5, "<f4"))
    save("empty.npy", numpy.zeros((0, 3), "<f4"))

    generator = numpy.random.default_rng(7)
    archive = {"x": generator.standard_normal((5, 2, 2)).astype("<f4"), "y": numpy.array([2, 0, 1, 1, 0]), "t": generator.standard_normal((5, 3))}
    for file, write in (("stored.npz", numpy.savez), ("deflated.npz", numpy.savez_compressed)):
        write(FOLDER / file, **archive)
        cases.extend(described(file, array, name) for name, array in archive.items())
    (FOLDER / "Arrays.json").write_text(json.dumps(cases, indent=0))

    numpy.save(FOLDER / "records.npy", numpy.zeros(2, [("a", "<f4"), ("b", "<i4")]))
    numpy.save(FOLDER / "texts.npy", numpy.array(["a", "bc"]))
    numpy.save(FOLDER / "complex.npy", numpy.array([1j]))
    numpy.save(FOLDER / "objects.npy", numpy.array([None, {}], object), allow_pickle=True)


def write_preparation():
    generator = numpy.random.default_rng(11)
    rows = (generator.standard_normal((40, 5)) * [1, 100, 0.01, 3, 1] + [0, 1000, 5, -7, 0]).astype(numpy.float32)
    rows[:, 4] = 0.1
    later = (generator.standard_normal((6, 5)) * 50).astype(numpy.float32)
    labels = numpy.array([0] * 23 + [1] * 5 + [3] * 12)
    standard = sklearn.preprocessing.StandardScaler().fit(rows.astype(float))
    unit = sklearn.preprocessing.MinMaxScaler().fit(rows.astype(float))
    symmetric = sklearn.preprocessing.MinMaxScaler((-1, 1)).fit(rows.astype(float))

    def scaled(scaler):
        return {"fitted": scaler.transform(rows.astype(float)).flatten().tolist(),
                "later": scaler.transform(later.astype(float)).flatten().tolist(),
                "inverted": scaler.inverse_transform(later.astype(float)).flatten().tolist()}

    present = numpy.unique(labels)
    weights = sklearn.utils.class_weight.compute_class_weight("balanced", classes=present, y=labels)
    (FOLDER / "Preparation.json").write_text(json.dumps({
        "columns": 5,
        "rows": rows.flatten().tolist(),
        "later": later.flatten().tolist(),
        "means": standard.mean_.tolist(),
        "deviations": standard.scale_.tolist(),
        "minima": unit.data_min_.tolist(),
        "maxima": unit.data_max_.tolist(),
        "standardized": scaled(standard),
        "unit": scaled(unit),
        "symmetric": scaled(symmetric),
        "labels": labels.tolist(),
        "present_classes": present.tolist(),
        "balanced_weights": weights.tolist(),
    }, indent=0))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    write_arrays()
    write_preparation()
