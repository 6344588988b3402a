"""Text: one line or many, counted when it has been cleaned."""

import pytest
from support.answer_fields import field, goes_round, is_told, kinds_in, refusal

from stegvis.schemas.fields import text

GOOD = [
    ("text", "Anna", "Anna", "Anna"),
    ("long_text", "a\r\nb", "a\nb", "a\nb"),
]
REFUSED = [
    ("text", 5, "wrong_shape_text", {}),
    ("text", ["a"], "wrong_shape_text", {}),
    ("text", "a\nb", "one_line", {}),
    ("text", "x" * 201, "too_long", {"max": 200, "antal": 201}),
    ("long_text", "x" * 4001, "too_long", {"max": 4000, "antal": 4001}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(text)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)


def test_length_is_counted_after_the_text_is_cleaned():
    made = field("text", min_length=3, max_length=5)
    assert made.deserialize("  A\u030asas ") == "Åsas"
    assert refusal(made, " ab ") == "Skriv lite mer om svaret. Det behövs minst 3 tecken. Nu är det 2."
