"""Weeks and months: the days they stand for, however they are written."""

from datetime import date

import pytest
from support.answer_fields import goes_round, is_told, kinds_in

from stegvis.schemas.fields import spans
from stegvis.schemas.values.spans import Span

WEEK = Span("2026-47", date(2026, 11, 16), date(2026, 11, 22))
GOOD = [
    ("week", "2026 v 47", WEEK, "2026-47"),
    ("week", "2026-W47", WEEK, "2026-47"),
    ("month", " 2026-11", Span("2026-11", date(2026, 11, 1), date(2026, 11, 30)), "2026-11"),
]
REFUSED = [
    ("week", "2026-54", "week_not_real", {"värde": "2026-54"}),
    ("week", "vecka 47", "week_format", {}),
    ("week", 202647, "wrong_shape_text", {}),
    ("month", "2026-13", "month_format", {}),
    ("month", ["2026-11"], "wrong_shape_text", {}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(spans)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)
