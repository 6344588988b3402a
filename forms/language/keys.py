"""The shapes a key of a form file may have: how TOML becomes a frozen value, and the words for what was expected."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import Any

from .conditions import read_condition

AUDIENCES = ("kommun", "deltagare", "arbetsgivare", "part")


@dataclass(frozen=True)
class Shape:
    """What a key may hold: *words* say it in Swedish, *read* makes the value or raises ValueError."""

    words: str
    read: Callable[[Any], Any]


class Nested(Shape):
    """A key that holds a question, or a list of them: *read* makes the tables, and the loader builds what they
    describe.
    """


def key(shape: Shape, default: Any = MISSING, doc: str = "") -> Any:
    """A dataclass field that is also a key of the form file, with its documentation."""
    about = {"shape": shape, "doc": doc, "required": default is MISSING}
    if isinstance(default, Mapping):
        return field(default_factory=lambda: default, metadata=about)
    return field(default=default, metadata=about)


def _typed(kind: type, words: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"skriv {words}, inte {value!r}")
        return value

    return read


def _list_of(one: Callable[[Any], Any], words: str) -> Callable[[Any], Any]:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"skriv {words}, inte {value!r}")
        return tuple(one(item) for item in value)

    return read


def _pair(value: Any) -> tuple[str, str]:
    match value:
        case [str(option), str(text)]:
            return option, text
    raise ValueError(f'skriv varje alternativ som ["nyckel", "Text"], inte {value!r}')


def _options(value: Any) -> tuple[tuple[str, str], ...]:
    pairs: tuple[tuple[str, str], ...] = _list_of(_pair, 'en lista som [["nyckel", "Text"]]')(value)
    keys = [option for option, _ in pairs]
    if not pairs or len(set(keys)) < len(keys):
        raise ValueError("skriv minst ett alternativ, och varje nyckel bara en gång")
    return pairs


def _texts(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise ValueError(f'skriv en tabell som {{ nyckel = "text" }}, inte {value!r}')
    return MappingProxyType(dict(value))


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        raise ValueError(f"skriv ett tal, inte {value!r}")
    return value


def _day(value: Any) -> date:
    if type(value) is not date:  # a moment is a date too, in Python
        raise ValueError(f"skriv en dag utan citattecken, till exempel 2026-11-25, inte {value!r}")
    return value


def one_of(*known: str) -> Shape:
    """One of these words."""

    def read(value: Any) -> str:
        if value not in known:
            raise ValueError(f"välj bland {', '.join(known)}, inte {value!r}")
        return str(value)

    return Shape(f"något av {', '.join(known)}", read)


def _audience(value: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = WORDS.read(value)
    for name in names:
        if name not in AUDIENCES:
            raise ValueError(f'mottagaren "{name}" finns inte; välj bland {", ".join(AUDIENCES)}')
    return names


def _default(value: Any) -> Any:
    match value:
        case {"from": str(), "months": int(), **rest} | {"from": str(), "days": int(), **rest} if not rest:
            return MappingProxyType(dict(value))
        case {"setting": str(), **rest} if not rest or set(rest) == {"text"} and isinstance(rest["text"], str):
            return MappingProxyType(dict(value))
        case str() | bool():
            return value
        case int() | float():
            return _number(value)
        case list() | tuple():
            return WORDS.read(value)
    raise ValueError(f"skriv {DEFAULT.words}, inte {value!r}")


def _questions(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("skriv frågorna som en lista av tabeller")
    return value


def _ask(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError('skriv frågan som en tabell, till exempel { kind = "yes_no" }')
    return {"name": "svar", **value}


TEXT = Shape("text", _typed(str, "text inom citattecken"))
FLAG = Shape("true eller false", _typed(bool, "true eller false"))
DAY = Shape("dag, till exempel 2026-11-25", _day)
WHOLE = Shape("heltal", _typed(int, "ett heltal"))
NUMBER = Shape("tal", _number)
WORDS = Shape("lista med text", _list_of(_typed(str, "text inom citattecken"), 'en lista som ["a", "b"]'))
AUDIENCE = Shape("lista med mottagare", _audience)
OPTIONS = Shape('lista med ["nyckel", "Text"]', _options)
TEXTS = Shape("tabell med text", _texts)
CONDITION = Shape("villkor", read_condition)
QUESTIONS = Nested("lista med frågor", _questions)
ASK = Nested("en fråga utan namn", _ask)
DEFAULT = Shape(
    'ett värde, "today", { from = "fråga", months = 1 }, { from = "fråga", days = -7 } eller { setting = "…", text = '
    '"…" }',
    _default,
)
