"""How a person stands in lists, and what a case is found by."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from ..storage import StoredCase

PROTECTED = "Skyddade personuppgifter"
NAMELESS = "Utan namn"


def is_protected(case: StoredCase) -> bool:
    """Whether the person's data are protected (L30)."""
    return str(case.payload.get("person", {}).get("skydd", "nej")) != "nej"


def called(case: StoredCase) -> str:
    """The name in lists; never that of a person with protected data."""
    if case.payload.get("anonymous"):
        return NAMELESS
    if is_protected(case):
        return PROTECTED
    return full_name(case.payload.get("person", {}))


def full_name(person: Mapping[str, Any]) -> str:
    """The first name, or the one the person uses, and the last."""
    return (
        " ".join(
            filter(
                None,
                (str(person.get("tilltalsnamn") or person.get("fornamn") or ""), str(person.get("efternamn") or "")),
            )
        )
        or NAMELESS
    )


def tokens(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """What a case is found by: parts of names, personal number, case number; a protected person not by name."""
    person = payload.get("person", {})
    found = ["n:" + normal(str(payload["number"]))]
    if number := digits(str(person.get("personnummer") or "")):
        found.append("p:" + number)
    if str(person.get("skydd", "nej")) == "nej":
        names = " ".join(str(person.get(name) or "") for name in ("fornamn", "tilltalsnamn", "efternamn"))
        found += [f"w:{word}" for word in normal(names).split()]
    return tuple(dict.fromkeys(found))


def tokens_to_try(text: str) -> Sequence[tuple[str, ...]]:
    """What somebody typed, as sets of tokens to try in turn: a personal number, a case number, parts of a name."""
    tries: list[tuple[str, ...]] = []
    number = digits(text)
    if len(number) == 12 and not any(sign.isalpha() for sign in text):
        tries.append((f"p:{number}",))
    if len(number) == 10 and not any(sign.isalpha() for sign in text):
        tries += [(f"p:{century}{number}",) for century in ("19", "20", "18")]
    if text.strip():
        tries += [(f"n:{normal(text)}",), tuple(f"w:{word}" for word in normal(text).split())]
    return tries


def normal(text: str) -> str:
    """Lower case, one space, composed signs; hyphens part names, as people type them."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("-", " ").split())


def digits(text: str) -> str:
    """The figures of a number."""
    return "".join(sign for sign in text if sign.isdigit())
