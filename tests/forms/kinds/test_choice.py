"""One of the options, several, yes or no, a language: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told

from stegvis.forms.language.words import Marks, WritingSpace
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("choice", "lila", "svar", message("choice_unknown", etikett="färg")),
    ("choice", ["rod"], "svar", message("wrong_shape_text", etikett="färg")),
    ("choice", "gul", "svar", "Välj en annan färg än gul."),
    ("choices", ["sv", "inget"], "svar", message("choice_exclusive", alternativ="Inget")),
    ("choices", ["sv", "sv"], "svar", message("choice_twice", etikett="språk")),
    ("choices", "sv", "svar", message("wrong_shape_list", etikett="språk")),
    ("yes_no", "kanske", "svar", message("choice_unknown", etikett="behöver du tolk")),
    ("yes_no", None, "svar", message("required_choice", etikett="behöver du tolk")),
    ("language", "tigrinska", "svar", message("choice_unknown", etikett="språk")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("choice", "choices", "yes_no", "language"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("choice", Marks((("Röd", False), ("Blå", False), ("Gul", False)))),
        ("language", WritingSpace()),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank
