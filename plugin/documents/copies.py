"""The copies of a document: which there are, who each is for, and what it is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.exceptions import NotFound

from ...exporters.letterhead import READERS
from ...forms.questions.aligned import rows_of
from ...forms.questions.question import Question
from ...schemas.phrases import phrase
from .document_file import DocumentFile


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


def copies(document: DocumentFile) -> tuple[Copy, ...]:
    """Every copy there is of the document, the municipality's own first."""
    return tuple(_copies(document))


def own_copy(document: DocumentFile) -> Copy:
    """The municipality's own copy. Raises NotFound when the form has none."""
    for copy in copies(document):
        if copy.audience == "kommun":
            return copy
    raise NotFound


def _copies(document: DocumentFile) -> Iterator[Copy]:
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
