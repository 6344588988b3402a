"""A case as it stands: what was noted and what the documents tell, put together. Pure; it asks no storage."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from ...forms import Programme, Step
from ...forms.language.context import STOCKHOLM
from ...forms.loading.loader import case_parts
from ..storage import CaseDocument, CaseEvent, State, StoredCase
from .consent import Consent, consents
from .placement import Placement, placements
from .told import Parts, Told


@dataclass(frozen=True)
class Fact:
    """What a vocabulary term has come to, and the document that says it; *kind* is the question kind it answered."""

    term: str
    value: Any
    kind: str
    document_id: UUID
    form: str
    day: date


@dataclass(frozen=True)
class StepStanding:
    """One step on the line: done on a day, skipped for a reason, the one that is next, or still to come."""

    step: Step
    done: date | None
    skipped: str
    is_next: bool = False

    @property
    def past(self) -> bool:
        """Whether nothing more is waited for in it."""
        return self.done is not None or bool(self.skipped)


@dataclass(frozen=True)
class CaseFile:
    """The case, its programme, its events oldest first and its documents newest first; *parts* are what forms tell a
    case, those that are shipped when no others are given.
    """

    stored: StoredCase
    programme: Programme
    events: tuple[CaseEvent, ...]
    documents: tuple[CaseDocument, ...]
    parts: Parts = field(default_factory=case_parts)

    @property
    def id(self) -> UUID:
        """The case's id."""
        return self.stored.id

    @property
    def person(self) -> Mapping[str, Any]:
        """What was said of the person when the case was opened, by the last part of the vocabulary's terms; empty
        when anonymous.
        """
        found: Mapping[str, Any] = self.stored.payload.get("person", {})
        return found

    @property
    def anonymous(self) -> bool:
        """Whether it is not written down who the person is (SoL 14:5)."""
        return bool(self.stored.payload.get("anonymous"))

    @property
    def number(self) -> str:
        """The case number."""
        return str(self.stored.payload["number"])

    @cached_property
    def opened(self) -> date:
        """The day the case came in."""
        return next((event.day for event in self.noted("oppnad")), self.stored.opened.astimezone(STOCKHOLM).date())

    @cached_property
    def _noted(self) -> tuple["Noted", ...]:
        return tuple(Noted(event.payload) for event in self.events)

    def noted(self, *kinds: str) -> Iterator["Noted"]:
        """The events of these kinds, oldest first."""
        return (event for event in self._noted if event.kind in kinds)

    @cached_property
    def meetings(self) -> tuple["Noted", ...]:
        """The meetings that the participant came to."""
        return tuple(event for event in self.noted("mote") if event.payload.get("kom") in (True, "ja"))

    @property
    def is_participant(self) -> bool:
        """Whether the person counts as a participant, by the programme's rule of meetings (A25)."""
        return len(self.meetings) >= self.programme.participant_after

    @cached_property
    def saved(self) -> tuple[CaseDocument, ...]:
        """The documents that are saved and not replaced, newest first."""
        return tuple(one for one in self.documents if one.document.state not in (State.UTKAST, State.ERSATT))

    def role(self, form: str) -> str:
        """The part that a form plays in cases; empty when it plays none."""
        part = self.parts.get(form)
        return part.role if part else ""

    def alike(self, form: str) -> frozenset[str]:
        """The form, and every other that plays the same part."""
        role = self.role(form)
        return frozenset([form, *(other for other, part in self.parts.items() if part.role == role)])

    def usable(self, role: str) -> str:
        """The programme's first form that plays the part; empty when it has none."""
        return next((form for form in self.programme.all_forms if self.role(form) == role), "")

    def form_of(self, role: str) -> str:
        """The form to play the part with: the programme's, or else the first there is."""
        return self.usable(role) or next((form for form, part in self.parts.items() if part.role == role), "")

    def form_for(self, form: str) -> str:
        """The form itself, or the one that the programme has in its place."""
        return form if form in self.programme.all_forms else self.usable(self.role(form)) or form

    def latest(self, role: str) -> CaseDocument | None:
        """The newest saved document that plays a part, of whichever form."""
        return next((one for one in self.saved if self.role(one.document.form) == role), None)

    def told(self, role: str, term: str) -> Any:
        """What the newest saved document of the part tells; None when it does not tell it."""
        latest = self.latest(role)
        return Told(latest, self.parts[latest.document.form]).get(term) if latest else None

    def latest_of(self, form: str) -> CaseDocument | None:
        """The newest saved document of a form, or of one that plays the same part."""
        same = self.alike(form)
        return next((one for one in self.saved if one.document.form in same), None)

    def answer(self, form: str, name: str) -> Any:
        """An answer as a programme's file names it, by form and question: what a form that plays the same part tells
        counts as well.
        """
        term = self.parts[form].term(name) if form in self.parts else ""
        if term:
            return self.told(self.role(form), term)
        latest = next((one for one in self.saved if one.document.form == form), None)
        return latest.digest["answers"].get(name) if latest and latest.digest else None

    @cached_property
    def consents(self) -> tuple[Consent, ...]:
        """Every samtycke, newest first."""
        return consents(self.documents, self.parts)

    @cached_property
    def placements(self) -> tuple[Placement, ...]:
        """Every praktik, newest first."""
        return placements(self.documents, self.parts)

    @cached_property
    def activities(self) -> tuple["Noted", ...]:
        """The activities that have begun and not ended."""
        open_ones: list[Noted] = []
        for event in self.noted("aktivitet", "aktivitet-slut"):
            if event.kind == "aktivitet":
                open_ones.append(event)
            else:
                ended = event.payload.get("aktivitet")
                open_ones = [one for one in open_ones if one.payload.get("aktivitet") != ended]
        return tuple(open_ones)

    @cached_property
    def chosen(self) -> CaseEvent | None:
        """When a workplace was chosen from the register last, and what the register said of it."""
        return next((event for event in reversed(self.events) if event.payload["kind"] == "arbetsplats"), None)

    @property
    def workplace(self) -> str:
        """The name of the workplace that was chosen, or spoken with, last; empty when there is none."""
        noted = _last(self.noted("arbetsplats", "kontakt", "studiebesok"))
        return str(noted.payload.get("namn") or noted.payload.get("arbetsplats") or "") if noted else ""

    @cached_property
    def phase(self) -> "Noted | None":
        """The phase it is in, as it was noted."""
        return _last(self.noted("fas"))

    @cached_property
    def status(self) -> str:
        """The status of the programme's own list; empty when none has been noted."""
        noted = _last(self.noted("status"))
        return str(noted.payload["status"]) if noted else str(self.told("closing", "status") or "")

    @cached_property
    def decisions(self) -> Mapping[str, "Noted"]:
        """The latest decision about each step."""
        return {str(event.payload["steg"]): event for event in self.noted("beslut")}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """What each vocabulary term has come to: the newest document that says it decides."""
        found: dict[str, Fact] = {}
        for one in reversed(self.saved):
            told: Mapping[str, Any] = one.digest or {}
            day = one.document.changed.astimezone(STOCKHOLM).date()
            for term, value in told.get("facts", {}).items():
                kind = str(told.get("kinds", {}).get(term, ""))
                found[term] = Fact(term, value, kind, one.document.id, one.document.form, day)
        return found

    @cached_property
    def steps(self) -> tuple[StepStanding, ...]:
        """The line of steps; the next one is the first that is neither done nor skipped, in their order."""
        standing = [StepStanding(step, self._done(step), self._skipped(step)) for step in self.programme.steps]
        following = next(
            (one for one in standing if not one.past and not (one.step.optional and self._passed(one, standing))), None
        )
        return tuple(StepStanding(one.step, one.done, one.skipped, is_next=one is following) for one in standing)

    @property
    def next_step(self) -> StepStanding | None:
        """The step that is next; None when all is done."""
        return next((one for one in self.steps if one.is_next), None)

    @staticmethod
    def _passed(one: StepStanding, standing: list[StepStanding]) -> bool:
        """Whether an optional step has been walked past: a later one is done."""
        return any(later.done for later in standing[standing.index(one) + 1 :])

    def _done(self, step: Step) -> date | None:
        by_hand = next((event.day for event in self.noted("steg") if event.payload.get("steg") == step.id), None)
        done: date | None = by_hand or _DONE[step.done_by](self, step)
        return done

    def _skipped(self, step: Step) -> str:
        noted = _last(event for event in self.noted("hoppat") if event.payload.get("steg") == step.id)
        return str(noted.payload.get("skal") or "–") if noted else ""

    def _by_form(self, step: Step) -> date | None:
        same = self.alike(step.what)
        made = [one for one in self.saved if one.document.form in same]
        return made[-1].document.changed.astimezone(STOCKHOLM).date() if len(made) >= step.times else None

    def _by_signed(self, step: Step) -> date | None:
        same, done = self.alike(step.what), State.UNDERTECKNAD
        signed = [one for one in self.saved if one.document.form in same and one.document.state == done]
        return signed[-1].document.changed.astimezone(STOCKHOLM).date() if signed else None

    def _by_meetings(self, step: Step) -> date | None:
        return self.meetings[step.times - 1].day if len(self.meetings) >= step.times else None

    def _by_event(self, step: Step) -> date | None:
        days = [event.day for event in self.noted(step.what.replace("_", "-"))]
        return days[step.times - 1] if len(days) >= step.times else None

    def _by_decision(self, step: Step) -> date | None:
        made = self.decisions.get(step.id)
        return made.day if made and made.payload.get("svar") == step.decisions[0] else None


@dataclass(frozen=True)
class Noted:
    """Something that was noted: its kind, its day, and what was said."""

    payload: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What happened."""
        return str(self.payload["kind"])

    @property
    def day(self) -> date:
        """When it happened."""
        return date.fromisoformat(self.payload["dag"])


_DONE: Mapping[str, Callable[[CaseFile, Step], date | None]] = {
    "form": CaseFile._by_form,
    "signed": CaseFile._by_signed,
    "meetings": CaseFile._by_meetings,
    "event": CaseFile._by_event,
    "decision": CaseFile._by_decision,
    "hand": lambda case, step: None,
}


def _last(events: Iterator[Noted]) -> Noted | None:
    found = None
    for event in events:
        found = event
    return found
