"""Text on one line, and on many: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, empty, kept_and_said, told
from support.making import form

from stegvis.forms.language.words import WritingSpace
from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("text", None, "svar", message("required_text", etikett="namn")),
    ("text", "x", "svar", message("too_short", etikett="namn", min=2, antal=1)),
    ("text", "x" * 21, "svar", message("too_long", etikett="namn", max=20, antal=21)),
    ("text", "två\nrader", "svar", message("one_line", etikett="namn")),
    ("text", "Alla.", "svar", message("refused", värde="Alla.")),
    ("text", "Stöd vid missbruk", "svar", message("revealing", ord="missbruk")),
    ("text", 5, "svar", message("wrong_shape_text", etikett="namn")),
    ("long_text", "\u202edlot", "svar", message("control_characters", etikett="berätta")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("text", "long_text"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("kind", "blank"),
    [
        ("text", WritingSpace()),
        ("long_text", WritingSpace(2)),
    ],
)
def test_an_empty_form_has_room_to_answer(kind, blank):
    assert empty(kind) == blank


def test_words_that_tell_too_much_are_pointed_out_only_when_the_form_says_so():
    made = form({"name": "a", "kind": "text", "reveals": "warn"}, {"name": "b", "kind": "text", "reveals": "refuse"})
    assert made.questions["a"].warns_of_revealing and not made.questions["b"].warns_of_revealing
