"""What a small form has been answered, in the words of its questions."""

import pytest
from support.form_examples import CONTEXT

from stegvis.forms.programme.event_forms import event_form
from stegvis.forms.programme.loader import load_programme
from stegvis.plugin.views.answer_words import answer_words

PROGRAMME = load_programme("kraft")


@pytest.mark.parametrize(
    ("kind", "stored", "words"),
    [
        ("anteckning", {"dag": "2026-11-20", "text": "Hon ringde."}, [("Vad har hänt?", "Hon ringde.")]),
        ("kallad", {"mote_dag": "2026-11-25 10:00"}, [("När är mötet?", "2026-11-25 klockan 10:00")]),
        ("studiebesok", {"med": ["deltagare", "konsulent"]}, [("Vilka var med?", "Deltagaren\nKonsulenten")]),
        ("kallad", {"plats": "", "kind": "kallad", "okand": "x"}, []),
    ],
)
def test_each_answer_stands_after_its_label_and_what_is_empty_or_unknown_not_at_all(kind, stored, words):
    assert answer_words(event_form(kind, PROGRAMME), stored, CONTEXT, without={"dag"}) == words
