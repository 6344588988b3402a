"""A table to tick in: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told

from stegvis.forms.language.words import Grid
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("tick_table", ["man"], "svar", message("wrong_shape_object", etikett="när det passar")),
    ("tick_table", {"tis": ["natt"]}, "svar.tis", message("choice_unknown", etikett="tisdag")),
    ("tick_table", {"son": ["kvall"]}, "svar.son", message("unknown_key", nyckel="son")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("tick_table"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        (
            "tick_table",
            Grid(("Dag", "Förmiddag", "Kväll"), (("Måndag", "☐", "☐"), ("Tisdag", "☐", "☐")), (1.4, 1.0, 1.0)),
        ),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank
