"""The registers a nämnd keeps beside its cases: what is in them, sorted by name, and the forms that ask for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werkzeug import exceptions

from ...forms import FormDefinition
from ...forms.loading.small_forms import register_form
from ..documents.digest import carries
from ..installation.acting import acting
from ..installation.catalogue import programmes_now
from ..installation.clock import today
from ..storage import CaseEvent, Entry
from .capacity import workplace_place
from .people import normal
from .service import refresh_stale

NONE = ("ingen", "Nej")
LAST = str.maketrans("åäö", "{|}")


@dataclass(frozen=True)
class Register:
    """One register: its id, what it and one entry are called, the question that names an entry, and the form of
    what is noted of one.
    """

    id: str
    title: str
    one: str
    name: str
    about: str
    noted: str = ""


REGISTERS: Mapping[str, Register] = {
    one.id: one
    for one in (
        Register(
            "arbetsplats",
            "Arbetsplatser",
            "arbetsplats",
            "arbetsplats_namn",
            "Arbetsgivare och anordnare, och era kontakter med dem.",
            "arbetsplatskontakt",
        ),
        Register(
            "partner",
            "Samarbetspartner",
            "samarbetspartner",
            "namn",
            "Myndigheter, föreningar och andra som ni arbetar tillsammans med.",
        ),
        Register("modul", "Moduler", "modul", "titel", "Katalogen över moduler: åtta områden, tio steg i varje modul."),
    )
}


@dataclass(frozen=True)
class RegisterEntry:
    """An entry as lists and pages show it."""

    entry: Entry
    register: Register

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.entry.payload[self.register.name])


def in_order(name: str) -> str:
    """What the name is sorted by: å, ä and ö come last and in that order."""
    return normal(name).translate(LAST)


def register_now(register_id: str) -> Register:
    """Raises werkzeug's NotFound."""
    if register_id not in REGISTERS:
        raise exceptions.NotFound
    return REGISTERS[register_id]


def everything(register: Register, *, retired: bool = False) -> list[RegisterEntry]:
    """The whole register by name; modules in the order of their areas."""
    found = acting().registers.all(register.id, retired=retired)
    return sorted(
        (RegisterEntry(entry, register) for entry in found),
        key=lambda one: (str(one.entry.payload.get("omrade", "")), in_order(one.name)),
    )


def matching(found: Sequence[RegisterEntry], text: str) -> list[RegisterEntry]:
    """Those whose name holds every word of the text, or whose organisation number begins with its figures."""
    words, number = normal(text).split(), text.replace("-", "").strip()
    return [
        one
        for one in found
        if all(word in normal(one.name) for word in words)
        or (number.isdigit() and str(one.entry.payload.get("orgnr") or "").replace("-", "").startswith(number))
    ]


def entry_now(register: Register, entry_id: UUID) -> tuple[RegisterEntry, tuple[CaseEvent, ...]]:
    """One entry with what has been noted of it. Raises the store's NotFound, and werkzeug's for an entry of another
    register.
    """
    entry, noted = acting().registers.read(entry_id)
    if entry.register != register.id:
        raise exceptions.NotFound
    return RegisterEntry(entry, register), noted


def form_of(register: Register, entry: Entry | None = None) -> FormDefinition:
    """The form of an entry, with the programmes and the modules there are to choose among, and what *entry* has chosen
    before.

    A module is never a part of itself.
    """
    if register.id == "partner":
        return register_form(
            "partner", ("verksamheter", _with([(one.id, one.title) for one in programmes_now()], entry, "verksamheter"))
        )
    if register.id == "modul":
        others = [
            (str(one.entry.id), one.name)
            for one in everything(register, retired=True)
            if not one.entry.retired or _chose(entry, one)
        ]
        return register_form(
            "modul", ("del_av", (NONE, *((key, name) for key, name in others if entry is None or key != str(entry.id))))
        )
    return register_form(register.id)


def _with(options: list[tuple[str, str]], entry: Entry | None, name: str) -> tuple[tuple[str, str], ...]:
    """The options, and last those that the entry holds and that are no longer there."""
    held = [] if entry is None else entry.payload.get(name) or []
    return (*options, *((key, key) for key in held if key not in dict(options)))


def _chose(entry: Entry | None, one: RegisterEntry) -> bool:
    return entry is not None and entry.payload.get("del_av") == str(one.entry.id)


def places(entry: Entry) -> int:
    """How many of a workplace's places are taken today."""
    refresh_stale()
    key = workplace_place(str(entry.payload["arbetsplats_namn"]))
    return acting().cases.taken([key], today())[key]


def known(entry: Entry) -> dict[str, tuple[Any, str]]:
    """What a workplace tells a form: each vocabulary term, its value, and the kind of question that was answered."""
    return {
        question.prefill: (entry.payload[question.name], question.kind)
        for question in register_form("arbetsplats").questions.values()
        if carries(question.prefill) and entry.payload.get(question.name)
    }


def partners_of_programmes() -> Iterator[tuple[str, str, list[str]]]:
    """The partners that the programmes' files name: name, type, and the programmes."""
    found: dict[str, tuple[str, list[str]]] = {}
    for programme in programmes_now():
        for partner in programme.partners:
            found.setdefault(partner.title, (partner.type, []))[1].append(programme.title)
    for name in sorted(found, key=in_order):
        yield name, *found[name]
