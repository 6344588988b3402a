"""The track `papper`: everybody signs with a pen, and the worker certifies what the paper says and keeps its scan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..storage import Artefact
from . import state_machine
from .errors import NotComplete
from .events import AnyEvent
from .parties import Party
from .state_machine import Signing
from .track_screen import stead

TRACK = "papper"
METHOD = "Underskriven på papper"
CERTIFIED = "Jag intygar att skanningen stämmer med originalet, och att uppgifterna ovan är de som står på papperet"
SUFFIXES = {
    b"%PDF-": ("pdf", "application/pdf"),
    b"\x89PNG": ("png", "image/png"),
    b"\xff\xd8\xff": ("jpg", "image/jpeg"),
}
TIFF = ("tiff", "image/tiff")
MOST_LETTERS = 200


@dataclass(frozen=True)
class Pen:
    """What stands on the paper of one party's signature."""

    party: str
    name: str
    place: str
    on: date
    ground: str = ""
    """What gives the right to sign in the stead of the one who is named; empty for the party itself."""


def read_pens(form: Mapping[str, str], parties: Sequence[Party], today: date) -> tuple[Pen, ...]:
    """What the worker has typed from the paper, for those who are ticked. Raises NotComplete; the path is
    `datum-<key>` and so on.
    """
    pens = tuple(_pen(form, party, today) for party in parties if form.get(f"skrev-{party.key}"))
    if not pens:
        raise NotComplete("vilka", "Kryssa i vilka som har skrivit under.")
    return pens


def certified(form: Mapping[str, str], who: str, scans: Sequence[Artefact]) -> dict[str, Any]:
    """What is kept of the paper: where the original is, who certifies it, and its scans. Raises NotComplete."""
    original = " ".join(form.get("original", "").split())
    if not original or len(original) > MOST_LETTERS:
        raise NotComplete("original", f"Skriv var originalet finns, med högst {MOST_LETTERS} tecken.")
    if form.get("intygar") != "ja":
        raise NotComplete("intygar", "Kryssa i att du intygar. Jämför först skanningen med originalet.")
    kept = [{"name": scan.name, "sha256": scan.sha256} for scan in scans]
    return {"certified": CERTIFIED, "certified_by": who, "original": original, "scans": kept}


def scan_files(files: Sequence[bytes], number: int) -> tuple[Artefact, ...]:
    """The scans as they are kept with the document; *number* is that of the next event, so that no name comes twice."""
    return tuple(_scan(data, f"skanning-{number}-{n}") for n, data in enumerate(files, 1))


def register(
    now: Signing, pens: Sequence[Pen], evidence: Mapping[str, Any], *, at: datetime, by: str
) -> tuple[AnyEvent, ...]:
    """Everybody's signature at once: each has read the words on the paper. Raises as `machine.approve`."""
    events: tuple[AnyEvent, ...] = ()
    turn = {key: place for place, key in enumerate(now.order)}
    for pen in sorted(pens, key=lambda pen: turn.get(pen.party, 0)):
        try:
            shown = state_machine.show(now, pen.party, now.sha256, at=at, by=by)
            now = state_machine.after(now, shown) if shown else now
            signed = state_machine.approve(
                now,
                pen.party,
                now.sha256,
                round=now.round,
                at=at,
                by=by,
                name=pen.name,
                method=METHOD,
                on=pen.on,
                place=pen.place,
                deputy=bool(pen.ground),
                evidence={**evidence, **({"ground": pen.ground} if pen.ground else {})},
            )
        except NotComplete as refused:
            raise NotComplete(f"{refused.path}-{pen.party}", str(refused)) from refused
        now = state_machine.after(now, signed)
        events += (*shown, *signed)
    return events


def _pen(form: Mapping[str, str], party: Party, today: date) -> Pen:
    key, role = party.key, party.role
    try:
        on = date.fromisoformat(form.get(f"datum-{key}", "").strip())
    except ValueError:
        raise NotComplete(
            f"datum-{key}", f"Skriv vilken dag {role.lower()} skrev under, till exempel {today.isoformat()}."
        ) from None
    if on > today:
        raise NotComplete(
            f"datum-{key}", "Välj dagens datum eller en tidigare dag. Ingen kan ha skrivit under på en kommande dag."
        )
    return Pen(key, form.get(f"namn-{key}", ""), form.get(f"ort-{key}", ""), on, stead(form, party, f"-{key}"))


def _scan(data: bytes, name: str) -> Artefact:
    suffix, kind = next((found for magic, found in SUFFIXES.items() if data.startswith(magic)), TIFF)
    return Artefact(name=f"{name}.{suffix}", media_type=kind, data=data)
