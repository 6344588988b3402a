"""One answer for each row of another question: what each party gives or takes, on what terms."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ...schemas.rules.rows import row_name
from ..language.conditions import Answers, Scope
from ..language.keys import ASK, FLAG, TEXT, key
from ..language.words import UNTICKED, Grid, Marks, Part, Parts, Plain, Words
from ..questions.aligned import AlignedField, row_names, row_noun, rows_of, rows_on_screen
from ..questions.control_label import ControlLabel, RowCalled
from ..questions.question import Control, Controls, Question, ViewedPage
from ..questions.reader import Reader
from ..questions.view import View


@dataclass(frozen=True, kw_only=True)
class PerRow(Question):
    """A list in the same order as the rows of *of*. `{rad}` in label and help becomes the row's name."""

    kind: ClassVar[str] = "per_row"
    about: ClassVar[str] = "Ett svar för varje rad i en annan fråga. `{rad}` i etikett och hjälp blir radens namn."
    composite: ClassVar[bool] = True
    short_words: ClassVar[bool] = False
    of: str = key(TEXT, doc="Den upprepade frågan som svaren hör till.")
    ask: Question = key(ASK, doc='Frågan som ställs för varje rad, till exempel { kind = "choice", options = … }.')
    own: bool = key(FLAG, False, "På en parts kopia visas bara partens eget svar.")

    asks_of_row: ClassVar[bool] = True

    @property
    def hangs_on(self) -> str:
        return self.of

    @property
    def message_tables(self) -> tuple[Mapping[str, str], ...]:
        return self.messages, self.ask.messages

    @property
    def is_act(self) -> bool:
        return self.ask.is_act

    def needed(self, scope: Scope) -> bool:
        return super().needed(scope) and bool(rows_of(scope.answers, self.of))

    def rule(self, day: Day) -> AnswerField[Any]:
        every = self.for_row("varje rad")
        return AlignedField(
            label=every.said,
            messages=every.messages,
            of=self.of,
            every=self.required,
            row=lambda name: self.for_row(name).rule(day),
        )

    def control(self) -> Control:
        return self.ask.control()

    def for_row(self, row: str) -> Question:
        """The question as it is put about one row."""
        messages = {**self.messages, **self.ask.messages}
        return replace(
            self.ask,
            name=self.name,
            label=self.label.replace("{rad}", row),
            short=self.said.replace("{rad}", row),
            messages={name: text.replace("{rad}", row) for name, text in messages.items()},
        )

    def text(self, answer: list[Any], reader: Reader) -> Words:
        names = row_names(reader, self.of)
        rows = []
        for n, (name, value) in enumerate(zip(names, answer, strict=False), 1):
            if value in (None, "", False) or (self.own and reader.audience == "part" and reader.context.part != n):
                continue
            rows.append((name, _words(self.ask.text(value, reader))))
        if not rows:
            return Plain("Inget svar")
        return Grid((self._head(reader), self.plain_label), tuple(rows), (1.0, 1.0))

    def blank(self, reader: Reader) -> Words:
        asked = self.ask.blank(reader)
        if isinstance(asked, Marks) and not asked.alone:
            words = [option for option, _ in asked.options]
            return Grid((self._head(reader), *words), (("", *[UNTICKED] * len(words)),) * 3, (1.4, *[1.0] * len(words)))
        return Grid((self._head(reader), self.plain_label), (("", ""),) * 3, (1.0, 1.0))

    def on_screen(self, reader: Reader, prefix: str) -> Words:
        named = (
            (n, replace(self.for_row(f"{self._head(reader).lower()} {n + 1}"), name=f"{self.name}-{n}"))
            for n in range(rows_on_screen(reader, self.of))
        )
        made = ((f"{self._head(reader)} {n + 1}", asked.on_screen(reader, prefix)) for n, asked in named)
        return Parts((Part("", tuple((label, words) for label, words in made if words is not None)),))

    def trim(self, answer: list[Any], reader: Reader) -> Any:
        if not (self.own and reader.audience == "part"):
            return answer
        return [value if n == reader.context.part else "" for n, value in enumerate(answer, 1)]

    @property
    def caption(self) -> str:
        return self.plain_label

    def without_row(self, raw: Any, of: str, row: int) -> Any:
        if of != self.of or not isinstance(raw, list):
            return raw
        return [value for n, value in enumerate(raw) if n != row]

    @property
    def plain_label(self) -> str:
        """The label without the name of a row."""
        return self.label.replace(" för {rad}", "").replace(" {rad}", "")

    def check(self) -> str:
        if self.ask.answered and not self.ask.composite:
            return ""
        return f"välj en annan frågetyp än {self.ask.kind} i ask; den ska ge ett enda svar"

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"anyOf": [self.ask.json_schema(), {"enum": ["", None]}]}}

    def fill_view(self, view: View, page: ViewedPage, scope: Scope) -> None:
        view.label, view.help = self.plain_label, self.help.replace("{rad}", "parten")
        rows = rows_of(scope.answers, self.of)
        view.waits_for = "" if rows else page.label_of(self.of)
        for n, answers in enumerate(rows):
            path = f"{view.path}[{n}]"
            asked = self.for_row(row_name(answers, n + 1))
            inner = View(asked, path, asked.label, "", page.errors.get(path, []))
            inner.warnings = page.warnings.get(path, [])
            inner.optional = not self.required
            inner.control = page.control(inner.name)
            view.inside.append(inner)

    def label_of(self, control: str, answers: Answers, row_called: RowCalled) -> ControlLabel:
        row = row_called(self.of, self._number(control))
        return ControlLabel(control, self.label.replace("{rad}", row), self.ask.words_of, self.ask.is_box)

    def line_of(self, label: ControlLabel, value: Any, row_called: RowCalled) -> tuple[str, str]:
        return row_called(self.of, self._number(label.control)), f"{self.plain_label} {label.words(value)}"

    def _number(self, control: str) -> int:
        """The number (from 1) of the row that a control is about."""
        return int(control.removeprefix(f"{self.name}-")) + 1

    def controls(self, prefix: str, count: Callable[[str], int]) -> Controls:
        for n in range(count(self.of)):
            yield f"{prefix}{self.name}-{n}", self.unbound

    def collect(self, get: Callable[[str], Any], prefix: str, count: Callable[[str], int]) -> Any:
        raw = [get(f"{prefix}{self.name}-{n}") or "" for n in range(count(self.of))]
        return raw if any(raw) else []

    def spread(self, raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        for n, value in enumerate(raw if isinstance(raw, list) else []):
            yield f"{prefix}{self.name}-{n}", value

    def _head(self, reader: Reader) -> str:
        noun = row_noun(reader, self.of)
        return noun[:1].upper() + noun[1:]


def _words(words: Words) -> str:
    return "Ja" if isinstance(words, Marks) else str(getattr(words, "text", ""))
