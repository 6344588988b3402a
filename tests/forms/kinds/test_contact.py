"""E-mail, phone, personnummer, orgnr: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, kept_and_said, told

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("email", "kim", "svar", message("email_format")),
    ("email", "kim@behandling.se", "svar", message("revealing", ord="behandling")),
    ("phone", "12", "svar", message("phone_format")),
    ("personnummer", "18900101-9803", "svar", message("personnummer_check")),
    ("personnummer", "20270101-2384", "svar", message("personnummer_date")),
    ("orgnr", "556016-0681", "svar", message("orgnr_check")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("email", "phone", "personnummer", "orgnr"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]
