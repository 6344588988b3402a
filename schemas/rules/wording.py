"""Rules about the words of an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..validators import revealing_words
from .base import Answers, Day, One, Problem


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
class Reveals(One):
    """A text that an employer will read has no word that tells more than it should."""

    name = "reveals"
    about = "Texten har inget ord som visar mer än arbetsgivaren behöver veta."
    general = "revealing"

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        for word in list(revealing_words(str(answers.get(self.question) or ""), day.revealing))[:1]:
            yield (self.question,), self.say(ord=word, värde=answers[self.question])

    @property
    def tells(self) -> tuple[str, ...]:
        return "ord", "värde"
