"""Whole numbers and decimals: exact, and within limits that are exact too."""

from decimal import Decimal

import pytest
from support.answer_fields import field, goes_round, is_told, kinds_in, refusal

from stegvis.schemas.fields import numbers
from stegvis.schemas.messages import MESSAGES

GOOD = [
    ("integer", "12", 12, 12),
    ("integer", 12.0, 12, 12),
    ("decimal", "12,50", Decimal("12.5"), 12.5),
    ("decimal", "12,00", Decimal(12), 12),
]
REFUSED = [
    ("integer", True, "integer_format", {}),
    ("integer", "12,5", "integer_format", {}),
    ("integer", 0, "number_too_small", {"min": 1}),
    ("integer", 41, "number_too_large", {"max": 40}),
    ("decimal", ["1"], "number_format", {}),
    ("decimal", "1,234", "too_many_decimals", {"antal": 2}),
    ("decimal", "1 000,01", "number_too_large", {"max": 1000}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(numbers)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)


def test_money_is_asked_for_in_kronor():
    made = field("decimal", money=True)
    assert refusal(made, "mycket") == refusal(made, "1,234") == MESSAGES["money_format"]


def test_a_decimal_limit_is_exact():
    assert field("decimal", max=0.1).deserialize("0,1") == Decimal("0.1")
