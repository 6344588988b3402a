"""The programmes, for those who work in them: steps, what opens them, and what is asked when."""

from flask.typing import ResponseReturnValue

from ...schemas.phrases import phrase
from ..access import allowed, signed_in
from ..cases.service import places_taken, programme_now, programmes_now
from ..catalogue import title_of
from ..rendering import render


def programmes() -> ResponseReturnValue:
    """Every programme, those that run first."""
    found = programmes_now()
    return render(
        "stegvis/programmes.html", title=phrase("nav_programmes"), running=[one for one in found if one.runs], records=[one for one in found if not one.runs],
    )  # fmt: skip


def programme(programme_id: str) -> ResponseReturnValue:
    """One programme as its file says it."""
    found = programme_now(programme_id)
    taken = places_taken(found) if found.places and allowed(signed_in(), "case.read") else None
    return render(
        "stegvis/programme.html", title=found.title, programme=found, title_of=title_of, may_write=allowed(signed_in(), "case.write"), taken=taken,
    )  # fmt: skip
