"""Whole numbers and decimals: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, kept_and_said, told

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("integer", "4,5", "svar", message("integer_format", etikett="antal")),
    ("integer", 41, "svar", message("number_too_large", etikett="antal", max=40)),
    ("integer", True, "svar", message("integer_format", etikett="antal")),
    ("decimal", 0.25, "svar", message("too_many_decimals", etikett="timmar", antal=1)),
    ("decimal", "0,4", "svar", message("number_too_small", etikett="timmar", min="0,5")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("integer", "decimal"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]
