"""What is brought in is judged as what is typed by hand, and refused with every place and words."""

import pytest
from support.form_examples import CONTEXT
from support.making import form

from stegvis.plugin.errors import Refused
from stegvis.plugin.exchange.lines import judge_line

ASKED = form({"name": "namn", "kind": "text", "required": True}, {"name": "telefon", "kind": "phone"})


def test_it_is_stored_as_the_page_would_store_it():
    """A number as ITU-T E.164 has it."""
    assert judge_line(ASKED, {"namn": "  Alva ", "telefon": "0701740605"}, CONTEXT, "person") == {
        "namn": "Alva",
        "telefon": "+46701740605",
    }


def test_every_place_that_is_wrong_is_told_after_where_the_line_has_it():
    with pytest.raises(Refused) as told:
        judge_line(ASKED, {"telefon": "x"}, CONTEXT, "noted[2]")
    words = str(told.value)
    assert words.startswith("noted[2]: ") and "namn: " in words and "telefon: " in words and "; " in words
    with pytest.raises(Refused, match="person: "):
        judge_line(ASKED, ["no", "answers"], CONTEXT, "person")
