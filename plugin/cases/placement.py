"""Praktik as the documents tell it: its periods, how it stands on a day, and what follows it up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ..storage import CaseDocument, State

WORKPLACE = ("arbetsgivare", "handledare")


@dataclass(frozen=True)
class FollowUp:
    """One follow-up of a praktik; *both* says that the participant and the workplace took part."""

    day: date
    both: bool
    extends_to: date | None
    next: date | None


@dataclass(frozen=True)
class Placement:
    """One agreement about praktik."""

    document_id: UUID
    state: State
    first: date
    last: date
    hours: float
    follow_up_by: date | None
    follow_ups: tuple[FollowUp, ...] = ()
    ended: date | None = None

    @property
    def signed(self) -> bool:
        """Whether all have signed; nobody begins before that."""
        return self.state in (State.UNDERTECKNAD, State.UPPHAVD)

    @property
    def until(self) -> date:
        """The last day, with what the follow-ups have extended it to, or the day it was ended."""
        extended = max((one.extends_to for one in self.follow_ups if one.extends_to), default=self.last)
        return min(self.ended, max(self.last, extended)) if self.ended else max(self.last, extended)

    def running(self, day: date) -> bool:
        """Whether it is going on."""
        return self.signed and self.first <= day <= self.until

    @property
    def periods(self) -> tuple[tuple[date, date], ...]:
        """The first period, and one more for each extension."""
        ends = sorted({self.last, *(one.extends_to for one in self.follow_ups if one.extends_to)})
        starts = [self.first, *(end + timedelta(days=1) for end in ends[:-1])]
        return tuple(zip(starts, ends, strict=True))

    def period(self, day: date) -> tuple[date, date]:
        """The period that the day lies in; the first before it begins, the last when it is over."""
        return next((period for period in self.periods if day <= period[1]), self.periods[-1])

    def followed_up(self, day: date) -> bool:
        """Whether the period of that day has a follow-up with both parties (R2)."""
        first, last = self.period(day)
        return any(one.both and first <= one.day <= last for one in self.follow_ups)

    @property
    def next_follow_up(self) -> date | None:
        """When it is to be followed up at the latest; None when that has been done for the last period, or it is
        over.
        """
        planned = [one.next for one in self.follow_ups if one.next] or (
            [self.follow_up_by] if self.follow_up_by else []
        )
        return None if self.ended or self.followed_up(self.periods[-1][1]) or not planned else planned[-1]

    def status(self, day: date) -> str:
        """The key of its status in `STATUSES["praktik"]`."""
        if self.ended:
            return "upphavd"
        if day > self.until:
            return "genomford"
        if not self.signed or day < self.first:
            return "planerad"
        if self.next_follow_up and day > self.next_follow_up:
            return "uppfoljning_kravs"
        return "forlangd" if self.until > self.last else "pagaende"

    @property
    def status_day(self) -> date:
        """The day that the words of its status name, but for one that is planned."""
        return self.ended or self.until


def placements(documents: Iterable[CaseDocument]) -> tuple[Placement, ...]:
    """Every praktik among the documents, newest first; those replaced by a new version are left out."""
    documents = tuple(one for one in documents if one.digest)
    reviews = sorted((one for one in documents if one.document.form == "praktikuppfoljning"), key=_day)
    endings = [one for one in documents if one.document.form == "upphavande"]
    made = [one for one in documents if one.document.form == "praktikavtal" and one.document.state != State.ERSATT]
    return tuple(_placement(one, reviews, endings, made) for one in made)


def _placement(
    one: CaseDocument, reviews: list[CaseDocument], endings: list[CaseDocument], made: list[CaseDocument]
) -> Placement:
    answers = _answers(one)
    first, last = date.fromisoformat(answers["period_fran"]), date.fromisoformat(answers["period_till"])
    after = min((d for d in (_first(other) for other in made if other is not one) if d > first), default=date.max)
    mine = [
        _follow_up(_answers(review))
        for review in reviews
        if first <= date.fromisoformat(_answers(review)["datum"]) < after
    ]
    ended = [
        date.fromisoformat(_answers(end)["sista_dag"])
        for end in endings
        if (end.digest or {}).get("ends") == str(one.document.id)
    ]
    if not ended and one.document.state == State.UPPHAVD:
        ended = [
            date.fromisoformat(_answers(end)["sista_dag"])
            for end in endings
            if first <= date.fromisoformat(_answers(end)["sista_dag"])
        ]
    return Placement(
        document_id=one.document.id,
        state=one.document.state,
        first=first,
        last=last,
        hours=float(answers.get("omfattning_timmar", 0)),
        follow_up_by=date.fromisoformat(answers["uppfoljning_datum"]) if answers.get("uppfoljning_datum") else None,
        follow_ups=tuple(mine),
        ended=min(ended, default=None),
    )


def _follow_up(answers: Mapping[str, Any]) -> FollowUp:
    roles = {row.get("roll") for row in answers.get("deltagit", ())}
    new, following = answers.get("ny_period_till"), answers.get("nasta_uppfoljning")
    return FollowUp(
        day=date.fromisoformat(answers["datum"]),
        both="deltagare" in roles and bool(roles & set(WORKPLACE)),
        extends_to=date.fromisoformat(new) if answers.get("beslut") == "forlangs" and new else None,
        next=date.fromisoformat(following) if following else None,
    )


def _answers(one: CaseDocument) -> Mapping[str, Any]:
    found: Mapping[str, Any] = (one.digest or {})["answers"]
    return found


def _first(one: CaseDocument) -> date:
    return date.fromisoformat(_answers(one)["period_fran"])


def _day(one: CaseDocument) -> str:
    return str(_answers(one)["datum"])
