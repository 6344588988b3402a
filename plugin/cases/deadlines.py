"""What falls due in a case: counted on every change, so that a day passing needs no job."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ...forms import Programme
from ...forms.language.case_roles import CasePart
from ...forms.programme.definition import Interval
from ..storage import CaseDocument, Deadline, State
from .case_file import CaseFile
from .consent import SOON
from .told import Told

AGREEMENT_DAYS = 14
"""Days before its end when an agreement is shown."""
FOLLOW_UP_DAYS = 7
"""Days before it falls due when a follow-up is shown."""
DECISION_DAYS = 3

KINDS = {
    "uppfoljning": "Uppföljning",
    "avtal": "Avtalet slutar",
    "samtycke": "Samtycket slutar gälla",
    "underskrift": "Väntar på underskrift",
    "ny": "Ny intresseanmälan",
    "intervall": "Att göra",
    "utkast": "Utkast",
}
"""What each kind of due is called in lists."""


def deadlines(case: CaseFile) -> tuple[Deadline, ...]:
    """Everything that falls due, none in a closed case."""
    if case.stored.closed:
        return ()
    return (*_new(case), *_agreements(case), *_consents(case), *_signatures(case), *_intervals(case), *_planned(case))


def _new(case: CaseFile) -> Iterator[Deadline]:
    """A case that nobody has answered yet."""
    answered = any(True for _ in case.noted("kallad", "mote", "steg", "hoppat", "beslut"))
    if not answered and not case.told("application", "decision"):
        yield Deadline(kind="ny", day=case.opened, shown_from=case.opened)


def _agreements(case: CaseFile) -> Iterator[Deadline]:
    for one in case.placements:
        if one.ended or not one.signed:
            continue
        if one.next_follow_up:
            shown = one.next_follow_up - timedelta(days=FOLLOW_UP_DAYS)
            yield Deadline(kind="uppfoljning", day=one.next_follow_up, shown_from=shown, document_id=one.document_id)
        if one is case.placements[0]:
            yield Deadline(
                kind="avtal",
                day=one.until,
                shown_from=one.until - timedelta(days=AGREEMENT_DAYS),
                document_id=one.document_id,
            )


def _consents(case: CaseFile) -> Iterator[Deadline]:
    """The newest samtycke, while it holds; an older one has been followed by it."""
    given = [one for one in case.consents if one.given and not one.ended]
    if given:
        last = given[0].last
        yield Deadline(
            kind="samtycke", day=last, shown_from=last - timedelta(days=SOON), document_id=given[0].document_id
        )


def _signatures(case: CaseFile) -> Iterator[Deadline]:
    for one in case.documents:
        if one.document.state == State.DELVIS or (
            one.document.state == State.KLAR and (one.digest or {}).get("signed")
        ):
            day = one.document.changed.date()
            yield Deadline(
                kind="underskrift", day=day, shown_from=day, what=one.document.form, document_id=one.document.id
            )


def _intervals(case: CaseFile) -> Iterator[Deadline]:
    for interval in case.programme.intervals:
        begun = _begun(case, interval)
        if begun is None:
            continue
        done = [day for day in _done(case, interval) if day >= begun]
        if done and not interval.repeat:
            continue
        day = _promised(case, interval) or after(max(done, default=begun), interval)
        yield Deadline(kind="intervall", day=day, shown_from=day - timedelta(days=FOLLOW_UP_DAYS), what=interval.id)


def _begun(case: CaseFile, interval: Interval) -> date | None:
    moment, _, name = interval.after.partition(":")
    if moment == "start":
        return case.opened
    if moment == "phase":
        return next((event.day for event in case.noted("fas") if event.payload.get("fas") == name), None)
    return next((one.done for one in case.steps if one.step.id == name), None)


def _done(case: CaseFile, interval: Interval) -> list[date]:
    if interval.event:
        return [event.day for event in case.noted(interval.event.replace("_", "-"))]
    same = case.alike(interval.form)
    return [_day(case, one) for one in case.saved if one.document.form in same and one.digest]


def _day(case: CaseFile, one: CaseDocument) -> date:
    """The day of a document, by its part or by the name that forms without one give it; or else when it was saved."""
    told = Told(one, case.parts.get(one.document.form) or CasePart("", {"day": "datum"}))
    return told.day("day") or one.document.changed.date()


def _planned(case: CaseFile) -> Iterator[Deadline]:
    """The day that the plan or the latest follow-up says, when no interval of the programme has begun that would
    tell it.
    """
    day = _said(case)
    if day and not any(_follows_up(case, interval) and _begun(case, interval) for interval in case.programme.intervals):
        yield Deadline(kind="uppfoljning", day=day, shown_from=day - timedelta(days=FOLLOW_UP_DAYS))


def _follows_up(case: CaseFile, interval: Interval) -> bool:
    return case.role(interval.form) == "follow_up" and interval.repeat


def _promised(case: CaseFile, interval: Interval) -> date | None:
    """The day that the latest follow-up or plan itself says, when it is a follow-up that falls due."""
    return _said(case) if _follows_up(case, interval) else None


def _said(case: CaseFile) -> date | None:
    said = [case.told("follow_up", "next"), case.told("plan", "next")]
    follow, plan = (date.fromisoformat(day) if day else None for day in said)
    return follow or (plan if case.latest("follow_up") is None else None)


def after(day: date, interval: Interval) -> date:
    """So much later: months keep the day where it is there (domain.md 1.10)."""
    month = day.month - 1 + interval.months
    year, month = day.year + month // 12, month % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(days=interval.days, weeks=interval.weeks)


def words(due: Deadline, programme: Programme) -> str:
    """What is to be done, in words."""
    if due.kind == "intervall":
        return programme.called("intervals", due.what)
    return KINDS[due.kind]
