"""A day, a moment, a time of day: what is accepted, refused and said, and how it stands empty."""

import pytest
from support.kind_answers import accepted, kept_and_said, told
from support.making import form

from stegvis.schemas.messages import message

# kind, what is given, where the message stands, which message it is
REFUSED = [
    ("date", "2026-02-30", "svar", message("date_not_real", värde="2026-02-30")),
    ("date", "2026-11-22", "svar", message("date_in_future")),
    ("moment", "2026-11-20 08:00", "svar", message("date_in_past")),
    ("moment", "2026-11-21", "svar", message("time_format")),
    ("time", "24:00", "svar", message("time_not_real")),
]


@pytest.mark.parametrize(("kind", "raw", "kept", "words"), accepted("date", "moment", "time"))
def test_what_is_accepted_is_kept_in_one_spelling_and_said_in_words(kind, raw, kept, words):
    assert kept_and_said(kind, raw) == (kept, words)


@pytest.mark.parametrize(("kind", "raw", "path", "text"), REFUSED)
def test_what_is_refused_is_told_where_it_stands_and_what_to_do(kind, raw, path, text):
    assert told(kind, raw)[path] == [text]


@pytest.mark.parametrize(
    ("more", "act"), [({}, False), ({"future": False}, True), ({"future": False, "prefill": "praktik.fran"}, False)]
)
def test_a_day_that_cannot_lie_ahead_is_an_act_unless_it_is_known_from_elsewhere(more, act):
    question = form({"name": "svar", "kind": "date", **more}).questions["svar"]
    assert question.is_act is act and question.is_day
