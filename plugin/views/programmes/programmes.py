"""The programmes, for those who work in them: steps, what opens them, and what is asked when."""

from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....schemas.phrases import phrase
from ...cases.queue import queue
from ...cases.service import places_taken, refresh_stale
from ...installation.access import signed_in
from ...installation.catalogue import programme_now, programmes_now, title_of
from ...installation.permissions import allowed
from ...web.rendering import render
from ..cases.list import listed


def programmes() -> ResponseReturnValue:
    """Every programme, those that run first."""
    found = programmes_now()
    return render(
        "stegvis/programmes.html",
        title=phrase("nav_programmes"),
        running=[one for one in found if one.runs],
        records=[one for one in found if not one.runs],
    )


def programme_queue(programme_id: str) -> ResponseReturnValue:
    """Who waits in the programme, in the order they are to be asked."""
    found = programme_now(programme_id)
    if not found.runs:
        raise NotFound
    refresh_stale()
    waits = queue(found)
    cases = listed(tuple(one.case for one in waits))
    return render("stegvis/queue.html", title="Kö", programme=found, rows=list(zip(waits, cases, strict=True)))


def programme(programme_id: str) -> ResponseReturnValue:
    """One programme as its file says it."""
    found = programme_now(programme_id)
    taken = places_taken(found) if found.places and allowed(signed_in(), "case.read") else None
    return render(
        "stegvis/programme.html",
        title=found.title,
        programme=found,
        title_of=title_of,
        may_write=allowed(signed_in(), "case.write"),
        reads=allowed(signed_in(), "case.read"),
        taken=taken,
    )
