"""Reads JSON that somebody hands in: bounded, strict, and with a Swedish sentence for everything that is wrong."""

import json
from typing import Any, NoReturn

from .messages import message

MOST_BYTES = 5_000_000
"""More than any form can hold: 500 rows of the longest answers are under two."""


class Unreadable(ValueError):
    """The text is not JSON we can take; the message says what to do."""


def read_json(data: bytes, first: int = 1) -> Any:
    """The value the bytes hold. Raises Unreadable for anything but one JSON value in UTF-8 with each key once.

    *first* is the number of the first line, when the bytes are a part of a file.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(message("file_too_large", max=MOST_BYTES // 1_000_000))
    if not data.strip():
        raise Unreadable("Skriv svar i filen. Den är tom.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + first
        raise Unreadable(f"Spara filen som UTF-8. Tecken på rad {line} går inte att läsa.") from None
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        raise Unreadable(message("json_broken", rad=problem.lineno + first - 1)) from None
    except RecursionError:
        raise Unreadable("Förenkla filen. Svaren ligger för många nivåer in.") from None
    except Unreadable:
        raise
    except ValueError:  # an integer with more digits than Python reads
        raise Unreadable("Korta talen i filen. Ett av dem är för långt.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(name for n, (name, _) in enumerate(pairs) if name in dict(pairs[:n]))
        raise Unreadable(f'Ta bort ett av svaren på "{twice[:60]}". Frågan står två gånger i filen.')
    return made


def _no_constant(name: str) -> NoReturn:
    raise Unreadable(f"Ta bort {name} ur filen. Det är inget tal.")
