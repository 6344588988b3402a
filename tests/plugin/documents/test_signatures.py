"""The signatures of a document as its copies print them: who has signed this round, in order; a draft has none."""

from datetime import date

import pytest
from support.documents import document_of
from support.signings import FIRST, SECOND, Round

from stegvis.plugin.documents.signatures import signatures
from stegvis.plugin.signing.errors import BrokenHistory
from stegvis.plugin.storage import State

INK = {"ink": {"strokes": [[[0, 0.5], [1, 1]]], "ratio": 3}}


def saved(events):
    return document_of("praktikavtal_minimal", state=State.DELVIS, signing=events)


def test_those_who_have_signed_stand_in_order_with_day_place_and_ink():
    signed = Round()
    signed.sign(SECOND, "Robin Handledarsson")
    signed.sign(FIRST, place="Åvik", evidence=INK)
    first, second = signatures(saved(signed.events))
    assert (first.party, first.name, first.ink) == (SECOND, "Robin Handledarsson", None)
    assert (second.name, second.place, second.date) == ("Alva Testberg", "Åvik", date(2026, 11, 21))
    assert second.ink.strokes == (((0.0, 0.5), (1.0, 1.0)),) and second.ink.ratio == 3.0


def test_before_anybody_has_signed_there_are_none():
    assert signatures(saved(())) == signatures(saved(Round().events)) == ()


def test_a_draft_has_none_whatever_is_kept():
    signed = Round()
    signed.sign(FIRST)
    assert signatures(document_of("praktikavtal_minimal", signing=signed.events)) == ()


def test_events_that_cannot_follow_each_other_are_no_signatures():
    signed = Round()
    signed.sign(FIRST)
    with pytest.raises(BrokenHistory):
        signatures(saved(signed.events[1:]))
