"""The state machine: a fold over events, and acts that give new events or refuse. It knows no database, page or
provider.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, assert_never

from . import events as happened
from .errors import (
    AlreadySigned,
    BrokenHistory,
    CannotBegin,
    Changed,
    Closed,
    NoSuchParty,
    NotComplete,
    NotShown,
    NotYet,
)
from .events import AnyEvent, Declined, SignatureGiven
from .parties import Party

MOST_LETTERS = 2_000
DEPUTIES = ("kommun", "arbetsgivare")
"""The roles of organisations, for which somebody else than the one who is named may sign."""
"""Of a reason; a name and a place have a tenth."""


class Status(StrEnum):
    """Where a round of signing stands."""

    ACTIVE = "active"
    HALTED = "halted"
    COMPLETED = "completed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    VOIDED = "voided"


OPEN = frozenset({Status.ACTIVE, Status.HALTED})
CLOSED: Mapping[Status, str] = {
    Status.HALTED: "Vänta. Underskrifterna är pausade.",
    Status.COMPLETED: "Öppna handlingen. Alla som behövs har skrivit under.",
    Status.DECLINED: "Prata med kommunen. Någon har valt att inte skriva under.",
    Status.WITHDRAWN: "Prata med kommunen. Underskrifterna är avbrutna.",
    Status.EXPIRED: "Be kommunen börja om. Tiden för att skriva under har gått ut.",
    Status.VOIDED: "Läs den nya versionen. Den här gäller inte längre.",
}


@dataclass(frozen=True, kw_only=True)
class Signing:
    """One round: what is signed (by its SHA-256), by whom, and how far it has come. *number* counts all events of
    all rounds.
    """

    number: int
    round: int
    status: Status
    sha256: str
    parties: tuple[Party, ...]
    track: str
    order: tuple[str, ...] = ()
    expires: date | None = None
    shown: frozenset[str] = frozenset()
    approved: Mapping[str, SignatureGiven] = field(default_factory=dict)
    declined: Declined | None = None
    reason: str = ""
    changes: tuple[str, ...] = ()

    def party(self, key: str) -> Party:
        """The party of that key. Raises NoSuchParty."""
        for party in self.parties:
            if party.key == key:
                return party
        raise NoSuchParty

    @property
    def waited_for(self) -> tuple[Party, ...]:
        """Those who are needed and have not signed; anybody will do where nobody is required."""
        needed = [party for party in self.parties if party.required]
        if not needed:
            return () if self.approved else self.parties
        return tuple(party for party in needed if party.key not in self.approved)

    @property
    def next(self) -> tuple[Party, ...]:
        """Those who may sign now."""
        if self.status != Status.ACTIVE:
            return ()
        left = [party for party in self.parties if party.key not in self.approved]
        if not self.order:
            return tuple(left)
        first = next((key for key in self.order if key not in self.approved and self.party(key).required), "")
        place = self.order.index(first) if first else len(self.order)
        return tuple(party for party in left if self.order.index(party.key) <= place)


def replay(events: Iterable[AnyEvent]) -> Signing | None:
    """The state after these events; None before the first. Raises BrokenHistory when they cannot follow each other."""
    signing: Signing | None = None
    for event in events:
        signing = _after(signing, event)
    return signing


def after(now: Signing | None, events: tuple[AnyEvent, ...]) -> Signing:
    """The state after these events too; at least one. Raises BrokenHistory."""
    for event in events:
        now = _after(now, event)
    if now is None:
        raise BrokenHistory("nothing")
    return now


def create(
    now: Signing | None,
    parties: tuple[Party, ...],
    sha256: str,
    track: str,
    *,
    at: datetime,
    by: str,
    order: tuple[str, ...] = (),
    expires: date | None = None,
) -> tuple[AnyEvent, ...]:
    """A new round. Raises CannotBegin while another is open, when all have signed, and for an order that is not of
    these parties.
    """
    if now is not None and now.status in OPEN:
        raise CannotBegin("Avbryt underskrifterna som pågår innan du börjar om.")
    if now is not None and now.status == Status.COMPLETED:
        raise CannotBegin("Gör en ny version om något ska ändras. Handlingen är underskriven.")
    if order and sorted(order) != sorted(party.key for party in parties):
        raise CannotBegin("Ordna alla som skriver under, var och en en gång.")
    return (happened.Created(at=at, by=by, sha256=sha256, parties=parties, track=track, order=order, expires=expires),)


def show(now: Signing, party: str, sha256: str, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The party is shown the words; nothing the second time. Raises Closed, NoSuchParty, NotYet, Changed."""
    _may_act(now, party, sha256)
    if party in now.shown:
        return ()
    return (happened.Shown(at=at, by=by, party=party, sha256=sha256),)


def approve(
    now: Signing,
    party: str,
    sha256: str,
    *,
    round: int,
    at: datetime,
    by: str,
    name: str,
    method: str,
    on: date,
    place: str = "",
    deputy: bool = False,
    evidence: Mapping[str, Any] | None = None,
) -> tuple[AnyEvent, ...]:
    """The party's signature, and the end of the round when it was the last that was needed.

    *deputy* signs in the stead of the one whose name the document holds. Raises Closed, NoSuchParty, AlreadySigned,
    NotYet, Changed, NotShown, NotComplete.
    """
    who = _may_act(now, party, sha256)
    if round != now.round:
        raise Changed
    if party not in now.shown:
        raise NotShown
    signed = happened.SignatureGiven(
        at=at,
        by=by,
        party=party,
        sha256=sha256,
        name=_name(who, name, deputy=deputy),
        method=method,
        on=on,
        place=_line(place, "ort", "Skriv orten med högst 200 tecken."),
        behalf=who.behalf or (who.name if deputy else ""),
        evidence=dict(evidence or {}),
    )
    if _after(now, signed).waited_for:
        return (signed,)
    return signed, happened.Completed(at=at, by=by, sha256=sha256)


