"""Rows of short answers as a table, filled and empty."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from ..language.words import UNTICKED, Grid, Marks, Plain
from ..questions.question import Question
from ..questions.reader import Reader
from .choice import Choice

SHARES: Mapping[str, float] = {"date": 1.0, "integer": 0.8, "decimal": 0.8, "choice": 1.1}
"""How much of the line the columns of a wide table take; any other kind takes `WORDY`."""
WORDY, BOX, LETTER = 1.6, 0.6, 0.12
MOST_BOXES = 3
"""A choice of so many options has a box for each on a wide empty table, and room for a word if it has more."""


Row: TypeAlias = tuple[Mapping[str, Any], Reader]
"""The answers of a row, and the reader inside it."""


def filled(columns: list[Question], rows: Iterable[Row], reader: Reader, *, wide: bool, note: str) -> Grid:
    """The answers of the rows; in a *wide* table the columns are as wide as their answers need."""
    cells = tuple(tuple(_cell(q, row, inside) for q in columns) for row, inside in rows)
    widths = tuple(_share(q) if wide else 1.0 for q in columns)
    return Grid(tuple(reader.fill(q.label) for q in columns), cells, widths, note=note)


def empty(columns: list[Question], rows: int, reader: Reader, *, wide: bool, note: str) -> Grid:
    """So many rows to write in."""
    head, widths, row = list[str](), list[float](), list[str]()
    for question in columns:
        if wide and isinstance(question, Choice) and len(question.options) <= MOST_BOXES:
            head += [words for _, words in question.options]
            widths += [max(BOX, LETTER * len(words)) for _, words in question.options]
            row += [UNTICKED] * len(question.options)
        else:
            head.append(reader.fill(question.label))
            widths.append(_share(question) if wide else 1.0)
            row.append("")
    return Grid(tuple(head), (tuple(row),) * rows, tuple(widths), note=note)


def _share(question: Question) -> float:
    return SHARES.get(question.kind, WORDY)


def _cell(question: Question, row: Mapping[str, Any], reader: Reader) -> str:
    if question.name not in row or not reader.sees(question):
        return ""
    match question.text(row[question.name], reader):
        case Plain(text):
            return text
        case Marks():
            return "Ja"
        case words:
            raise TypeError(
                f"{words!r} does not fit a table cell; set short_words = False on {type(question).__name__}"
            )
