"""Draws the packages' icon, icon.svg and icon.png beside this file, from one list of shapes. Needs Python alone."""

import math
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4  # per pixel and direction

TOP, BOTTOM = (0x5B, 0x2A, 0xC8), (0x1E, 0x6F, 0xD9)
WHITE, AMBER = (255, 255, 255), (0xFF, 0xC8, 0x57)
CORNER = 26

# Columns of nodes between two angle brackets: a network within code.
LAYERS = [[(44, 44), (44, 84)], [(64, 30), (64, 64), (64, 98)], [(84, 64)]]
NODES = [(x, y, AMBER if layer == LAYERS[-1] else WHITE) for layer in LAYERS for x, y in layer]
EDGES = [(a, b) for left, right in zip(LAYERS, LAYERS[1:]) for a in left for b in right]
BRACKETS = [[(28, 40), (13, 64), (28, 88)], [(100, 40), (115, 64), (100, 88)]]
NODE_RADIUS, EDGE_WIDTH, BRACKET_WIDTH, EDGE_OPACITY = 7.5, 2.4, 6.5, 0.6


def distance_to_segment(x, y, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)
    along = min(1.0, max(0.0, along))
    return math.hypot(x - start[0] - along * dx, y - start[1] - along * dy)


def mix(below, above, opacity):
    return tuple(b + (a - b) * opacity for b, a in zip(below, above))


def colour_at(x, y):
    """Red, green, blue and opacity of one point."""
    outside = math.hypot(max(CORNER - x, x - SIZE + CORNER, 0), max(CORNER - y, y - SIZE + CORNER, 0))
    if outside > CORNER:
        return (0, 0, 0, 0)
    colour = mix(TOP, BOTTOM, (x + y) / (2 * SIZE))
    if any(distance_to_segment(x, y, a, b) <= EDGE_WIDTH / 2 for a, b in EDGES):
        colour = mix(colour, WHITE, EDGE_OPACITY)
    if any(distance_to_segment(x, y, a, b) <= BRACKET_WIDTH / 2 for line in BRACKETS for a, b in zip(line, line[1:])):
        colour = WHITE
    for node_x, node_y, fill in NODES:
        if math.hypot(x - node_x, y - node_y) <= NODE_RADIUS:
            colour = fill
    return (*colour, 255)


def pixel(column, row):
    points = [(column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES) for j in range(SAMPLES) for i in range(SAMPLES)]
    colours = [colour_at(x, y) for x, y in points]
    opacity = sum(c[3] for c in colours)
    if opacity == 0:
        return (0, 0, 0, 0)
    return (*(round(sum(c[k] * c[3] for c in colours) / opacity) for k in range(3)), round(opacity / len(colours)))


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(v for column in range(SIZE) for v in pixel(column, row)) for row in range(SIZE))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def svg():
    def hexadecimal(colour):
        return "#%02x%02x%02x" % colour

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}">']
    lines += [
        '  <defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">'
        f'<stop stop-color="{hexadecimal(TOP)}"/><stop offset="1" stop-color="{hexadecimal(BOTTOM)}"/></linearGradient></defs>',
        f'  <rect width="{SIZE}" height="{SIZE}" rx="{CORNER}" fill="url(#ground)"/>',
    ]
    edges = "".join(f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in EDGES)
    lines.append(f'  <path d="{edges}" stroke="#ffffff" stroke-width="{EDGE_WIDTH}" stroke-opacity="{EDGE_OPACITY}" stroke-linecap="round"/>')
    for line in BRACKETS:
        points = " ".join(f"{x},{y}" for x, y in line)
        lines.append(
            f'  <polyline points="{points}" fill="none" stroke="#ffffff" stroke-width="{BRACKET_WIDTH}"'
            ' stroke-linecap="round" stroke-linejoin="round"/>')
    lines += [f'  <circle cx="{x}" cy="{y}" r="{NODE_RADIUS}" fill="{hexadecimal(fill)}"/>' for x, y, fill in NODES]
    return "\n".join(lines + ["</svg>", ""])


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent
    (folder / "icon.svg").write_text(svg(), encoding="utf-8", newline="\n")
    (folder / "icon.png").write_bytes(png())
