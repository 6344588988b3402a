"""Fixed rows, each answered with one of the same options: how well different things work."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from ..language.keys import OPTIONS, TEXT, key
from ..language.words import UNTICKED, Grid, Words
from ..questions.question import Question
from ..questions.reader import Reader
from .choice import Choice
from .group import Composite

NO_ANSWER = "Inget svar"


@dataclass(frozen=True, kw_only=True)
class Scale(Composite):
    """An object with one option for each row; with `required` every row is answered."""

    kind: ClassVar[str] = "scale"
    about: ClassVar[str] = (
        "Fasta rader med samma alternativ, ett val på varje rad. Med `required` måste varje rad ha ett svar."
    )
    rows: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Raderna, i den ordning de visas.")
    options: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Alternativen, samma på varje rad.")
    row: str = key(TEXT, "Vad", "Rubriken över raderna.")

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """One choice for each row."""
        return tuple(
            Choice(
                name=name,
                label=label,
                options=self.options,
                required=self.required,
                audience=self.audience,
                signed=self.signed,
                messages=self.messages,
            )
            for name, label in self.rows
        )

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        said = dict(self.options)
        rows = tuple((label, said[answer[name]] if name in answer else NO_ANSWER) for name, label in self.rows)
        return Grid((self.row, "Svar"), rows, (1.0, 1.0))

    def blank(self, reader: Reader) -> Words:
        head = (self.row, *(words for _, words in self.options))
        rows = tuple((label, *[UNTICKED] * len(self.options)) for _, label in self.rows)
        return Grid(head, rows, (1.4, *[1.0] * len(self.options)))
