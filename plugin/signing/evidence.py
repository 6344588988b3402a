"""The evidence record: how a document was signed, in full for the authority, and for each party without what is
others' own.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import assert_never

from ...exporters import Document
from ...exporters.document import Attachment, Block, Section, SignatureBlock, Table, Text, blocks
from ...forms.language.context import STOCKHOLM
from .events import (
    AnyEvent,
    Completed,
    Created,
    Declined,
    Expired,
    Halted,
    Reactivated,
    Shown,
    SignatureGiven,
    Voided,
    Withdrawn,
    to_json,
)
from .instrument import Instrument
from .state_machine import Signing

EVIDENCE = "verifikat.json"
HEADING = "Så här skrevs handlingen under"
FORMAT = 1
TRACKS = {"skarm": "på skärm", "papper": "på papper"}


def with_verifikat(
    document: Document, signing: Signing, events: Iterable[AnyEvent], instrument: Instrument
) -> Document:
    """The document with how it was signed said last; the authority's own copy with everything, also as JSON."""
    if document.audience == "kommun":
        kept = tuple(events)
        section = Section(HEADING, _full(signing, kept, instrument))
        files = (*document.attachments, _attached(document, signing, kept, instrument))
        return replace(document, sections=(*document.sections, section), attachments=files)
    shown = {block.field for block in blocks(document) if isinstance(block, SignatureBlock)}
    return replace(document, sections=(*document.sections, Section(HEADING, _short(signing, shown, instrument))))


def evidence(document: Document, signing: Signing, events: Iterable[AnyEvent], instrument: Instrument) -> bytes:
    """Everything that is kept of the signing, as JSON."""
    content = {
        "format": FORMAT,
        "document": {
            "id": document.document_id,
            "form": document.form,
            "code": document.code,
            "version": document.version,
            "title": document.title,
        },
        "instrument": {"canonical": instrument.canonical, "sha256": instrument.sha256},
        "parties": [asdict(party) for party in signing.parties],
        "events": [to_json(event) for event in events],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _attached(document: Document, signing: Signing, events: Iterable[AnyEvent], instrument: Instrument) -> Attachment:
    data = evidence(document, signing, events, instrument)
    return Attachment(EVIDENCE, "application/json", "Verifikat: vad som skrevs under, av vilka och hur", data)


def _short(signing: Signing, shown: Collection[str], instrument: Instrument) -> tuple[Block, ...]:
    """What every party may know: who signed, how and when; of those whose signature the copy shows."""
    rows = tuple(_signed(signing, act) for key, act in signing.approved.items() if key in shown)
    table = Table("Underskrifter", ("Vem", "Namn", "Hur", "När"), rows, (0.2, 0.3, 0.28, 0.22))
    return (Text((_mark(instrument), "Kommunen har hela verifikatet i sitt exemplar.")), *([table] if rows else []))


def _full(signing: Signing, events: tuple[AnyEvent, ...], instrument: Instrument) -> tuple[Block, ...]:
    rows = tuple(_signed(signing, act) for act in signing.approved.values())
    happened = tuple((_time(event.at), *_words(event, signing)) for event in events)
    return (
        Text(
            (
                _mark(instrument),
                f"Märket är början av ordens SHA-256: {instrument.sha256}. Allt som sparades finns i filen {EVIDENCE}.",
            )
        ),
        Table("Underskrifter", ("Vem", "Namn", "Hur", "När"), rows, (0.2, 0.3, 0.28, 0.22)),
        Table("Händelser", ("När", "Vad", "Mer"), happened, (0.22, 0.38, 0.4)),
    )


def _mark(instrument: Instrument) -> str:
    return f"Alla som skrev under fick läsa samma ord. Orden känns igen på märket {instrument.mark}."


def _signed(signing: Signing, act: SignatureGiven) -> tuple[str, str, str, str]:
    name = f"{act.name}, för {act.behalf}" if act.behalf else act.name
    return signing.party(act.party).role, name, act.method, _time(act.at)


def _time(at: datetime) -> str:
    return at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


def _words(event: AnyEvent, signing: Signing) -> tuple[str, str]:
    """What happened, and what more there is to say of it."""
    match event:
        case Created():
            return f"Underskrifterna började, {TRACKS.get(event.track, event.track)}", ""
        case Shown():
            return f"Orden visades för: {_role(event.party, signing)}", ""
        case SignatureGiven():
            return f"Skrev under: {_role(event.party, signing)}", "; ".join(_circumstances(event))
        case Declined():
            return f"Skrev inte under: {_role(event.party, signing)}", event.reason
        case Withdrawn() | Halted():
            return ("Avbröts" if isinstance(event, Withdrawn) else "Pausades"), event.reason
        case Expired():
            return "Tiden gick ut", ""
        case Reactivated():
            return "Fortsatte", ""
        case Completed():
            return "Alla som behövs har skrivit under", ""
        case Voided():
            return "Handlingen ändrades", ", ".join(event.changes)
        case _:
            assert_never(event)


def _circumstances(act: SignatureGiven) -> Iterator[str]:
    if act.place:
        yield act.place
    for key, words in (
        ("witness", "i närvaro av"),
        ("certified_by", "intygat av"),
        ("original", "originalet finns:"),
        ("ground", "med stöd av:"),
    ):
        if told := str(act.evidence.get(key) or ""):
            yield f"{words} {told}"


def _role(key: str, signing: Signing) -> str:
    """The party's role, by the last round; an earlier one may have had others."""
    return next((party.role for party in signing.parties if party.key == key), key)
