"""Text that the form says, in the variant that fits the reader and the answers."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from ..language.conditions import Condition, Scope
from ..language.keys import TEXT, key
from ..language.variants import VARIANTS, Variant
from ..language.words import Listed, Prose, Words
from ..questions.question import Unanswered, ViewedPage
from ..questions.reader import Reader
from ..questions.view import View

ITEM = re.compile(r"^(?:(\d+)\.|-)\s+(.*)$")


@dataclass(frozen=True, kw_only=True)
class Fixed(Unanswered):
    """The first of its texts that fits; nothing when none does."""

    kind: ClassVar[str] = "fixed"
    about: ClassVar[str] = (
        "Text som blanketten säger, i den variant som passar läsaren och svaren. Tom rad ger nytt stycke, `1. ` och "
        "`- ` listor."
    )
    short_words: ClassVar[bool] = False
    is_prose: ClassVar[bool] = True
    blank_label: str = key(
        TEXT, "", "Rubriken på en tom blankett, där ingen vet om villkoret håller; utan den utelämnas texten där."
    )
    texts: tuple[Variant, ...] = key(VARIANTS, doc="Varianterna i ordning; den första som passar läsaren skrivs ut.")

    @property
    def wordings(self) -> tuple[str, ...]:
        return tuple(variant.text for variant in self.texts)

    @property
    def wording_conditions(self) -> tuple[Condition, ...]:
        return tuple(variant.when for variant in self.texts if variant.when is not None)

    def fill_view(self, view: View, page: ViewedPage, scope: Scope) -> None:
        """The text for those who fill in: as the municipality's copy says it, or the participant's when it has none."""
        audience = next((one for one in ("kommun", "deltagare") if one in self.audience), "")
        prose = self.text(None, page.reader_of(audience)) if audience else None
        view.prose = prose if isinstance(prose, Prose) and prose.items else None

    def variant(self, reader: Reader) -> Variant | None:
        """The text for this reader."""
        return next((variant for variant in self.texts if variant.fits(reader.audience, reader.scope)), None)

    def text(self, answer: None, reader: Reader) -> Words:
        variant = self.variant(reader)
        if variant is None:
            return Prose(())
        return Prose(tuple(_fill(item, reader) for item in paragraphs(variant.text)), reader.fill(self.label))

    def blank(self, reader: Reader) -> Words:
        if not self.blank_label:
            return self.text(None, reader)
        first = next(
            (variant for variant in self.texts if not variant.audience or reader.audience in variant.audience), None
        )
        items = paragraphs(first.text) if first else ()
        return Prose(tuple(_fill(item, reader) for item in items), self.blank_label)

    def check(self) -> str:
        if self.law and any(variant.config for variant in self.texts):
            return "en text med config = true kan inte ha law; det som har en källa i lag får inte ändras"
        return ""


@lru_cache(1024)
def paragraphs(text: str) -> tuple[str | Listed, ...]:
    """The paragraphs and lists of a text: a blank line starts a new paragraph, "1. " and "- " an item."""
    found: list[str | Listed] = []
    for line in (line.strip() for line in text.strip().splitlines()):
        item = ITEM.match(line)
        last = found[-1] if found else None
        if item and isinstance(last, Listed):
            found[-1] = Listed((*last.items, item[2]), last.ordered)
        elif item:
            found.append(Listed((item[2],), ordered=item[1] is not None))
        elif line and isinstance(last, str) and last:
            found[-1] = f"{last} {line}"
        else:
            found.append(line)
    return tuple(item for item in found if item)


def _fill(item: str | Listed, reader: Reader) -> str | Listed:
    if isinstance(item, Listed):
        return Listed(tuple(map(reader.fill, item.items)), item.ordered)
    return reader.fill(item)
