"""Answers that are picked: an option, several in order, yes or no, a tick."""

import pytest
from marshmallow import missing
from support.answer_fields import field, goes_round, is_told, kinds_in, refusal

from stegvis.schemas.fields import choice
from stegvis.schemas.messages import MESSAGES

GOOD = [
    ("choice", " a ", "a", "a"),
    ("choices", ["b", "", "a"], ["a", "b"], ["a", "b"]),
    ("yes_no", True, "ja", "ja"),
    ("yes_no", "Nej", "nej", "nej"),
    ("tick", True, True, True),
    ("tick", "on", True, True),
]
REFUSED = [
    ("choice", "q", "choice_unknown", {}),
    ("choice", {"a": 1}, "wrong_shape_text", {}),
    ("choices", "a", "wrong_shape_list", {}),
    ("choices", ["a", 5], "wrong_shape_text", {}),
    ("choices", ["a", "q"], "choice_unknown", {}),
    ("choices", ["a", "a"], "choice_twice", {}),
    ("choices", ["a", "x"], "choice_exclusive", {"alternativ": "Inget av dem"}),
    ("yes_no", "kanske", "choice_unknown", {}),
    ("tick", 1, "tick_format", {}),
    ("tick", "ja tack", "tick_format", {}),
]


def test_every_kind_has_samples_here():
    assert {kind for kind, *_ in GOOD} == kinds_in(choice)


@pytest.mark.parametrize(("kind", "raw", "answer", "json"), GOOD)
def test_an_answer_becomes_a_value_and_the_value_one_json(kind, raw, answer, json):
    goes_round(kind, raw, answer, json)


@pytest.mark.parametrize(("kind", "value", "message_id", "values"), REFUSED)
def test_a_refusal_names_the_question_and_the_remedy(kind, value, message_id, values):
    is_told(kind, value, message_id, values)


@pytest.mark.parametrize("unticked", [False, "nej", "false", "off"])
def test_a_required_tick_must_be_ticked(unticked):
    assert field("tick").deserialize(unticked) is missing
    assert refusal(field("tick", required=True), unticked) == MESSAGES["required_tick"]


def test_an_option_may_be_shown_and_refused():
    made = field("choice", refuse={"b": "Välj något annat än två."})
    assert refusal(made, "b") == "Välj något annat än två."
