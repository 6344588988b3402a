"""Placeholders: filled for the one who reads, with dots to write on where nothing is known or may be."""

import pytest
from support.making import CONTEXT, form

from stegvis.forms import Context, Letterhead

MADE = form(
    {"name": "namn", "kind": "text", "audience": ["kommun", "deltagare"]},
    {"name": "dag", "kind": "date"},
    {"name": "farg", "kind": "choice", "options": [["rod", "Röd"]]},
)


def fill(text, audience="kommun", context=CONTEXT, **answers):
    return MADE.reader(audience, answers, context).fill(text)


def test_the_sender_the_reviewer():
    context = Context(now=CONTEXT.now, letterhead=Letterhead(kommun="Påhittby", web="exempel.se"), reviewer="Kim")
    text = "{kommun} {webbadress} {granskare}"
    assert fill(text, context=context) == "Påhittby exempel.se Kim"
    assert fill(text) == "Kommunen ………… En utsedd granskare"


def test_answers_are_said_in_words():
    assert fill("{namn}, {farg}", namn="Kim", farg="rod") == "Kim, Röd"


def test_what_is_not_answered_has_room_to_write():
    assert fill("Hej {namn}!") == fill("Hej {namn}!", namn="") == "Hej …………!"


def test_a_reader_is_never_told_what_is_not_for_him():
    assert fill("{namn}", audience="arbetsgivare", namn="Kim") == "…………"


@pytest.mark.parametrize("odd", ["{namn}", "{kommun}", "{0}", "{", "\\g<0>", "%s"])
def test_what_somebody_wrote_is_never_filled(odd):
    assert fill("{namn}", namn=odd) == odd


def test_a_text_without_placeholders_stays_as_it_is():
    assert fill("100 % {Nej} {}") == "100 % {Nej} {}"
