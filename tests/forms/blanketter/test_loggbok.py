"""Loggbok: what touches the programme, and nothing of any person; a personal number in any text is refused."""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("loggbok")
TEXTS = ("program", "rubrik", "handelse", "paverkan", "atgard", "av")
NUMBERS = ("18900101-9802", "189001019802", "18900101 9802", "900101-9802", "9001019802", "900101+9802")
OTHERS = ("2026-11-20 flyttade 12 till 3 lokaler.", "Ring 08-123 456 78.", "Beslut 2026-0142, 125 kr i veckan.")


def test_the_example_can_be_saved():
    assert problems("loggbok") == {}
    assert warnings("loggbok") == {}


def test_the_example_answers_every_question():
    assert {name for name, q in FORM.questions.items() if q.answered} - set(example("loggbok")) == set()


def test_it_is_the_municipalitys_alone():
    assert FORM.audiences == ("kommun",)


def test_there_is_no_question_about_a_person():
    """The one name there is says who wrote; what is fetched is that name and the programme's."""
    assert {q.prefill for _, q in FORM.walk() if q.prefill} == {"anvandare.namn", "arende.verksamhet"}
    kinds = {q.kind for _, q in FORM.walk()}
    assert kinds == {"fixed", "text", "long_text", "date"}


def test_the_one_who_writes_is_told_to_write_of_no_person():
    assert (
        "inget om någon enskild person"
        in said(FORM, "kommun", FORM.schema(CONTEXT).load(example("loggbok")))["inga_personer"]
    )


def test_every_text_is_looked_through():
    assert {name for name, q in FORM.questions.items() if q.kind in ("text", "long_text")} == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_personal_number_is_refused_in_every_text(name, number):
    assert problems("loggbok", **{name: f"Samtal med {number}."}) == {
        name: ["Ta bort personnumret. Loggboken handlar om verksamheten."]
    }


@pytest.mark.parametrize("name", TEXTS)
def test_a_coordination_number_is_a_personal_number(name):
    assert problems("loggbok", **{name: "Samtal med 701063-2391."}).keys() == {name}


@pytest.mark.parametrize("text", OTHERS)
def test_days_sums_and_telephone_numbers_are_words_like_others(text):
    assert problems("loggbok", handelse=text, atgard=text) == {}


def test_each_number_is_told_of_where_it_stands():
    assert problems("loggbok", rubrik="Om 900101-9802", atgard="Ring 900101-9802").keys() == {"rubrik", "atgard"}


def test_what_has_not_happened_is_not_written():
    assert problems("loggbok", datum="2026-11-22") == {"datum": ["Välj dagens datum eller en tidigare dag."]}
    assert problems("loggbok", datum="2026-11-21") == {}


def test_what_happened_is_enough():
    assert problems("loggbok", paverkan=None, atgard=None) == {}
    assert problems("loggbok", rubrik=None, handelse=None) == {
        "rubrik": ["Skriv en rubrik."],
        "handelse": ["Skriv vad som hände."],
    }
