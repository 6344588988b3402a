"""The number of another document: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told
from support.making import form

from stegvis.forms.language.words import WritingSpace
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("reference", 17, "svar", message("wrong_shape_object", etikett="introduktion")),
    ("reference", {"datum": "igår"}, "svar.datum", message("date_format")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("reference"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("reference", WritingSpace()),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank


def test_it_says_whose_document_it_refers_to():
    made = form({"name": "svar", "kind": "reference", "form": "praktikavtal"})
    assert made.questions["svar"].refers_to == "praktikavtal"
    assert made.questions["svar"].is_quotable
