"""One person, one number: what is accepted, what it becomes, and what a refusal says."""

from datetime import date

import pytest
from support.spellings import refusal, spellings

from stegvis.schemas.values import dates, personnummer

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "written", spellings("189001019802", "18900101-9802", "900101+9802", "18900101 9802", "18900101+9802")
)
def test_one_person_has_one_personnummer(written):
    assert personnummer.parse(written, TODAY) == "189001019802"


@pytest.mark.parametrize("written", spellings("197010632391", "701063-2391", "7010632391", "19701063-2391"))
def test_a_samordningsnummer_is_a_number_whose_day_is_raised_by_sixty(written):
    number = personnummer.parse(written, TODAY)
    assert number == "197010632391"
    assert personnummer.birth_date(number) == date(1970, 10, 3)


def test_a_personnummer_is_shown_with_a_dash_and_tells_the_birth_date():
    assert personnummer.shown("189001019802") == "18900101-9802"
    assert personnummer.birth_date("189001019802") == date(1890, 1, 1)


@pytest.mark.parametrize("written", ["19121212MD12", "19121212-md12", "991234567890", "19121212 T987"])
def test_a_reservnummer_is_taken_as_it_is(written):
    number = personnummer.parse(written, TODAY)
    assert number == written.upper().replace("-", "").replace(" ", "")
    assert personnummer.is_reserve(number)
    assert personnummer.birth_date(number) == (None if number.startswith("99") else date(1912, 12, 12))


def test_a_reservnummer_of_someone_not_yet_born_is_refused():
    assert refusal(personnummer.parse, "20300101A123", TODAY) == "personnummer_date"


@pytest.mark.parametrize("today", [date(1999, 1, 1), date(2026, 11, 21), date(2089, 12, 31)])
def test_ten_digits_are_of_the_latest_century_that_has_been(today):
    number = personnummer.parse("900101-9802", today)
    birth = personnummer.birth_date(number)
    assert birth <= today < dates.add_months(birth, 1200)


def test_plus_means_a_hundred_years_or_more_this_year():
    assert personnummer.parse("140168+2396", date(2026, 1, 1)) == "191401682396"
    assert personnummer.parse("140168-2396", date(2013, 12, 31)) == "191401682396"


@pytest.mark.parametrize(
    ("written", "message_id"),
    [
        ("", "personnummer_format"),
        ("18900101", "personnummer_format"),
        ("18900101-98020", "personnummer_format"),
        ("1890-01-01-9802", "personnummer_format"),
        ("1890010198O2", "personnummer_format"),
        ("18900101O802", "personnummer_format"),
        ("18900101-9803", "personnummer_check"),
        ("18900230-9802", "personnummer_date"),
        ("18901301-9802", "personnummer_date"),
        ("17900101-9802", "personnummer_date"),
        ("00000000-0000", "personnummer_date"),
    ],
)
def test_what_is_wrong_with_a_personnummer_is_said(written, message_id):
    assert refusal(personnummer.parse, written, TODAY) == message_id


def test_nobody_has_a_number_before_being_born():
    assert refusal(personnummer.parse, "19701063-2391", date(1970, 10, 2)) == "personnummer_date"
    assert personnummer.parse("19701063-2391", date(1970, 10, 3))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ring Anna, 18900101-9802, i morgon.", ("18900101-9802",)),
        ("Hon är 900101+9802 och 19140168 2396.", ("900101+9802", "19140168 2396")),
        ("(7010632391)", ("7010632391",)),
        ("nummer ９００１０１－９８０２", ("900101-9802",)),
        ("Ring 070-174 06 05 före 2026-11-21.", ()),
        ("Org.nr 556016-0680, ärende 202613-1234", ()),
        ("1890010198021", ()),
        ("7010632392", ()),
    ],
)
def test_a_personnummer_is_found_in_running_text(words, found):
    assert personnummer.find_in_text(words) == found
