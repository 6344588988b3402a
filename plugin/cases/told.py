"""What the saved documents of a case tell it, by the part that each form plays: never by a form's id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...forms.language.case_roles import ROLES, CasePart
from ..storage import CaseDocument

Parts = Mapping[str, CasePart]
"""What each form tells a case, by the form's id."""


@dataclass(frozen=True)
class Told:
    """One saved document, and what it tells by the terms of its part."""

    one: CaseDocument
    part: CasePart

    def get(self, term: str) -> Any:
        """What was answered, as it is stored; None when it was not."""
        answers: Mapping[str, Any] = (self.one.digest or {}).get("answers", {})
        return answers.get(self.part.tells.get(term, ""))

    def day(self, term: str) -> date | None:
        """A day, or that of a moment; None when there is none that can be read."""
        try:
            return date.fromisoformat(str(self.get(term) or "")[:10])
        except ValueError:
            return None

    def known_day(self, term: str) -> date:
        """A day that the part needs."""
        found = self.day(term)
        if found is None:
            raise ValueError(term)
        return found

    def rows(self, term: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of an answer; none when it was not answered."""
        return tuple(self.get(term) or ())

    @property
    def whole(self) -> bool:
        """Whether it tells what its part needs; one saved before its form's file said so may not."""
        needed = [name for name, term in ROLES[self.part.role].terms.items() if term.needed]
        days = [name for name in needed if "date" in ROLES[self.part.role].terms[name].kinds]
        return all(self.get(name) for name in needed) and all(self.day(name) for name in days)


def tellers(documents: Iterable[CaseDocument], parts: Parts, role: str) -> Iterator[Told]:
    """The documents that play the part, in their order; those that do not tell what it needs are left out."""
    for one in documents:
        part = parts.get(one.document.form)
        if part and part.role == role and one.digest and (told := Told(one, part)).whole:
            yield told
