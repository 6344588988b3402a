"""My work: drafts to go on with, and what has been saved lately."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from ...schemas.phrases import phrase
from ..access import allowed, signed_in
from ..catalogue import title_of
from ..documents import tenant
from ..rendering import render
from ..state import state
from ..storage import STANDING, State, StoredDocument

MOST = 50


def start() -> ResponseReturnValue:
    """The first page after login: drafts for those who write, saved documents for those who read."""
    who = signed_in()
    reads, writes = allowed(who, "document.read"), allowed(who, "document.write")
    return render(
        "stegvis/start.html",
        title=phrase("nav_home"),
        who_am_i=who,
        reads=reads,
        writes=writes,
        drafts=_newest(State.UTKAST, "utkast_efter") if writes else (),
        saved=_newest(STANDING, "sparade_efter") if reads else (),
        most=MOST,
        title_of=title_of,
    )


def _newest(where: State | tuple[State, ...], argument: str) -> tuple[StoredDocument, ...]:
    """A page of documents, newest first; the address says after which one it begins."""
    after = request.args.get(argument, type=UUID)
    return state().store.listing(tenant(), by=signed_in().subject, state=where, limit=MOST, after=after)
