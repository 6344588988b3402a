"""Every field: nothing is no answer, all else is a value or a Swedish message of the table, in the question's words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, missing
from support.answer_fields import KINDS, dump, field, refusal

from stegvis.schemas import fields
from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.messages import MESSAGES

TABLE = re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".*", re.escape(text)) for text in MESSAGES.values()), re.DOTALL)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below, max_size=3),
    max_leaves=5,
)
NOTHING = (missing, None, "", " \n", "\u200b", [], {})


def test_every_field_is_tried():
    assert {cls for cls, _ in KINDS.values()} == {getattr(fields, name) for name in fields.__all__} - {
        fields.AnswerField
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_nothing_is_no_answer_and_a_required_question_asks_for_one(kind, nothing):
    assert field(kind).deserialize(nothing) is missing
    text = refusal(field(kind, required=True), nothing)
    assert text == MESSAGES[KINDS[kind][0].missing_id].format(etikett="svaret")
    assert (
        refusal(field(kind, required=True, messages={"required": "Skriv {etikett} nu."}), nothing) == "Skriv svaret nu."
    )


@pytest.mark.parametrize("kind", KINDS)
@given(JSON)
def test_whatever_json_holds_only_swedish_messages_come_back(kind, junk):
    for required in (False, True):
        made = field(kind, required=required)
        try:
            answer = made.deserialize(junk)
        except ValidationError as error:
            assert all(TABLE.fullmatch(text) for text in error.messages)
        else:
            assert answer is missing or made.deserialize(dump(made, answer)) == answer


def test_a_question_has_its_own_words_for_a_message():
    made = field("date", future=False, messages={"date_in_future": "Välj en dag före {etikett}."})
    assert refusal(made, "2026-11-22") == "Välj en dag före svaret."


def test_a_validator_may_raise_a_problem_of_the_table():
    def no_numbers(words):
        if "9001" in words:
            raise ValueProblem("personnummer_in_text")

    assert refusal(field("text", validate=no_numbers), "18900101-9802") == MESSAGES["personnummer_in_text"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_is_left_in_a_field(kind):
    made = field(kind)
    for key in made.error_messages:
        assert TABLE.fullmatch(made.make_error(key).messages[0])
