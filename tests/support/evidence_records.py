"""Evidence records as they should be, to be held and spoiled."""

import json
from dataclasses import asdict
from datetime import timedelta

from stegvis.plugin.signing import state_machine
from stegvis.plugin.signing.evidence import evidence
from stegvis.plugin.signing.instrument import Instrument
from support import seals
from support.signings import AT, DAY, THREE


def instrument_of(parties, place="Åvik"):
    """What these parties sign."""
    content = {"answers": {"plats": place}, "format": 1, "parties": [asdict(party) for party in parties]}
    return Instrument(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


INSTRUMENT = instrument_of(THREE)


WITNESS, DEVICE = "Vittne Vittnesson", "Surfplatta/7.1"


def signed(parties=THREE, instrument=INSTRUMENT):
    """A signing by all of them, and its events."""
    events = [*state_machine.create(None, parties, instrument.sha256, "skarm", at=AT, by="kim")]
    for number, each in enumerate(parties, 1):
        at = AT + timedelta(minutes=number)
        events += state_machine.show(state_machine.replay(events), each.key, instrument.sha256, at=at, by="kim")
        events += state_machine.approve(
            state_machine.replay(events),
            each.key,
            instrument.sha256,
            round=1,
            at=at,
            by="kim",
            name=each.name or f"Namn {number}",
            method="Ritad på skärm",
            on=DAY,
            evidence={"witness": WITNESS, "device": DEVICE},
        )
    return state_machine.replay(events), tuple(events)


def whole():
    """The evidence as it should be, to be spoiled."""
    signing, events = signed()
    return json.loads(evidence(seals.signed_document("praktikavtal", "kommun"), signing, events, INSTRUMENT))
