"""A copy in the words its reader may have: the document composed, with what is new since the one it replaces."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...exporters import Document, compose
from ...forms.questions.question import Question
from .copies import Copy
from .digest import EMPTY
from .document_file import DocumentFile
from .review import reviewed_by
from .signatures import signatures

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
"""What is of a document's own day: no news in the next version, and nothing to carry to another document."""


def compose_copy(document: DocumentFile, copy: Copy, review: str | None = None) -> Document:
    """The document as the copy's reader may have it. Raises ReviewNeeded, and ValidationError for a draft with
    errors.
    """
    reviewer = reviewed_by(document, copy) if review is None else review
    context = replace(document.context, part=copy.part, protected_review=reviewer, signatures=signatures(document))
    schema = document.form.schema(context)
    answers = schema.load(document.answers) if document.is_draft else schema.restore(document.answers)
    if document.stored.replaces is not None:
        context = replace(context, news=_news(document, schema.dump(answers)))
    return compose(document.form, answers, copy.audience, context)


def _news(document: DocumentFile, now: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The questions whose answers are other than in the version that this one replaces, each with the names of its
    new rows.
    """
    if document.opened.replaced is None:
        raise LookupError("open the document with compared=True: it is composed, and tells what is new")
    told: Mapping[str, Any] = document.opened.replaced["answers"]
    changed = [question for name, question in document.form.questions.items() if _other(told.get(name), now.get(name))]
    return {
        question.name: tuple(_new_rows(question, told.get(question.name), now.get(question.name)))
        for question in changed
        if question.name not in OF_ITS_DAY
    }


def _other(before: Any, now: Any) -> bool:
    return before != now and not (before in EMPTY and now in EMPTY)


def _new_rows(question: Question, before: Any, now: Any) -> Iterator[str]:
    """The rows that were not there before, by what each is called."""
    if question.many and isinstance(now, list):
        yield from (question.row_name(row, n) for n, row in enumerate(now, 1) if row not in (before or ()))
