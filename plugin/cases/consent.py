"""A samtycke as it stands on a day: which information may pass to whom, until when, and what has been taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from ..storage import CaseDocument, State
from .told import Parts, Told, tellers

SOON = 30
"""Days before its end when a samtycke is said to run out."""
Cell = tuple[str, int]
"""A kind of information, and the number (1, 2 …) of the party it may pass to or from."""


@dataclass(frozen=True)
class Consent:
    """One samtycke. *withdrawn* are the cells taken back, with the day; *ended* is the day all of it was."""

    document_id: UUID
    state: State
    parties: tuple[str, ...]
    cells: frozenset[Cell]
    first: date
    last: date
    oral: bool
    withdrawn: Mapping[Cell, date]
    ended: date | None = None
    employer: bool = False
    told: Mapping[str, date] = field(default_factory=dict)
    """Each party that has been told of what was taken back, with the day."""
    sus: str = ""
    """The answer about the register SUS: `ja`, `nej` or `anonym`; empty when it was not asked."""

    @property
    def given(self) -> bool:
        """Whether the participant has signed it, or given it orally so that it was noted."""
        return self.state == State.UNDERTECKNAD or (self.oral and self.state != State.UTKAST) or self.ended is not None

    def valid(self, day: date) -> frozenset[Cell]:
        """The cells that hold on a day; none unless it is given, begun, not ended and not replaced."""
        if (
            not self.given
            or self.state == State.ERSATT
            or not self.first <= day <= self.last
            or (self.ended and day >= self.ended)
        ):
            return frozenset()
        return frozenset(cell for cell in self.cells if not (cell in self.withdrawn and day >= self.withdrawn[cell]))

    def names(self, party: str, day: date) -> bool:
        """Whether some information may pass to the party that this word stands in the name of."""
        open_columns = {column for _, column in self.valid(day)}
        return any(
            party.casefold() in self.parties[n - 1].casefold() for n in open_columns if 0 < n <= len(self.parties)
        )

    def status(self, day: date) -> str:
        """The key of its status in `STATUSES["samtycke"]`; empty when it is not given yet."""
        if self.ended and day >= self.ended:
            return "aterkallat"
        if not self.given or self.state == State.ERSATT:
            return ""
        if day > self.last:
            return "utganget"
        if (self.last - day).days <= SOON:
            return "loper_ut"
        return "galler_delvis" if any(day >= since for since in self.withdrawn.values()) else "galler"

    @property
    def status_day(self) -> date:
        """The day that the words of its status name."""
        return self.ended or self.last


def consents(documents: Iterable[CaseDocument], parts: Parts) -> tuple[Consent, ...]:
    """Every samtycke among the documents, newest first, with what has been taken back from it."""
    documents = tuple(documents)
    taken = list(tellers(documents, parts, "consent_withdrawal"))
    return tuple(
        _consent(given, [back for back in taken if (back.one.digest or {}).get("ends") == str(given.one.document.id)])
        for given in tellers(documents, parts, "consent")
    )


def _consent(given: Told, taken: list[Told]) -> Consent:
    withdrawn: dict[Cell, date] = {}
    ended = None
    parties = tuple(f"{row.get('organisation', '')}, {row.get('enhet', '')}" for row in given.rows("parties"))
    told: dict[str, date] = {}
    for back in taken:
        day = back.known_day("withdrawn")  # with a time of day; it holds from that day
        days = back.get("notified") or ()
        told |= {party: date.fromisoformat(when) for party, when in zip(parties, days, strict=False) if when}
        if back.get("extent") == "delvis":
            withdrawn |= dict.fromkeys(_cells(back.rows("cells")), day)
        else:
            ended = min(day, ended) if ended else day
    return Consent(
        document_id=given.one.document.id,
        state=given.one.document.state,
        parties=parties,
        cells=_cells(given.rows("cells")),
        first=given.known_day("from"),
        last=given.known_day("until"),
        oral=given.get("way") == "muntligt",
        withdrawn=withdrawn,
        ended=ended,
        employer=given.get("employer") == "ja",
        told=told,
        sus=str(given.get("sus") or ""),
    )


def _cells(rows: Iterable[Mapping[str, Any]]) -> frozenset[Cell]:
    return frozenset((str(row["uppgift"]), int(row["part"])) for row in rows)
