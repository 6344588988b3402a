"""Rules about who must be there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..values import dates, personnummer
from .base import Answers, Day, Problem, Rule


@dataclass(frozen=True, kw_only=True)
class MinorNeedsGuardian(Rule):
    """Nobody under 18 signs alone: a guardian is among the signers, or represents (FB 6:11, 6:12)."""

    name = "minor_needs_guardian"
    about = "Den som är under 18 år skriver inte under ensam (FB 6:11, 6:12)."
    general = "signer_missing"
    birth: str
    signers: str
    role: str
    representative: str = ""

    def problems(self, answers: Answers, day: Day) -> Iterator[Problem]:
        born = answers.get(self.birth)
        if isinstance(born, str):
            born = personnummer.birth_date(born)
        if not isinstance(born, date) or dates.age(born, day.today) >= 18:
            return
        rows = answers.get(self.signers) or []
        if any(row.get("roll") == self.role for row in rows) or answers.get(self.representative) == self.role:
            return
        yield (self.signers,), self.say(roll=self.labels.get(f"{self.signers}.{self.role}", self.role))

    @property
    def asked(self) -> tuple[str, ...]:
        return (self.birth, self.signers, *filter(None, [self.representative]))

    @property
    def tells(self) -> tuple[str, ...]:
        return ("roll",)
