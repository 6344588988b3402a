"""Praktik as the documents tell it: its periods, how it stands on a day, and what follows it up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ..storage import CaseDocument, State
from .told import Parts, Told, tellers

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


def placements(documents: Iterable[CaseDocument], parts: Parts) -> tuple[Placement, ...]:
    """Every praktik among the documents, newest first; those replaced by a new version are left out."""
    documents = tuple(documents)
    reviews = sorted(tellers(documents, parts, "placement_follow_up"), key=lambda told: told.known_day("day"))
    endings = list(tellers(documents, parts, "placement_end"))
    agreements = tellers(documents, parts, "placement_agreement")
    made = [told for told in agreements if told.one.document.state != State.ERSATT]
    return tuple(_placement(told, reviews, endings, made) for told in made)


def _placement(told: Told, reviews: list[Told], endings: list[Told], made: list[Told]) -> Placement:
    document, first, last = told.one.document, told.known_day("from"), told.known_day("until")
    after = min(
        (d for d in (other.known_day("from") for other in made if other is not told) if d > first), default=date.max
    )
    mine = [_follow_up(review) for review in reviews if first <= review.known_day("day") < after]
    ended = [end.known_day("last_day") for end in endings if (end.one.digest or {}).get("ends") == str(document.id)]
    if not ended and document.state == State.UPPHAVD:
        ended = [day for day in (end.known_day("last_day") for end in endings) if first <= day]
    return Placement(
        document_id=document.id,
        state=document.state,
        first=first,
        last=last,
        hours=float(told.get("hours") or 0),
        follow_up_by=told.day("follow_up_by"),
        follow_ups=tuple(mine),
        ended=min(ended, default=None),
    )


def _follow_up(told: Told) -> FollowUp:
    roles = {row.get("roll") for row in told.rows("present")}
    return FollowUp(
        day=told.known_day("day"),
        both="deltagare" in roles and bool(roles & set(WORKPLACE)),
        extends_to=told.day("new_until") if told.get("decision") == "forlangs" else None,
        next=told.day("next"),
    )
