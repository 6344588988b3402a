"""A week and a month: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, kept_and_said, told

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("week", "47", "svar", message("week_format")),
    ("week", "2027-53", "svar", message("week_not_real", värde="2027-53")),
    ("month", "2026-13", "svar", message("month_format")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("week", "month"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]
