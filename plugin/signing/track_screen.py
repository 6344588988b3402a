"""The track `skarm`: a signature drawn or typed on a screen, in the room, with who was there to see it."""

import json
from collections.abc import Mapping
from typing import Any

from .errors import NotComplete
from .parties import Party
from .state_machine import DEPUTIES

TRACK = "skarm"
CONFIRMED = "Jag har läst handlingen och godkänner det som står i den"
DRAWN, TYPED = "Ritad på skärm", "Skriven på skärm"
MOST_STROKES, MOST_POINTS, FEWEST_POINTS = 200, 5_000, 5
MOST_BYTES = 200_000
UNREADABLE = "Sudda och rita igen, eller skriv ditt namn. Underskriften gick inte att läsa."
TOO_SHORT = "Rita hela din underskrift, eller skriv ditt namn."
DECIMALS = 3
MOST_GROUND = 200


def read_ink(sent: str, ratio: str) -> dict[str, Any] | None:
    """The strokes that a pad has sent as JSON, checked and rounded; None for an empty pad. Raises NotComplete."""
    if not sent.strip():
        return None
    try:
        if len(sent) > MOST_BYTES:
            raise ValueError
        strokes = [[_point(point) for point in stroke] for stroke in _list(json.loads(sent))]
        width = float(ratio)
    except (ValueError, TypeError, RecursionError, OverflowError):
        raise NotComplete("underskrift", UNREADABLE) from None
    points = sum(map(len, strokes))
    if len(strokes) > MOST_STROKES or points > MOST_POINTS or not 0.2 <= width <= 20:
        raise NotComplete("underskrift", UNREADABLE)
    if points < FEWEST_POINTS:
        raise NotComplete("underskrift", TOO_SHORT)
    return {"strokes": [stroke for stroke in strokes if stroke], "ratio": round(width, DECIMALS)}


def name_of(form: Mapping[str, str], known: str, ink: Mapping[str, Any] | None) -> str:
    """The name of the one who signs: typed, or the document's own when the signature is drawn. Raises NotComplete."""
    typed = form.get("namn", "").strip()
    if typed or (ink and known):
        return typed or known
    raise NotComplete("namn", "Skriv ditt namn." if ink else "Rita din underskrift, eller skriv ditt namn.")


def stead(form: Mapping[str, str], party: Party, suffix: str = "") -> str:
    """On what ground somebody signs in the stead of the one that the document names; empty for the party itself.

    Raises NotComplete; the path is `ratt` and *suffix*.
    """
    if not may_have_deputy(party) or form.get(f"i-stallet{suffix}") != "ja":
        return ""
    ground = " ".join(form.get(f"ratt{suffix}", "").split())
    if not ground or len(ground) > MOST_GROUND:
        raise NotComplete(
            f"ratt{suffix}",
            "Skriv vad som ger rätt att skriva under i stället, till exempel delegation eller fullmakt, med högst "
            f"{MOST_GROUND} tecken.",
        )
    return ground


def may_have_deputy(party: Party) -> bool:
    """Whether somebody else may sign in the party's stead: for an organisation, never for the participant or a
    guardian.
    """
    return bool(party.name) and party.role_key in DEPUTIES


def must_confirm(form: Mapping[str, str]) -> None:
    """Raises NotComplete unless the words have been read."""
    if form.get("last") != "ja":
        raise NotComplete(
            "last", "Kryssa i att du har läst och godkänner. Om du inte gör det kan du välja att inte skriva under."
        )


def evidence(ink: Mapping[str, Any] | None, witness: str, device: str) -> dict[str, Any]:
    """What is kept of the act."""
    found: dict[str, Any] = {"confirmed": CONFIRMED, "witness": witness, "device": device[:300]}
    return found | ({"ink": dict(ink)} if ink else {})


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not all(isinstance(stroke, list) for stroke in value):
        raise ValueError
    return value


def _point(point: Any) -> list[float]:
    x, y = point
    if isinstance(x, bool) or isinstance(y, bool) or not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError
    return [round(float(x), DECIMALS), round(float(y), DECIMALS)]
