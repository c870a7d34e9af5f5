"""
GraphGen's counter-based random numbers, written a second time so that the goldens can hold networks that draw: dropout masks,
and the slopes of randomized leaky ReLU.

A number is a pure function of (seed, step, layer, element). SplitMix64's finalizer (Steele, Lea and Flood, 2014) turns
seed, step and layer into a key of two 32-bit words; a 32-bit multiply-xorshift hash (the constants are those of
C. Wellons's "lowbias32") turns key and element into 24 bits.
"""

import numpy

GOLDEN_RATIO = 0x9E3779B97F4A7C15
MASK_64 = (1 << 64) - 1
COLUMN_BLOCK = 16


def mix(z):
    """SplitMix64's finalizer on a Python integer, modulo 2^64."""
    z &= MASK_64
    z ^= z >> 30
    z = z * 0xBF58476D1CE4E5B9 & MASK_64
    z ^= z >> 27
    z = z * 0x94D049BB133111EB & MASK_64
    return z ^ z >> 31


def key(seed, step, layer):
    """The two 32-bit words that stand for one layer's numbers in one optimizer step."""
    k = mix(seed + GOLDEN_RATIO * (step + 1))
    k = mix(k + GOLDEN_RATIO * (layer + 1))
    return k & 0xFFFFFFFF, k >> 32


def threshold(rate):
    """How many of the 2^24 possible hashes mean "dropped"."""
    return round(rate * (1 << 24))


def bits_of(element, words):
    """The 24 bits of one element, in plain integers: the definition that `bits` is checked against."""
    x = element ^ words[0]
    x ^= x >> 16
    x = x * 0x7FEB352D & 0xFFFFFFFF
    x ^= x >> 15
    x ^= words[1]
    x = x * 0x846CA68B & 0xFFFFFFFF
    x ^= x >> 16
    return x >> 8


def bits(rows, width, seed, step, layer):
    """An array [rows, width] of 24-bit numbers. Elements count along rows padded to 16 columns."""
    padded = -(-width // COLUMN_BLOCK) * COLUMN_BLOCK
    row, column = numpy.indices((rows, width))
    words = [numpy.uint32(word) for word in key(seed, step, layer)]
    x = (row * padded + column).astype(numpy.uint32) ^ words[0]
    x ^= x >> numpy.uint32(16)
    x *= numpy.uint32(0x7FEB352D)
    x ^= x >> numpy.uint32(15)
    x ^= words[1]
    x *= numpy.uint32(0x846CA68B)
    x ^= x >> numpy.uint32(16)
    return x >> numpy.uint32(8)


def kept(rows, width, seed, step, layer, rate):
    """A boolean array [rows, width]: True where an element survives."""
    return bits(rows, width, seed, step, layer) >= threshold(rate)


def uniform(rows, width, seed, step, layer):
    """Numbers [rows, width] from 0 inclusive to 1 exclusive."""
    return bits(rows, width, seed, step, layer) / 2.0**24
