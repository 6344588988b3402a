"""What somebody who has made a letterhead in Word should know about it before it is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from docx.oxml.ns import qn
from docx.section import _Header

from .merging import OURS_ALWAYS, name_of, our_styles
from .own import Own, open_own, says_something, width
from .package import UnsafePackage

COMMON = {"normal", "default paragraph font", "normal table", "no list", "header", "footer", *OURS_ALWAYS}
NEAR = 0.8


class Weight(Enum):
    """What a finding means: the file is not used, it is used but something should be mended, or it is only told."""

    REFUSED = "används inte"
    MEND = "rätta"
    NOTE = "bra att veta"


@dataclass(frozen=True, slots=True)
class LetterheadFinding:
    """One thing to know, in Swedish, for the one who made the letterhead."""

    weight: Weight
    words: str


def judge(data: bytes) -> tuple[LetterheadFinding, ...]:
    """Everything that is to be said of the letterhead. Raises UnsafePackage when the file cannot be read at all."""
    own = open_own(data)
    return (
        *(LetterheadFinding(Weight.REFUSED, words) for words in own.refused),
        *_page(own),
        *_around(own),
        *_styles(own),
    )


def problem(data: bytes) -> str:
    """Why the letterhead is not used; empty when it is."""
    try:
        return " ".join(one.words for one in judge(data) if one.weight is Weight.REFUSED)
    except UnsafePackage as unsafe:
        return str(unsafe)


def words(data: bytes) -> str:
    """What stands in its headers and footers. Raises UnsafePackage."""
    texts = (text.text or "" for part in open_own(data).around for text in part.part.element.iter(qn("w:t")))
    return " ".join(texts)


def _page(own: Own) -> Iterator[LetterheadFinding]:
    try:
        width(own)
    except ValueError:
        yield LetterheadFinding(
            Weight.REFUSED, "Ändra marginalerna eller sidans storlek. Texten får inte plats mellan marginalerna."
        )


def _around(own: Own) -> Iterator[LetterheadFinding]:
    headers = [part for part in own.around if isinstance(part, _Header)]
    if not any(map(says_something, headers)):
        yield LetterheadFinding(
            Weight.MEND,
            "Skriv i sidhuvudet vem som är avsändare, eller lägg dit en logotyp. Mallen har inget sidhuvud.",
        )
    footers = [part for part in own.around if not isinstance(part, _Header)]
    if not any(map(says_something, footers)):
        yield LetterheadFinding(Weight.MEND, "Skriv kontaktuppgifter i sidfoten. Mallen har ingen sidfot.")
    fields = (
        element for part in own.around for element in part.part.element.iter(qn("w:instrText"), qn("w:fldSimple"))
    )
    if any("PAGE" in (element.get(qn("w:instr")) or element.text or "").upper() for element in fields):
        yield LetterheadFinding(
            Weight.MEND, "Ta bort sidnumret ur mallen. Stegvis skriver ”Sida 1 av 2” längst ned på varje sida."
        )
    if any((text.text or "").strip() for text in own.file.element.body.iter(qn("w:t"))):
        yield LetterheadFinding(
            Weight.NOTE, "Texten på sidan används inte, bara sidhuvud, sidfot, marginaler och formatmallar."
        )


def _styles(own: Own) -> Iterator[LetterheadFinding]:
    theirs = {name_of(style) for style in own.file.styles.element.iter(qn("w:style"))}
    asked = [style.find(qn("w:name")).get(qn("w:val")) for style in our_styles("sv-SE")]
    missing = [name for name in asked if name.lower() not in theirs and name.lower() not in COMMON]
    known = {name.lower() for name in asked}
    strangers = [name for name in theirs - known if name]
    for name in missing:
        if near := get_close_matches(name.lower(), strangers, 1, NEAR):
            yield LetterheadFinding(
                Weight.MEND, f"Byt namn på formatmallen ”{near[0]}” till ”{name}”, om den är menad för Stegvis."
            )
    if missing:
        yield LetterheadFinding(Weight.NOTE, f"Stegvis lägger till formatmallarna som saknas: {', '.join(missing)}.")
