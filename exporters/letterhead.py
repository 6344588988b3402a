"""What stands around the answers, by audience: who sends it, whose copy it is, what it is worth, which form it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..forms.definition.definition import FormDefinition
from ..forms.language.context import Letterhead
from ..forms.questions.aligned import row_names
from ..forms.questions.reader import Reader
from ..schemas.phrases import phrase
from .document import Figure, Head

READERS = {
    "kommun": "kommunen",
    "deltagare": "deltagaren",
    "arbetsgivare": "arbetsgivaren",
    "part": "den som samtycket gäller",
}


def head(reader: Reader) -> Head:
    """The letterhead. An employer's names the kommun and a neutral unit only: no logo, nämnd, unit or case number."""
    sender = reader.context.letterhead
    if reader.audience == "arbetsgivare":
        return Head(sender.kommun, tuple(filter(None, (sender.anordnare,))))
    return own_head(sender, tuple(_facts(reader)))


def own_head(sender: Letterhead, facts: tuple[tuple[str, str], ...]) -> Head:
    """The letterhead with nämnd, unit and logo, of what stays in the kommun or goes to the participant."""
    lines = tuple(filter(None, (sender.namnd, sender.enhet, sender.address)))
    logo = Figure(sender.logo, _media_type(sender.logo), sender.logo_alt or sender.kommun) if sender.logo else None
    return Head(sender.kommun, lines, facts, logo)


def stationery(reader: Reader) -> bytes:
    """The municipality's own letterhead for Word. Copies that leave it have the neutral one: a nämnd tells the
    ground.
    """
    sender = reader.context.letterhead
    return sender.word_neutral if reader.audience in ("arbetsgivare", "part") else sender.word


def _facts(reader: Reader) -> Iterator[tuple[str, str]]:
    sender = reader.context.letterhead
    if reader.context.case_number and "arendenummer" not in reader.answers:
        yield "Ärendenummer", reader.context.case_number
    yield from contact(sender)


def contact(sender: Letterhead) -> Iterator[tuple[str, str]]:
    """How the sender is reached."""
    if reached := ", ".join(filter(None, (sender.phone, sender.email))):
        yield "Kontakt", reached


def copy_for(reader: Reader) -> str:
    """Whose copy it is; a part's names the part."""
    who = READERS[reader.audience]
    if reader.audience == "part" and reader.context.part:
        names = row_names(reader, "parter")
        who = names[reader.context.part - 1] if reader.context.part <= len(names) else who
    return phrase("page_copy_for", mottagare=who)


def marks(reader: Reader) -> tuple[str, ...]:
    """What the paper is worth. That a person's data are protected is told only to the kommun and the person."""
    found = []
    if reader.context.demo:
        found.append(phrase("demo_mark"))
    if reader.context.state == "utkast":
        found.append(phrase("page_draft_mark"))
    if reader.protected and reader.audience in ("kommun", "deltagare"):
        found.append(phrase("page_protected_mark"))
    return tuple(found)


_IMPRINT = re.compile(
    r"\b([A-ZÅÄÖ]{2,6}-[0-9]{2,3})\s+version\s+([0-9]{1,4})\b(?:\s*·\s*"
    + re.escape(phrase("page_local_version", version="@", kommun=""))
    .replace("@", "(.{1,40}?)")
    .replace(r"\ ", r"\s+")
    .rstrip()
    + ")?"
)


class Imprint(NamedTuple):
    """What a footer says of the form: its code, its version, and the municipality's own version of it."""

    code: str = ""
    version: int = 0
    local: str = ""


def imprint(text: str) -> Imprint:
    """What a text says of its form, for those who read a document back; an empty one when it says nothing."""
    found = _IMPRINT.search(text)
    return Imprint(found[1], int(found[2]), " ".join((found[3] or "").split())) if found else Imprint()


def footer(form: FormDefinition, reader: Reader) -> str:
    """Form code, version and short code; exporters with pages add page x (y)."""
    words = [f"{form.code} version {form.version}"]
    if form.local_version:
        words.append(phrase("page_local_version", version=form.local_version, kommun=reader.context.letterhead.kommun))
    if not reader.blank and reader.context.short_code:
        words.append(reader.context.short_code)
    return " · ".join(words)


def _media_type(logo: bytes) -> str:
    return "image/png" if logo.startswith(b"\x89PNG") else "image/jpeg"
