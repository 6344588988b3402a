"""My work: drafts to go on with, and what has been saved lately."""

from datetime import date, timedelta
from uuid import UUID

from flask import Response, request
from flask.typing import ResponseReturnValue

from ...schemas.phrases import phrase
from ..cases.deadlines import words
from ..cases.people import called
from ..cases.service import refresh_stale
from ..installation.access import signed_in
from ..installation.acting import acting
from ..installation.catalogue import programmes_now, title_of
from ..installation.clock import today
from ..installation.permissions import allowed
from ..installation.state import state
from ..storage import STANDING, Deadline, State, StoredCase, StoredDocument
from ..web.rendering import render, url

MOST = 50


def start() -> ResponseReturnValue:
    """The first page after login: drafts for those who write, saved documents for those who read."""
    who = signed_in()
    cases = allowed(who, "case.read")
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
        cases=cases,
        due=_due() if cases else [],
        today=today(),
    )


def _due() -> list[tuple[Deadline, StoredCase, str, str]]:
    """What is to be done in one's own cases: the thing, the case, and both in words."""
    refresh_stale()
    programmes = {one.id: one for one in programmes_now()}
    found = acting().cases.due(today(), responsible=signed_in().subject, limit=MOST)
    return [
        (due, case, words(due, programmes[case.programme]), called(case))
        for due, case in found
        if case.programme in programmes
    ]


def calendar() -> ResponseReturnValue:
    """The same as a calendar file (RFC 5545), with nothing in it about anybody: what is to be done, the day, and
    the address.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stegvis//SV", "CALSCALE:GREGORIAN"]
    for number, (due, case, what, _) in enumerate(_due(), 1):
        lines += _event(number, due.day, what, url("case", case_id=case.id, _external=True), case.id)
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    return Response(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="mitt-arbete.ics"'},
    )


def _event(number: int, day: date, what: str, where: str, case_id: UUID) -> list[str]:
    stamp = state().clock().strftime("%Y%m%dT%H%M%SZ")
    return [
        "BEGIN:VEVENT",
        f"UID:{case_id}-{number}@stegvis",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(what)}",
        f"URL:{where}",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _newest(where: State | tuple[State, ...], argument: str) -> tuple[StoredDocument, ...]:
    """A page of documents, newest first; the address says after which one it begins."""
    after = request.args.get(argument, type=UUID)
    return acting().documents.listing(state=where, limit=MOST, after=after)
