"""What the store hands out: values that nobody changes, and what follows from them alone."""

import dataclasses
from datetime import date

import pytest

from stegvis.plugin.storage import Artefact, LogCheck, State, Stay, model

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""The SHA-256 of `abc`, from FIPS 180-2, appendix B.1."""


def test_a_file_is_known_by_the_hash_of_its_content():
    assert Artefact(name="a", media_type="text/plain", data=b"abc").sha256 == ABC
    assert Artefact(name="b", media_type="application/pdf", data=b"abc").sha256 == ABC


def test_a_log_is_intact_until_an_event_that_does_not_hold_even_the_first():
    assert LogCheck(length=0, head="").intact and not LogCheck(length=2, head="", broken_at=0).intact


def test_a_stay_without_a_last_day_goes_on():
    assert Stay(place="x", first=date(2026, 11, 21)).last > date(2999, 12, 31)


def test_a_draft_and_what_has_ended_are_not_replaced():
    assert set(State) - set(model.STANDING) == {State.UTKAST, State.UPPHAVD, State.ATERKALLAD, State.ERSATT}


def test_nothing_that_is_handed_out_can_be_changed():
    kinds = [one for one in vars(model).values() if dataclasses.is_dataclass(one)]
    assert len(kinds) >= 10 and all(one.__dataclass_params__.frozen for one in kinds)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Stay(place="x", first=date.min).place = "y"
