"""Where the parties sign, and others who sign with them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ..language.keys import OPTIONS, TEXT, WHOLE, key
from ..language.words import Sign, Signs, Words
from ..questions.nested import RowsField
from ..questions.question import Question, Unanswered
from ..questions.reader import DOTS, Reader
from ..questions.signatory import Signatory
from .choice import Choice
from .repeat import Repeat


@dataclass(frozen=True, kw_only=True)
class Signature(Unanswered):
    """One party's place to sign. What is signed is known from the Context, never from an answer."""

    kind: ClassVar[str] = "signature"
    signs: ClassVar[bool] = True
    about: ClassVar[str] = "En parts plats att skriva under."
    short_words: ClassVar[bool] = False
    role: str = key(TEXT, doc="Vem som skriver under, till exempel «Deltagare».")
    signer: str = key(TEXT, "", "Namnet på den som skriver under, med platshållare, till exempel «{deltagare_namn}».")

    def signatories(self, answer: None, reader: Reader) -> tuple[Signatory, ...]:
        name = reader.fill(self.signer)
        return (
            Signatory(
                key=self.name,
                role=self.role,
                role_key=self.name.removeprefix("underskrift_"),
                name="" if DOTS in name else name,
                required=self.required,
            ),
        )

    def text(self, answer: None, reader: Reader) -> Words:
        name = reader.fill(self.signer)
        return _sign(Sign(self.role, self.name, "" if "…" in name else name), reader)

    def blank(self, reader: Reader) -> Words:
        return Sign(self.role, self.name)


@dataclass(frozen=True, kw_only=True)
class Signers(Repeat):
    """Others who sign: a guardian, a förvaltare, a god man. At most *max* of them."""

    kind: ClassVar[str] = "signers"
    signs: ClassVar[bool] = True
    about: ClassVar[str] = "Fler som skriver under, till exempel vårdnadshavare."
    usual: ClassVar[str] = "underskrift"
    is_act: ClassVar[bool] = True
    roles: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Roller som får skriva under här.")
    row: str = key(TEXT, "underskrift", "Vad en rad är.")
    max: int = key(WHOLE, 5, "Högsta antal underskrifter.")

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of a row, with this form's roles."""
        return tuple(
            replace(q, options=self.roles) if isinstance(q, Choice) and q.name == "roll" else q for q in self.questions
        )

    @property
    def labels(self) -> Mapping[str, str]:
        """The roles too."""
        roles = {f"{self.name}.{role}": words[:1].lower() + words[1:] for role, words in self.roles}
        return {**super().labels, **roles}

    @classmethod
    def holds_fast(cls, key: str) -> bool:
        return key == "max"

    def signatories(self, answer: list[Mapping[str, Any]] | None, reader: Reader) -> tuple[Signatory, ...]:
        roles = dict(self.roles)
        return tuple(
            Signatory(
                key=f"{self.name}_{number}",
                role=roles[row["roll"]],
                role_key=str(row["roll"]),
                name=str(row["namnfortydligande"]),
                required=True,
                behalf=str(row.get("foretradare_for") or ""),
            )
            for number, row in enumerate(answer or (), 1)
        )

    def check(self) -> str:
        sure = {
            q.name
            for q in self.questions
            if q.required and q.show_if is None and (q.name != "roll" or isinstance(q, Choice))
        }
        missing = {"roll", "namnfortydligande"} - sure
        return f"låt raderna fråga {min(missing)} med required = true" if missing else super().check()

    def rule(self, day: Day) -> AnswerField[Any]:
        return RowsField(
            label=self.said,
            messages=self.messages,
            questions=self.asked,
            day=day,
            min=self.min,
            max=self.max,
            unique=("roll", "namnfortydligande"),
        )

    def text(self, answer: list[Mapping[str, Any]], reader: Reader) -> Words:
        """Role and name, and room to sign: that somebody has signed is told by the Context alone."""
        roles = dict(self.roles)
        return Signs(
            tuple(
                _sign(
                    Sign(
                        roles[row["roll"]],
                        f"{self.name}_{n}",
                        row["namnfortydligande"],
                        behalf=row.get("foretradare_for", ""),
                    ),
                    reader,
                )
                for n, row in enumerate(answer, 1)
            )
        )

    def blank(self, reader: Reader) -> Words:
        *first, last = (role if n == 0 else role.lower() for n, (_, role) in enumerate(self.roles))
        either = f"{', '.join(first)} eller {last}" if first else last
        return Signs(tuple(Sign(f"{either}, om det behövs", f"{self.name}_{n}") for n in (1, 2)))


def _sign(empty: Sign, reader: Reader) -> Sign:
    """The place to sign, with what is known of the signature if there is one."""
    act = next((act for act in reader.context.signatures if act.party == empty.field), None)
    if act is None:
        return empty
    return Sign(
        empty.role,
        empty.field,
        act.name,
        act.place,
        act.date.isoformat(),
        act.method,
        act.behalf or empty.behalf,
        act.ink,
    )
