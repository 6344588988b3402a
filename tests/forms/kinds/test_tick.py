"""One box to tick: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told
from support.making import refused, sample

from stegvis.forms.language.words import Marks
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("tick", False, "svar", message("required_tick")),
    ("tick", "nej", "svar", message("required_tick")),
    ("tick", 1, "svar", message("tick_format", etikett="jag har läst texten")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("tick"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("tick", Marks((("Jag har läst texten", False),), alone=True)),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank


def test_a_tick_records_an_act_and_its_label_is_its_words():
    question = sample("tick").questions["svar"]
    assert question.is_box and question.is_act and not question.is_quotable
    assert question.holds_fast("label")


def test_a_tick_cannot_begin_ticked():
    assert "aldrig ifyllt" in refused({"name": "svar", "kind": "tick", "default": True})
