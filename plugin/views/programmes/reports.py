"""What is made of a programme: the sheet of information, and reports."""

from datetime import date

from flask import request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from ....exporters import Document, fragment
from ....forms import Programme
from ....forms.programme.report_heads import reports
from ...cases.letters import sheet
from ...cases.report import Counted, report
from ...cases.service import cases_of, refresh_stale
from ...documents.context import make_context
from ...installation.catalogue import programme_now
from ...installation.clock import today
from ...web.rendering import render, url
from ..documents.download import file_response


def programme_sheet(programme_id: str, form: str) -> ResponseReturnValue:
    """The sheet of information as a file. Raises NotFound for a programme that has none."""
    found = sheet(programme_now(programme_id), make_context())
    if found is None:
        raise NotFound
    return file_response(found, form)


def programme_report(programme_id: str) -> ResponseReturnValue:
    """A report to read, and the way to its files; without a kind, the choice of one."""
    programme, problems = programme_now(programme_id), _problems()
    first, last = _period(programme)
    kind = request.args.get("slag", "")
    body = "" if kind not in reports() or problems else Markup(fragment(_made(programme, kind, first, last)))
    html = render(
        "stegvis/report.html",
        title="Redovisning",
        failed=bool(problems),
        programme=programme,
        kinds=list(reports().values()),
        kind=kind,
        body=body,
        problems=problems,
        first=request.args.get("fran") or first.isoformat(),
        last=request.args.get("till") or last.isoformat(),
        where=url("programme_report", programme_id=programme_id),
        kept={"slag": kind, "fran": first.isoformat(), "till": last.isoformat()},
    )
    return html, 422 if problems else 200


def programme_report_file(programme_id: str, form: str) -> ResponseReturnValue:
    """The report as a file."""
    programme = programme_now(programme_id)
    if request.args.get("slag") not in reports() or _problems():
        raise NotFound
    return file_response(_made(programme, request.args["slag"], *_period(programme)), form)


def _made(programme: Programme, kind: str, first: date, last: date) -> Document:
    refresh_stale()
    cases = [case for case in cases_of(programme) if first <= case.opened <= last]
    return report(reports()[kind], Counted(programme, cases, first, last), make_context())


def _period(programme: Programme) -> tuple[date, date]:
    """The period that is asked for; else the programme's own, or the year so far."""
    first = _day("fran") or programme.first_day or today().replace(month=1, day=1)
    return first, _day("till") or programme.last_day or today()


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _problems() -> list[tuple[str, str]]:
    found = [
        (f"st-{name}", "Skriv dagen med år, månad och dag, till exempel 2026-11-25.")
        for name in ("fran", "till")
        if request.args.get(name) and _day(name) is None
    ]
    first, last = _day("fran"), _day("till")
    return [*found, *([("st-till", "Välj en dag efter den första.")] if first and last and last < first else [])]
