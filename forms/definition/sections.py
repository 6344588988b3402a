"""The parts of a form, and the rules between its answers."""

from dataclasses import dataclass

from ...schemas.rules import Rule
from ..language.conditions import Condition
from ..language.keys import FLAG, TEXT, key
from ..questions.question import Question


@dataclass(frozen=True, kw_only=True)
class FormSection:
    """A part of a form. An *annex* stands last in documents and is never signed."""

    id: str = key(TEXT, doc="Delens nyckel.")
    title: str = key(TEXT, doc="Delens rubrik.")
    lead: str = key(TEXT, "", "En rad under rubriken.")
    annex: bool = key(FLAG, False, "Står sist i dokument, som bilaga utan underskrift.")
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormRule:
    """A rule and when it applies."""

    rule: Rule
    when: Condition | None = None
