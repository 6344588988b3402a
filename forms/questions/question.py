"""A question: one class per kind, with three faces (`rule`, `control`, `text`) and one partial that draws it.

What else must be known of a kind is a face too, with a plain default here; nobody asks which kind a question is.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias, cast

from wtforms import Field

from ...schemas.fields import AnswerField
from ...schemas.rules import Day, rows
from ..language.conditions import Answers, Condition, Scope
from ..language.keys import AUDIENCE, CONDITION, DEFAULT, FLAG, TEXT, TEXTS, key
from ..language.words import InputPlace, Words, WritingSpace
from .control_label import ControlLabel, RowCalled
from .reader import Reader
from .signatory import Signatory
from .view import View

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

NO_MESSAGES: Mapping[str, str] = MappingProxyType({})
OF_USER = "anvandare."
"""The prefill terms that tell who filled in: another one, perhaps, next time."""
Control: TypeAlias = Field
Controls: TypeAlias = Iterator[tuple[str, "UnboundField[Any]"]]


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """One thing asked. Its fields are the keys every kind has; a kind adds its own."""

    kind: ClassVar[str]
    about: ClassVar[str] = ""
    """What the kind is, in Swedish, for those who write form files."""
    answered: ClassVar[bool] = True
    """Whether the kind takes an answer at all; fixed text and places to sign do not."""
    signs: ClassVar[bool] = False
    """Whether it is a place to sign, which everybody who signs sees."""
    many: ClassVar[bool] = False
    """Whether the answer is a list of rows, each with answers to the questions `asked`."""
    composite: ClassVar[bool] = False
    """Whether the answer is made of several, which other answers may be needed to judge."""
    short_words: ClassVar[bool] = True
    """Whether the answer's words fit in a cell of a table."""
    is_box: ClassVar[bool] = False
    """Whether the answer is one box to tick, whose own words are the label."""
    is_prose: ClassVar[bool] = False
    """Whether it is text that the form says, and asks nothing."""
    is_day: ClassVar[bool] = False
    """Whether the answer is a calendar day, which may begin as today."""
    judged_whole: ClassVar[bool] = False
    """Whether the page tells what is wrong with any part of the answer beside the question itself."""
    asks_of_row: ClassVar[bool] = False
    """Whether it is put about one row at a time, so that its messages may say `{rad}`."""
    rows_are_height: ClassVar[bool] = False
    """Whether the key `rows` is how high the box is, which a municipality may change."""
    usual: ClassVar[str] = ""
    """The block whose questions are asked inside this kind, unless the form file has its own."""

    name: str = key(TEXT, doc="Frågans nyckel i svar, export och tester: små bokstäver a–z, siffror och _.")
    label: str = key(TEXT, "", "Frågan, så som den står på sidan och i dokumenten.")
    help: str = key(TEXT, "", "Det som behövs för att kunna svara. Står före rutan.")
    short: str = key(TEXT, "", "Etiketten i löpande text, till exempel «startdatum».")
    required: bool = key(FLAG, False, "Frågan måste ha ett svar.")
    wanted: bool = key(FLAG, False, "Svara gärna: ett tomt svar ska ha en orsak, men hindrar ingenting.")
    show_if: Condition | None = key(CONDITION, None, "Frågan gäller bara när villkoret håller.")
    required_if: Condition | None = key(CONDITION, None, "Frågan måste ha ett svar när villkoret håller.")
    audience: tuple[str, ...] = key(AUDIENCE, ("kommun",), "Vems kopia frågan står på. Utan nyckeln: bara kommunens.")
    signed: bool = key(FLAG, False, "Ingår i det som parterna skriver under.")
    prefill: str = key(TEXT, "", "Termen i vocabulary.toml som svaret kan hämtas från.")
    strong: bool = key(FLAG, False, "Svaret skrivs med fet stil.")
    sensitive: bool = key(FLAG, False, "Svaret kräver extra behörighet.")
    masked: bool = key(FLAG, False, "Svaret döljs i alla kopior när personen har skyddade personuppgifter.")
    statistics: bool = key(FLAG, False, "Svaret räknas i statistiken.")
    default: Any = key(DEFAULT, None, "Förvalt svar. Kryss för samtycke har inget.")
    law: str = key(TEXT, "", "Källan i lag. Det som har en källa kan inte mjukas upp lokalt.")
    keep: bool = key(
        FLAG,
        False,
        "Frågan måste finnas: kommunen kan inte göra den frivillig, stänga av den eller ändra frågan och alternativen.",
    )
    messages: Mapping[str, str] = key(TEXTS, NO_MESSAGES, "Egna felmeddelanden i stället för de allmänna.")

    @abstractmethod
    def rule(self, day: Day) -> AnswerField[Any]:
        """The marshmallow field that judges an answer: the only validation there is."""

    @abstractmethod
    def control(self) -> Control:
        """The WTForms field that draws and redraws; it never judges."""

    @abstractmethod
    def text(self, answer: Any, reader: Reader) -> Words:
        """The words that every document shows for a judged *answer*."""

    def blank(self, reader: Reader) -> Words | None:
        """What stands on an empty form; None leaves the question out."""
        return WritingSpace()

    def on_screen(self, reader: Reader, prefix: str) -> Words | None:
        """What stands on a blank that is filled in on a screen: what `blank` says, with a place for each answer.

        Places are named as the controls of the page, which *prefix* begins inside rows and groups.
        """
        words = self.blank(reader)
        return replace(words, place=self.place(prefix)) if isinstance(words, WritingSpace) else words

    def place(self, prefix: str, value: str = "", options: tuple[tuple[str, str], ...] = ()) -> InputPlace:
        """The place of the answer on a screen's blank, or of one of its boxes."""
        always = self.required and self.show_if is None and not prefix  # a row need not be there at all
        return InputPlace(prefix + self.name, value, options=options, required=always)

    def check(self) -> str:
        """A mistake in the question itself, in Swedish; empty when there is none."""
        return ""

    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema of one answer."""

    def trim(self, answer: Any, reader: Reader) -> Any:
        """What this reader may have of a judged answer."""
        return answer

    @property
    def asked(self) -> tuple["Question", ...]:
        """The questions inside this one."""
        return ()

    @property
    def caption(self) -> str:
        """What stands over or beside the answer in a document."""
        return self.label

    def tidy(self, raw: Any) -> Any:
        """The raw answer in the one shape that a page draws, copied as deep as rows may be added to it."""
        return raw

    def without_row(self, raw: Any, of: str, row: int) -> Any:
        """The raw answer when row *row* (from 0) of the question *of* is gone."""
        return raw

    @classmethod
    def holds_fast(cls, key: str) -> bool:
        """Whether a municipality that changes *key* could get round a question that is needed."""
        return False

    @staticmethod
    def undated(written: Any) -> Any:
        """A written answer without what is of its own time, for another document about the same person."""
        return written

    @property
    def said(self) -> str:
        """The label in running text."""
        return self.short or self.label.rstrip("?").lower()

    @property
    def words_of(self) -> Mapping[str, str]:
        """The words of each option, or of each row to tick in, by its key."""
        return {}

    @property
    def wordings(self) -> tuple[str, ...]:
        """The texts that the question says besides label and help."""
        return ()

    @property
    def wording_conditions(self) -> tuple[Condition, ...]:
        """When it says which of its `wordings`."""
        return ()

    @property
    def message_tables(self) -> tuple[Mapping[str, str], ...]:
        """Every table of messages of its own."""
        return (self.messages,)

    @property
    def labels(self) -> Mapping[str, str]:
        """What rules call the question, and what is inside it, in their messages."""
        return {self.name: self.said}

    @property
    def is_quotable(self) -> bool:
        """Whether the words of the answer can stand in a sentence."""
        return self.answered and not self.is_box and (self.short_words or not self.composite)

    @property
    def is_act(self) -> bool:
        """Whether the answer records an act on one occasion, or who filled in: a new version begins without it."""
        return self.prefill.startswith(OF_USER)

    @property
    def warns_of_revealing(self) -> bool:
        """Whether words that tell an employer too much are pointed out and let be."""
        return False

    @property
    def refers_to(self) -> str:
        """The form whose document the answer is the number of."""
        return ""

    @property
    def hangs_on(self) -> str:
        """The question whose rows the answer, or each part of it, belongs to."""
        return ""

    @property
    def row_noun(self) -> str:
        """What a row is."""
        return "rad"

    @property
    def least_rows(self) -> int:
        """How many rows the answer must have."""
        return 0

    @property
    def rows_on_screen(self) -> int:
        """How many rows a blank that is filled in on a screen has: it cannot grow."""
        return 0

    @property
    def names_rows(self) -> tuple[str, ...]:
        """The questions inside that tell one row from another."""
        return ()

    def row_name(self, row: Mapping[str, Any], number: int) -> str:
        """How a page speaks of row *number* (from 1): what is written first in it, or its number."""
        return rows.row_name(row, number)

    def signatories(self, answer: Any, reader: Reader) -> tuple[Signatory, ...]:
        """Those who sign in the question's place, or as its judged *answer* tells."""
        return ()

    def shown(self, scope: Scope) -> bool:
        """Whether the question applies, given the other answers."""
        return self.show_if is None or self.show_if.holds(scope)

    def needed(self, scope: Scope) -> bool:
        """Whether the question must be answered, given the other answers."""
        return self.required or (self.required_if is not None and self.required_if.holds(scope))

    def fill_view(self, view: View, page: "ViewedPage", scope: Scope) -> None:
        """Puts in the *view* what the page draws: the control, or the views of what stands inside."""
        view.control = page.control(view.name)

    def label_of(self, control: str, answers: Answers, row_called: RowCalled) -> ControlLabel:
        """What a control of the question is called where it stands alone, with its row and party."""
        steps = [step for step in control.removeprefix(self.name).split("-") if step]
        label, question = self.label_inside(self.caption, steps, answers.get(self.name))
        return ControlLabel(control, label, question.words_of, question.is_box)

    def label_inside(self, label: str, steps: list[str], answer: Any) -> tuple[str, "Question"]:
        """The label some steps further in, each a row's number or a question's name, and the question there."""
        if not steps:
            return label, self
        inner = next((one for one in self.asked if one.name == steps[0]), None)
        if inner is None:
            return self.label_inside(label, steps[1:], answer)
        there = answer.get(inner.name) if isinstance(answer, Mapping) else None
        return inner.label_inside(f"{label}: {inner.label}", steps[1:], there)

    def line_of(self, label: ControlLabel, value: Any, row_called: RowCalled) -> tuple[str, str]:
        """The row that a control belongs to, or the question, and what is answered there."""
        return self.caption, f"{label.label.rpartition(': ')[2]} {label.words(value)}"

    @cached_property
    def unbound(self) -> "UnboundField[Any]":
        """The control that no page has bound yet, which is what WTForms makes of a field outside a form; made once."""
        return cast("UnboundField[Any]", self.control())

    def controls(self, prefix: str, count: Callable[[str], int]) -> Controls:
        """The flat controls of the question: name on the page and unbound field. *count* tells the rows of a repeat."""
        if self.answered:
            yield prefix + self.name, self.unbound

    def collect(self, get: Callable[[str], Any], prefix: str, count: Callable[[str], int]) -> Any:
        """The raw answer, put together from the flat controls."""
        return get(prefix + self.name)

    def spread(self, raw: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        """The flat controls' data, taken apart from a raw answer: the opposite of `collect`."""
        yield prefix + self.name, raw


@dataclass(frozen=True, kw_only=True)
class Unanswered(Question):
    """What stands on the form and takes no answer."""

    answered: ClassVar[bool] = False

    def rule(self, day: Day) -> AnswerField[Any]:
        raise TypeError(f"{self.name} takes no answer; ask only questions with `answered`")

    def control(self) -> Control:
        raise TypeError(f"{self.name} takes no answer; ask only questions with `answered`")

    def json_schema(self) -> dict[str, Any]:
        return {}


class ViewedPage(Protocol):
    """What a question asks of the page that shows it."""

    @property
    def errors(self) -> Mapping[str, list[str]]:
        """What is wrong, by path."""

    @property
    def warnings(self) -> Mapping[str, list[str]]:
        """What there is to doubt, by path."""

    def control(self, name: str, /) -> Field | None:
        """The bound control called *name*."""

    def label_of(self, name: str) -> str:
        """The label of the form's question *name*."""

    def reader_of(self, audience: str) -> Reader:
        """A reader of what is typed so far, as the copy of the *audience* says it."""

    def views(self, questions: Iterable["Question"], prefix: str, scope: Scope) -> Iterator[View]:
        """The view of each question whose paths begin with *prefix*."""
