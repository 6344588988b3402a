"""How a person stands in lists, and what a case is found by."""

import pytest
from support.case_files import PERSON, stored_case

from stegvis.plugin.cases.people import NAMELESS, PROTECTED, called, full_name, normal, tokens, tokens_to_try

NUMBER = {"personnummer": "18900101-9802"}


def test_one_whose_data_are_protected_is_never_named_in_a_list():
    assert called(stored_case()) == "Alva Testberg"
    assert called(stored_case({**PERSON, "skydd": "sekretessmarkering"})) == PROTECTED
    assert called(stored_case(anonymous=True)) == NAMELESS


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({**PERSON, "tilltalsnamn": "Alvi"}, "Alvi Testberg"),
        ({"efternamn": "Testberg"}, "Testberg"),
        ({}, NAMELESS),
    ],
)
def test_the_name_in_use_goes_before_the_first_name(person, name):
    assert full_name(person) == name


def test_a_case_is_found_by_its_number_and_the_person_by_number_and_every_name():
    assert set(tokens({"number": "2026-ABC", "person": {**PERSON, **NUMBER, "efternamn": "Test-Berg"}})) == {
        "n:2026 abc",
        "p:189001019802",
        "w:alva",
        "w:test",
        "w:berg",
    }


def test_a_protected_person_is_not_found_by_name():
    found = tokens({"number": "1", "person": {**PERSON, **NUMBER, "skydd": "skyddad_folkbokforing"}})
    assert set(found) == {"n:1", "p:189001019802"}


def test_a_number_without_its_century_is_tried_in_each_and_words_as_parts_of_a_name():
    assert tokens_to_try("900101-9802")[:3] == [("p:199001019802",), ("p:209001019802",), ("p:189001019802",)]
    assert tokens_to_try("18900101-9802")[0] == ("p:189001019802",)
    assert tokens_to_try("alva  Test-berg") == [("n:alva test berg",), ("w:alva", "w:test", "w:berg")]
    assert tokens_to_try(" ") == []


def test_signs_are_composed_and_hyphens_part_names():
    assert normal("  A\u030asa-Lena   BERG ") == "åsa lena berg"
