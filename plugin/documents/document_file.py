"""A document as it stands: what one reading of the store gave, and what follows from it. Pure; it asks no storage."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from ...forms import Context, FormDefinition, Letterhead
from ..signing import state_machine
from ..signing.events import AnyEvent, from_json
from ..signing.instrument import Instrument, make_instrument
from ..signing.parties import Party, parties
from ..signing.state_machine import Signing
from ..storage import OpenedDocument, State, StoredDocument

ACTING = (State.KLAR, State.DELVIS)
"""The states in which parties may sign."""


@dataclass(frozen=True)
class DocumentFile:
    """A document that this request has read, with the form it was asked with. One reading, one *now* of the *basis*.

    *basis* is the context of a form that nobody has begun: the moment, the sender, the installation. *letterhead* is
    the one a saved document was saved under.
    """

    opened: OpenedDocument
    form: FormDefinition
    basis: Context
    letterhead: Letterhead | None = None

    @property
    def stored(self) -> StoredDocument:
        """The document as it was stored."""
        return self.opened.document

    @property
    def id(self) -> UUID:
        """The document's id."""
        return self.stored.id

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.stored.state == State.UTKAST

    @cached_property
    def answers(self) -> dict[str, Any]:
        """Its answers: raw in a draft, and as they were stored in a saved document."""
        return dict(self._payload["answers"])

    @property
    def saved_by(self) -> str:
        """The name of the one who saved it last."""
        return str(self._payload["saved_by"])

    @property
    def ends(self) -> UUID | None:
        """The document that this one is about and may end."""
        other = self._payload.get("ends")
        return UUID(str(other)) if other else None

    @property
    def sources(self) -> Mapping[str, Any]:
        """Which answers were filled in from the case, by question: the value, and the form and day it came from."""
        found: Mapping[str, Any] = self._payload.get("sources", {})
        return found

    @property
    def _payload(self) -> Mapping[str, Any]:
        return self.stored.payload or {}

    @cached_property
    def context(self) -> Context:
        """What it is judged and printed with. A saved document is read as of the moment it was saved, so that it says
        the same for ever.
        """
        return replace(
            self.basis,
            now=self.basis.now if self.is_draft else self.stored.changed,
            letterhead=self.letterhead or self.basis.letterhead,
            state=self.stored.state.value,
            programme=words_of(self.answers, "program_id"),
            document_id=str(self.id),
            case_number=words_of(self.answers, "arendenummer"),
        )

    @cached_property
    def judged(self) -> dict[str, Any]:
        """The answers of a saved document as they were judged then."""
        return self.form.schema(self.context).restore(self.answers)

    @cached_property
    def events(self) -> tuple[AnyEvent, ...]:
        """Everything that has happened in its signing, oldest first."""
        return tuple(map(from_json, self.opened.signing))

    @cached_property
    def signing(self) -> Signing | None:
        """How far its signing has come; None before it begins. Raises BrokenHistory."""
        return state_machine.replay(self.events)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Those who sign. Raises CannotBegin."""
        return parties(self.form, self.judged, self.context)

    @cached_property
    def instrument(self) -> Instrument:
        """What is signed. Raises CannotBegin."""
        return make_instrument(self.form, self.judged, self.context, self.parties, self.stored.version)

    @property
    def may_be_signed(self) -> bool:
        """Whether it is in a state in which parties may sign."""
        return self.stored.state in ACTING

    @property
    def is_open(self) -> bool:
        """Whether somebody may still sign."""
        return self.signing is not None and self.signing.status in state_machine.OPEN and self.may_be_signed


def words_of(answers: Mapping[str, Any], name: str) -> str:
    """An answer in words; empty when there is none."""
    answer = answers.get(name)
    return answer if isinstance(answer, str) else ""
