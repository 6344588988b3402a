"""Rules about the words of an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..validators import revealing_words
from ..values import personnummer
from .base import Answers, Day, One, Problem, Rule


@dataclass(frozen=True, kw_only=True)
class MustContainTime(One):
    """The text names a time of day."""

    name = "must_contain_time"
    about = "Texten har ett klockslag."
    general = "time_format"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        text = answers.get(self.question)
        if text and not re.search(r"\b([01]?\d|2[0-3])[.:][0-5]\d\b", str(text)):
            yield (self.question,), self.say()


@dataclass(frozen=True, kw_only=True)
class NoWords(One):
    """No word of the text begins as one of *words*: no diagnosis where the reason is enough."""

    name = "no_words"
    about = "Inget ord i texten börjar som något i listan."
    general = "word_refused"
    words: tuple[str, ...]

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        if found := next(revealing_words(str(answers.get(self.question) or ""), self.words), ""):
            yield (self.question,), self.say(ord=found)

    @property
    def tells(self) -> tuple[str, ...]:
        return ("ord",)


@dataclass(frozen=True, kw_only=True)
class NoPersonNumber(Rule):
    """None of the texts holds a personal number, however it is written."""

    name = "no_person_number"
    about = "Inget personnummer eller samordningsnummer i texterna."
    general = "person_number_refused"
    questions: tuple[str, ...]

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for name in self.questions:
            if personnummer.find_in_text(str(answers.get(name) or "")):
                yield (name,), self.say()

    @property
    def asked(self) -> tuple[str, ...]:
        return self.questions
