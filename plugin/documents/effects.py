"""What follows from a saved document: what holds when, and which other document it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...forms import FormDefinition
from ...forms.language.conditions import Scope
from ..installation.acting import acting
from ..installation.catalogue import forms_now, parts_now
from ..signing.errors import CannotBegin
from ..storage import State, StoredDocument
from .compose import OF_ITS_DAY
from .document_file import DocumentFile
from .service import start_ending

STANDS = (State.KLAR, State.DELVIS, State.UNDERTECKNAD)


@dataclass(frozen=True)
class Effect:
    """Whether what the document says holds now, and what that means, in the form's own words; empty when it says
    none.
    """

    holds: bool
    words: str


def standing(document: DocumentFile) -> Effect:
    """How a saved document stands. One that nobody signs holds at once, as does one that holds without signatures."""
    if document.stored.state not in STANDS:
        return Effect(False, "")
    holds = document.stored.state == State.UNDERTECKNAD or not _is_waited_for(document)
    words = document.form.when_signed if holds else document.form.until_signed
    return Effect(holds, document.form.reader("kommun", document.judged, document.context).fill(words))


def endings(document: DocumentFile) -> tuple[FormDefinition, ...]:
    """The forms that end a document like this one, while it holds."""
    if not standing(document).holds:
        return ()
    found = [form for form in forms_now() if form.ends == document.form.id]
    return tuple(found or [form for form in forms_now() if _ends_alike(form, document.form)])


def _ends_alike(form: FormDefinition, other: FormDefinition) -> bool:
    """Whether the form ends those that play the same part in a case as the other."""
    parts = parts_now()
    ended, part = parts.get(form.ends), parts.get(other.id)
    return ended is not None and part is not None and ended.role == part.role


def begin_ending(document: DocumentFile, form: FormDefinition, request_key: str) -> StoredDocument:
    """A draft of *form* about this document: what both ask is filled in, and so is the document's number."""
    known = {name: answer for name, answer in document.answers.items() if _asks_the_same(form, document.form, name)}
    for question in form.questions.values():
        if question.refers_to == document.form.id:
            known[question.name] = {"nummer": _number(document)}
    return start_ending(form, known, document.stored, request_key)


def end_other(saved: DocumentFile) -> None:
    """Ends the document that a saved one is about, if it ends it wholly. It takes effect at once, whoever has
    signed.
    """
    other, form = saved.ends, saved.form
    if other is None or not form.ends_as:
        return
    if form.ends_if is None or form.ends_if.holds(Scope(saved.judged, saved.context)):
        reason = f"Genom handling {saved.context.short_code}"
        acting().signatures.end(other, State(form.ends_as), reason)


def _is_waited_for(document: DocumentFile) -> bool:
    """Whether anybody must sign before it holds."""
    try:
        return any(party.required for party in document.parties)
    except CannotBegin:  # nobody can sign it as it is, such as a minor alone; or nobody signs it at all
        reader = document.form.reader("kommun", document.judged, document.context)
        return any(q.signs and q.required and reader.sees(q) for q in document.form.questions.values())


def _asks_the_same(form: FormDefinition, other: FormDefinition, name: str) -> bool:
    mine, theirs = form.questions.get(name), other.questions.get(name)
    return (
        mine is not None
        and theirs is not None
        and mine.answered
        and mine.kind == theirs.kind
        and name not in OF_ITS_DAY
    )


def _number(document: DocumentFile) -> str:
    """The number that the document bears, or the signs that stand for its id."""
    own = next((q.name for q in document.form.questions.values() if q.prefill == "handling.nummer"), "")
    given: Mapping[str, Any] = document.answers
    return str(given.get(own) or document.context.short_code)
