"""The copies of a document: which there are, who may have them, and what each says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import request
from werkzeug.exceptions import NotFound

from ...exporters import Document, compose
from ...exporters.letterhead import READERS
from ...forms.questions.aligned import rows_of
from ...forms.questions.question import Question
from ...schemas.phrases import phrase
from ..installation.access import signed_in
from ..installation.state import state
from ..storage import Verb
from .service import Opened
from .signing import signatures

COMPARED = "Jämförd med nästa version"
OF_ITS_DAY = frozenset(
    {
        "upprattad_datum",
        "upprattad_av",
        "visad_for_deltagaren",
        "kopia_till",
        "info_gdpr_datum",
        "info_gdpr_version",
        "underskrifter",
    }
)
"""What is of a version's own day, and so no news."""
REVIEWED = "Granskad kopia för {}: "
WHO_WROTE = "Kontroll av vem som har fyllt i handlingen"
WRITING = {Verb.STARTED, Verb.SAVED, Verb.FINISHED, Verb.VERSIONED}


@dataclass(frozen=True)
class Copy:
    """One copy: who it is for, which party when there are several, and what it is called."""

    audience: str
    part: int | None
    title: str

    @property
    def reader(self) -> str:
        """Who it is for, as it stands in the log: a party is its number, never a name."""
        return f"part {self.part}" if self.part else READERS[self.audience]

    @property
    def arguments(self) -> dict[str, str | int]:
        """What an address that asks for this copy must say."""
        return (
            {"kopia": self.audience} | ({"part": self.part} if self.part else {}) if self.audience != "kommun" else {}
        )


def copies(document: Opened) -> tuple[Copy, ...]:
    """Every copy there is of the document, the municipality's own first."""
    return tuple(_copies(document))


def own_copy(document: Opened) -> Copy:
    """The municipality's own copy. Raises NotFound when the form has none."""
    for copy in copies(document):
        if copy.audience == "kommun":
            return copy
    raise NotFound


def asked_copy(document: Opened) -> Copy:
    """The copy that the address asks for. Raises NotFound when the form has none like it."""
    audience, part = request.args.get("kopia", "kommun"), request.args.get("part", type=int)
    for copy in copies(document):
        if copy.audience == audience and copy.part == part:
            return copy
    raise NotFound


def composed(document: Opened, copy: Copy, review: str | None = None) -> Document:
    """The document as the copy's reader may have it. Raises ReviewNeeded, and ValidationError for a draft with
    errors.
    """
    reviewer = reviewed_by(document, copy) if review is None else review
    context = document.context(part=copy.part, review=reviewer, signatures=signatures(document))
    schema = document.form.schema(context)
    answers = schema.load(document.answers) if document.is_draft else schema.restore(document.answers)
    if document.stored.replaces is not None:
        context = replace(context, news=_news(document, schema.dump(answers)))
    return compose(document.form, answers, copy.audience, context)


def _news(document: Opened, now: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The questions whose answers are other than in the version that this one replaces, each with the names of its
    new rows.
    """
    assert document.stored.replaces is not None
    before = state().store.read(
        document.stored.tenant, document.stored.replaces, by=document.stored.changed_by, reason=COMPARED
    )
    told: Mapping[str, Any] = (before.payload or {})["answers"]
    changed = [question for name, question in document.form.questions.items() if _other(told.get(name), now.get(name))]
    return {
        question.name: tuple(_new_rows(question, told.get(question.name), now.get(question.name)))
        for question in changed
        if question.name not in OF_ITS_DAY
    }


def _other(before: Any, now: Any) -> bool:
    return before != now and not (before in (None, "", [], {}) and now in (None, "", [], {}))


def _new_rows(question: Question, before: Any, now: Any) -> Iterator[str]:
    """The rows that were not there before, by what each is called."""
    if question.many and isinstance(now, list):
        yield from (question.row_name(row, n) for n, row in enumerate(now, 1) if row not in (before or ()))


def reviewed_by(document: Opened, copy: Copy) -> str:
    """Who has reviewed this copy of this version about a person with protected data; empty when nobody has."""
    if not is_protected(document):
        return ""
    review = REVIEWED.format(copy.reader)
    for event in state().store.events(document.stored.tenant, document.id):
        if (
            event.verb == Verb.READ
            and event.version == document.stored.version
            and (event.reason or "").startswith(review)
        ):
            return (event.reason or "").removeprefix(review)
    return ""


def review_reason(copy: Copy) -> str:
    """The reason under which a review of the copy by the one who is logged in stands in the log."""
    return f"{REVIEWED.format(copy.reader)}{signed_in().name}"


def writers(document: Opened) -> frozenset[str]:
    """Everyone who has saved any version of the document, or of those it replaces: their words may stand in it
    still.
    """
    store, found, here = state().store, set[str](), document.stored
    while True:
        found |= {event.by for event in store.events(here.tenant, here.id) if event.verb in WRITING}
        if here.replaces is None:
            return frozenset(found)
        here = store.read(here.tenant, here.replaces, by=signed_in().subject, reason=WHO_WROTE)


def is_protected(document: Opened) -> bool:
    """Whether the person's data are protected."""
    return document.answers.get("skydd") not in (None, "", "nej")


def _copies(document: Opened) -> Iterator[Copy]:
    for audience in document.form.audiences:
        title = phrase("page_copy_for", mottagare=READERS[audience])
        if audience != "part":
            yield Copy(audience, None, title)
            continue
        of = next(filter(None, (question.hangs_on for question in document.form.questions.values())), "parter")
        if of not in document.form.questions:
            yield Copy(audience, None, title)
            continue
        for n, row in enumerate(rows_of(document.answers, of), 1):
            yield Copy(audience, n, phrase("page_copy_for", mottagare=_named(document.form.questions[of], row, n)))


def _named(question: Question, row: Mapping[str, Any], number: int) -> str:
    """A party in the order that the form asks, whatever the order it was stored in."""
    return question.row_name(row, number)
