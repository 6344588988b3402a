"""Events as they are stored: every kind there and back, and nothing else."""

from datetime import date

import pytest
from support.signings import AT, DAY, FIRST, SHA, THREE

from stegvis.plugin.signing import events
from stegvis.plugin.signing.errors import BrokenHistory

ALL = [
    events.Created(
        at=AT, by="kim", sha256=SHA, parties=THREE, track="papper", order=(FIRST,), expires=date(2026, 12, 1)
    ),
    events.Created(at=AT, by="kim", sha256=SHA, parties=(), track="skarm"),
    events.Shown(at=AT, by="kim", party=FIRST, sha256=SHA),
    events.SignatureGiven(
        at=AT,
        by="kim",
        party=FIRST,
        sha256=SHA,
        name="Alva",
        method="Ritad",
        place="Åvik",
        on=DAY,
        behalf="Bo",
        evidence={"a": [1.5]},
    ),
    events.Declined(at=AT, by="kim", party=FIRST, sha256=SHA, reason="Nej"),
    events.Withdrawn(at=AT, by="kim", reason="Fel"),
    events.Expired(at=AT, by="kim"),
    events.Halted(at=AT, by="kim", reason="Paus"),
    events.Reactivated(at=AT, by="kim"),
    events.Completed(at=AT, by="kim", sha256=SHA),
    events.Voided(at=AT, by="kim", changes=("Schema", "Namn")),
]


@pytest.mark.parametrize("event", ALL, ids=lambda event: event.kind)
def test_there_and_back(event):
    stored = events.to_json(event)
    assert stored["kind"] == event.kind and stored["at"] == "2026-11-21T12:00:00+00:00"
    assert events.from_json(stored) == event


def test_every_kind_is_tried():
    assert {event.kind for event in ALL} == set(events.KINDS)


@pytest.mark.parametrize(
    "data",
    [{}, {"kind": "x"}, {"kind": "shown"}, {"kind": "shown", "at": "igår", "by": "k", "party": "p", "sha256": "s"}],
)
def test_what_is_no_event_is_refused(data):
    with pytest.raises(BrokenHistory, match="Kontakta IT"):
        events.from_json(data)