def decline(now: Signing, party: str, sha256: str, reason: str, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The party says no. Raises as `approve`, and NotComplete without a reason."""
    _may_act(now, party, sha256)
    return (happened.Declined(at=at, by=by, party=party, sha256=sha256, reason=_reason(reason)),)


def withdraw(now: Signing, reason: str, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The round ends, as the municipality wants. Raises Closed when it is over, NotComplete without a reason."""
    _must_be(now, OPEN)
    return (happened.Withdrawn(at=at, by=by, reason=_reason(reason)),)


def halt(now: Signing, reason: str, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The round rests. Raises Closed, NotComplete."""
    _must_be(now, {Status.ACTIVE})
    return (happened.Halted(at=at, by=by, reason=_reason(reason)),)


def reactivate(now: Signing, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The round goes on. Raises Closed when it does not rest."""
    _must_be(now, {Status.HALTED})
    return (happened.Reactivated(at=at, by=by),)


def expire(now: Signing, today: date, *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """The end of a round whose last day is before *today*; nothing otherwise."""
    if now.status not in OPEN or now.expires is None or today <= now.expires:
        return ()
    return (happened.Expired(at=at, by=by),)


def void(now: Signing, changes: tuple[str, ...], *, at: datetime, by: str) -> tuple[AnyEvent, ...]:
    """What was signed is no longer what stands. Raises Closed when the round is over: what all have signed is never
    voided.
    """
    _must_be(now, OPEN)
    return (happened.Voided(at=at, by=by, changes=changes),)


def _may_act(now: Signing, key: str, sha256: str) -> Party:
    party = now.party(key)
    if key in now.approved:
        raise AlreadySigned(party.role)
    _must_be(now, {Status.ACTIVE})
    if sha256 != now.sha256:
        raise Changed
    if party not in now.next:
        first = next(before for before in now.order if before not in now.approved and now.party(before).required)
        raise NotYet(now.party(first).role)
    return party


def _must_be(now: Signing, wanted: Iterable[Status]) -> None:
    if now.status not in wanted:
        raise Closed(CLOSED.get(now.status, "Vänta. Underskrifterna pågår."))


def _name(party: Party, name: str, *, deputy: bool) -> str:
    """The name that was typed. Raises NotComplete when it is another's than the document's, and nobody signs in
    their stead.
    """
    typed = _line(name, "namn", "Skriv namnet med högst 200 tecken.")
    if not typed:
        raise NotComplete("namn", "Skriv ditt namn.")
    if deputy and party.role_key not in DEPUTIES:
        raise NotComplete("namn", f"Låt {party.name or party.role} skriva under. Ingen annan kan göra det här.")
    if party.name and not deputy and _alike(typed) != _alike(party.name):
        raise NotComplete("namn", f"Skriv namnet som det står i handlingen: {party.name}.")
    return typed


def _alike(name: str) -> str:
    return " ".join(name.casefold().split())


def _line(words: str, path: str, too_long: str) -> str:
    line = " ".join(words.split())
    if len(line) > MOST_LETTERS // 10:
        raise NotComplete(path, too_long)
    return line


def _reason(words: str) -> str:
    reason = words.strip()
    if not reason:
        raise NotComplete("skal", "Skriv varför.")
    if len(reason) > MOST_LETTERS:
        raise NotComplete("skal", f"Skriv kortare. Högst {MOST_LETTERS} tecken får plats.")
    return reason


def _after(before: Signing | None, event: AnyEvent) -> Signing:
    if isinstance(event, happened.Created):
        return _created(before, event)
    if before is None:
        raise BrokenHistory(event.kind)
    now = replace(before, number=before.number + 1)
    match event:
        case happened.Shown():
            return replace(now, shown=now.shown | {event.party})
        case happened.SignatureGiven():
            if event.party in now.approved or event.sha256 != now.sha256 or now.status != Status.ACTIVE:
                raise BrokenHistory(event.kind)
            return replace(now, approved={**now.approved, event.party: event})
        case happened.Declined():
            return replace(now, status=Status.DECLINED, declined=event, reason=event.reason)
        case happened.Withdrawn():
            return replace(now, status=Status.WITHDRAWN, reason=event.reason)
        case happened.Halted():
            return replace(now, status=Status.HALTED, reason=event.reason)
        case happened.Reactivated():
            return replace(now, status=Status.ACTIVE, reason="")
        case happened.Expired():
            return replace(now, status=Status.EXPIRED)
        case happened.Voided():
            return replace(now, status=Status.VOIDED, changes=event.changes)
        case happened.Completed():
            if now.waited_for:
                raise BrokenHistory(event.kind)
            return replace(now, status=Status.COMPLETED)
        case _:
            assert_never(event)


def _created(before: Signing | None, event: happened.Created) -> Signing:
    if before is not None and before.status in OPEN:
        raise BrokenHistory("created")
    return Signing(
        number=before.number + 1 if before else 1,
        round=before.round + 1 if before else 1,
        status=Status.ACTIVE,
        sha256=event.sha256,
        parties=event.parties,
        track=event.track,
        order=event.order,
        expires=event.expires,
    )
