"""One organisation, one number; that of a sole trader is personal."""

import pytest
from support.spellings import refusal, spellings

from stegvis.schemas.values import orgnr


@pytest.mark.parametrize("written", spellings("5560160680", "556016-0680", "16556016-0680", "165560160680"))
def test_one_organisation_has_one_number(written):
    assert orgnr.parse(written) == "5560160680"
    assert orgnr.shown("5560160680") == "556016-0680"
    assert not orgnr.is_personal("5560160680")


@pytest.mark.parametrize("written", ["900101-9802", "18900101-9802", "189001019802"])
def test_a_sole_traders_number_is_the_owners_and_personal(written):
    assert orgnr.parse(written) == "9001019802"
    assert orgnr.is_personal("9001019802")


@pytest.mark.parametrize(
    ("written", "message_id"),
    [
        ("556016-0681", "orgnr_check"),
        ("556016-068", "orgnr_format"),
        ("19556016-0680", "orgnr_format"),
        ("SE556016068001", "orgnr_format"),
        ("901301-9808", "orgnr_check"),
    ],
)
def test_what_is_wrong_with_an_orgnr_is_said(written, message_id):
    assert refusal(orgnr.parse, written) == message_id
