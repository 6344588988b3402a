"""Fixed rows with the same options: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told

from stegvis.forms.language.words import Grid
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("scale", "bra", "svar", message("wrong_shape_object", etikett="hur det fungerar")),
    ("scale", {"tider": "sådär"}, "svar.tider", message("choice_unknown", etikett="tiderna")),
    ("scale", {"mat": "bra"}, "svar.mat", message("unknown_key", nyckel="mat")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("scale"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        (
            "scale",
            Grid(("Område", "Bra", "Behöver ändras"), (("Tiderna", "☐", "☐"), ("Stödet", "☐", "☐")), (1.4, 1.0, 1.0)),
        ),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank
