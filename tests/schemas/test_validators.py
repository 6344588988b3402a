"""Words that an answer must not be or hold: too general, a personal number, what an employer must not know."""

import pytest
from support.spellings import refusal

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.validators import NoPersonnummer, Revealing, TooGeneral, revealing_words

GENERAL = TooGeneral(("alla myndigheter", "allt"))
BEGINNINGS = ("missbruk", "försörjningsstöd", "LSS")


@pytest.mark.parametrize("answer", ["Alla myndigheter", " alla   myndigheter. ", "ALLT!", "alla, myndigheter"])
def test_an_answer_that_is_nothing_but_general_words_is_refused(answer):
    """A consent says which authorities (OSL 10 kap. 1 §, 12 kap. 2 §)."""
    assert refusal(GENERAL, answer) == "refused"


@pytest.mark.parametrize("answer", ["Alla myndigheter i planen", "allting", "Region X", ""])
def test_an_answer_that_says_more_will_do(answer):
    GENERAL(answer)


def test_a_personal_number_in_a_text_is_refused_and_other_numbers_are_not():
    """18900101-9802 is one of Skatteverket's numbers for tests."""
    assert refusal(NoPersonnummer(), "Kim (900101+9802) kommer.") == "personnummer_in_text"
    NoPersonnummer()("Ring 0701-740605 före 2026-11-21, dnr 2026/0142.")


def test_a_word_is_found_by_its_beginning_whatever_its_case_and_told_as_it_was_written():
    assert list(revealing_words("Hen har Missbruksproblem, och lss-insats.", BEGINNINGS)) == ["Missbruksproblem", "lss"]
    assert list(revealing_words("Hen är inte i nymissbruk. Lön: 100.", BEGINNINGS)) == []
    assert list(revealing_words("Missbruk", ())) == []


@pytest.mark.parametrize("written", ["försörjningsstödet", "FÖRSÖRJNINGSSTÖD", "Forsorjningsstod", "fórsorjningsstöd"])
def test_a_word_is_found_however_its_dots_are_written(written):
    assert [word[0].lower() for word in revealing_words(written, BEGINNINGS)] == ["f"]


def test_a_word_is_found_in_an_address_too_where_the_dots_are_gone():
    with pytest.raises(ValueProblem) as caught:
        Revealing(BEGINNINGS)("kim.forsorjningsstod@exempel.se")
    assert caught.value.message_id == "revealing"
    assert caught.value.values["ord"] == "forsorjningsstod"
    Revealing(BEGINNINGS)("kim@exempel.se")
