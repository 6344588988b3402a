"""Days, times of day and both together: one way to write each, and limits counted from today."""

from datetime import datetime, time

import pytest
from support.answer_fields import TODAY, field, goes_round, is_told, kinds_in, refusal

from stegvis.schemas.fields import dates
from stegvis.schemas.messages import MESSAGES

GOOD = [
    ("date", " 2026-11-21", TODAY, "2026-11-21"),
    ("moment", "2026-11-21T14.30", datetime(2026, 11, 21, 14, 30), "2026-11-21 14:30"),
    ("time", "8.30", time(8, 30), "08:30"),
]
REFUSED = [
    ("date", 20261121, "wrong_shape_text", {}),
    ("date", "2026-02-30", "date_not_real", {"värde": "2026-02-30"}),
    ("time", "25:00", "time_not_real", {}),
    ("moment", "2026-11-21", "time_format", {}),
    ("moment", 20261121, "wrong_shape_text", {}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(dates)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)


@pytest.mark.parametrize("kind", ["date", "moment"])
def test_days_have_limits(kind):
    clock = " 12:00" if kind == "moment" else ""
    assert refusal(field(kind, future=False), "2026-11-22" + clock) == MESSAGES["date_in_future"]
    assert refusal(field(kind, past=False), "2026-11-20" + clock) == MESSAGES["date_in_past"]
    assert refusal(field(kind, earliest=TODAY), "2026-11-20" + clock) == "Välj 2026-11-21 eller en senare dag."
    assert refusal(field(kind, latest=TODAY), "2026-11-22" + clock) == "Välj 2026-11-21 eller en tidigare dag."
    assert field(kind, past=False, future=False, earliest=TODAY, latest=TODAY).deserialize("2026-11-21" + clock)
