"""The colour space all colours are meant in."""

import struct
import zlib
from functools import cache

D50 = (0.9642, 1.0, 0.8249)
BRADFORD = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
PRIMARIES = {b"r": (0.43607, 0.22249, 0.01392), b"g": (0.38515, 0.71687, 0.09708), b"b": (0.14307, 0.06061, 0.7141)}
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """An sRGB profile (ICC version 4: matrix and parametric curve, white point D50), about 300 bytes compressed."""
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(*CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("CC0 "),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*BRADFORD),
        **{name + b"XYZ": b"XYZ \0\0\0\0" + _fixed(*value) for name, value in PRIMARIES.items()},
        **{name + b"TRC": curve for name in PRIMARIES},
    }
    table, data = _tag_table(tags)
    body = struct.pack(">I", len(tags)) + table + data
    return zlib.compress(_header(128 + len(body)) + body)


def _tag_table(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The table of contents and what it points at; equal contents are stored once."""
    start, places, data, table = 128 + 4 + 12 * len(tags), dict[bytes, int](), b"", b""
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    return table, data


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2020, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI", size, b"\0" * 4, 0x04200000) + b"mntrRGB XYZ " + made + b"acsp"
    return (head.ljust(68, b"\0") + _fixed(*D50)).ljust(128, b"\0")


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _words(text: str) -> bytes:
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", 2 * len(text), 28) + text.encode("utf-16-be")
