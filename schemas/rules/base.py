"""What every rule between answers has: its own words, its source of law, and the questions it speaks of."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, TypeAlias

from ..messages import MESSAGES
from ..words import fill

Answers: TypeAlias = Mapping[str, Any]
Path: TypeAlias = tuple[str | int, ...]
Problem: TypeAlias = tuple[Path, str]


@dataclass(frozen=True)
class Day:
    """When and for whom rules are judged: the day, and the beginnings of words an employer must not read."""

    today: date
    revealing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule(ABC):
    """One rule of a form. *message* replaces the general one; with *warn* it never stops anybody."""

    name: ClassVar[str]
    about: ClassVar[str] = ""
    """What the rule demands, in Swedish, for those who write form files."""
    general: ClassVar[str] = "required"

    id: str = ""
    message: str = ""
    law: str = ""
    warn: bool = False
    labels: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The form's own words for its questions, and for options as `question.option`; never a key of a form file."""

    @abstractmethod
    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        """What must be changed: path and message."""

    def say(self, **values: object) -> str:
        """The rule's own message, or the general one."""
        return fill(self.message or MESSAGES[self.general], values)

    def label(self, name: str) -> str:
        """The question's label in running text, for messages."""
        return self.labels.get(name, name)

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions the rule speaks of, to be checked against the form."""
        return ()

    @property
    def tells(self) -> tuple[str, ...]:
        """The placeholders its message may have."""
        return ()


@dataclass(frozen=True, kw_only=True)
class One(Rule):
    """A rule about one question."""

    question: str

    @property
    def asked(self) -> tuple[str, ...]:
        return (self.question,)


@dataclass(frozen=True, kw_only=True)
class Two(One):
    """A rule between one question and another."""

    other: str

    @property
    def asked(self) -> tuple[str, ...]:
        return self.question, self.other
