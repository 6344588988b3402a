"""A question: one class per kind, with three faces (`rule`, `control`, `text`) and one partial that draws it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

from wtforms import Field

from ...schemas.fields import AnswerField
from ...schemas.rules import Day
from ..language.conditions import Condition, Scope
from ..language.keys import AUDIENCE, CONDITION, DEFAULT, FLAG, TEXT, TEXTS, key
from ..language.words import Place, Room, Words
from .reader import Reader

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

NO_MESSAGES: Mapping[str, str] = MappingProxyType({})
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
        return Room()

    def on_screen(self, reader: Reader, prefix: str) -> Words | None:
        """What stands on a blank that is filled in on a screen: what `blank` says, with a place for each answer.

        Places are named as the controls of the page, which *prefix* begins inside rows and groups.
        """
        words = self.blank(reader)
        return replace(words, place=self.place(prefix)) if isinstance(words, Room) else words

    def place(self, prefix: str, value: str = "", options: tuple[tuple[str, str], ...] = ()) -> Place:
        """The place of the answer on a screen's blank, or of one of its boxes."""
        always = self.required and self.show_if is None and not prefix  # a row need not be there at all
        return Place(prefix + self.name, value, options=options, required=always)

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

    @property
    def said(self) -> str:
        """The label in running text."""
        return self.short or self.label.rstrip("?").lower()

    def shown(self, scope: Scope) -> bool:
        """Whether the question applies, given the other answers."""
        return self.show_if is None or self.show_if.holds(scope)

    def needed(self, scope: Scope) -> bool:
        """Whether the question must be answered, given the other answers."""
        return self.required or (self.required_if is not None and self.required_if.holds(scope))

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
