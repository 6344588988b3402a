"""A table to tick with the same options on every row: which days and times suit somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from ..language.keys import OPTIONS, TEXT, key
from ..language.words import TICKED, UNTICKED, Grid, Words
from ..questions.question import Question
from ..questions.reader import Reader
from .choice import Choices
from .group import Composite


@dataclass(frozen=True, kw_only=True)
class TickTable(Composite):
    """An object with the ticked options of each row; a row without a tick is left out."""

    kind: ClassVar[str] = "tick_table"
    about: ClassVar[str] = "En tabell att kryssa i, med fasta rader och fasta kolumner. Inget är ikryssat från början."
    rows: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Raderna, i den ordning de visas.")
    options: tuple[tuple[str, str], ...] = key(OPTIONS, doc="Kolumnerna, samma på varje rad.")
    row: str = key(TEXT, "Vad", "Rubriken över raderna.")
    cell: str = key(TEXT, "{rad}: {kolumn}", "Vad en ruta heter för den som lyssnar, med {rad} och {kolumn}.")

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The options of each row."""
        return tuple(
            Choices(
                name=name,
                label=label,
                options=self.options,
                audience=self.audience,
                signed=self.signed,
                messages=self.messages,
            )
            for name, label in self.rows
        )

    def text(self, answer: Mapping[str, Any], reader: Reader) -> Words:
        return self._grid({(name, option) for name, options in answer.items() for option in options})

    def blank(self, reader: Reader) -> Words:
        return self._grid(set())

    def check(self) -> str:
        return "ta bort default; ett kryss är aldrig ifyllt från början" if self.default is not None else ""

    def spoken(self, row: str, column: str) -> str:
        """What a box is called when it is read aloud."""
        return self.cell.replace("{rad}", row).replace("{kolumn}", column)

    def _grid(self, ticked: set[tuple[str, str]]) -> Grid:
        head = (self.row, *(words for _, words in self.options))
        rows = tuple(
            (label, *(TICKED if (name, option) in ticked else UNTICKED for option, _ in self.options))
            for name, label in self.rows
        )
        return Grid(head, rows, (1.4, *[1.0] * len(self.options)))
