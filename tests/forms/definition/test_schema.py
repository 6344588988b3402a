"""A whole form's judge: the questions, then the rules between answers; what stops, what warns, what is kept."""

import pytest
from marshmallow import ValidationError
from support.making import CONTEXT, form, loaded, problems

from stegvis.schemas.messages import message

TICK = {"name": "visa", "kind": "yes_no", "label": "Visa"}


class TestRules:
    MADE = form(
        {"name": "fran", "kind": "date", "label": "Från"},
        {"name": "till", "kind": "date", "label": "Till"},
        TICK,
        rules=[
            {"rule": "period_order", "from": "fran", "to": "till", "message": "Till ska vara {fran} eller senare."},
            {"rule": "not_open_ended", "question": "till", "when": {"question": "visa", "is": "ja"}},
            {"rule": "no_option", "question": "visa", "option": "ja", "warn": True, "message": "Tänk efter."},
        ],
    )

    def test_a_rule_says_what_to_change_and_where(self):
        told = problems(self.MADE, fran="2026-12-02", till="2026-12-01")
        assert told == {"till": ["Till ska vara 2026-12-02 eller senare."]}

    def test_a_rule_is_silent_about_answers_that_cannot_be_read(self):
        assert problems(self.MADE, fran="2026-12-02", till="nyår", visa="ja").keys() == {"till"}
        assert len(problems(self.MADE, fran="2026-12-02", till="nyår", visa="ja")["till"]) == 1

    def test_a_rule_applies_when_its_condition_holds(self):
        assert problems(self.MADE, visa="ja") == {"till": [message("open_ended")]}
        assert problems(self.MADE, visa="nej") == {}

    def test_a_rule_that_warns_stops_nobody(self):
        schema = self.MADE.schema(CONTEXT)
        assert problems(self.MADE, visa="ja", till="2026-12-01") == {}
        assert schema.warnings(schema.load({"visa": "ja", "till": "2026-12-01"})) == {"visa": ["Tänk efter."]}


@pytest.mark.parametrize("answers", [None, [], "x", 17])
def test_answers_are_an_object(answers):
    assert form(TICK).schema(CONTEXT).validate(answers) == {"": [message("answers_not_object")]}


def test_all_that_was_valid_comes_with_the_error():
    with pytest.raises(ValidationError) as caught:
        loaded(form(TICK, {"name": "dag", "kind": "date"}), visa="ja", dag="nyår")
    assert caught.value.valid_data == {"visa": "ja"}


def test_a_mistake_is_told_where_it_stands_inside_rows():
    """Paths read as those of the error summary."""
    asked = [{"name": "b", "kind": "date", "label": "B"}]
    made = form({"name": "a", "kind": "repeat", "questions": asked}, {"name": "slut", "kind": "date"})
    assert problems(made, a=[{"b": "2026-12-01"}, {"b": "nyår"}]).keys() == {"a[1].b"}
    rule = {"rule": "not_after", "question": "a.*.b", "other": "slut"}
    ruled = form({"name": "a", "kind": "repeat", "questions": asked}, {"name": "slut", "kind": "date"}, rules=[rule])
    told = problems(ruled, a=[{"b": "2026-12-01"}, {"b": "2026-12-24"}], slut="2026-12-23")
    assert told == {"a[1].b": ["Välj 2026-12-23 eller en tidigare dag."]}


def test_what_a_rule_says_of_several_rows_is_told_at_each():
    asked = [{"name": "b", "kind": "text", "label": "B"}, {"name": "c", "kind": "tick", "label": "C"}]
    rule = {"rule": "rows_need", "question": "a", "column": "b"}
    made = form({"name": "a", "kind": "repeat", "questions": asked}, rules=[rule])
    assert problems(made, a=[{"c": True}, {"b": "x"}, {"c": True}]).keys() == {"a[0].b", "a[2].b"}


def test_everything_there_is_to_look_at_again_in_one_answer_is_told_together():
    rules = [{"rule": "not_open_ended", "question": "dag", "message": text, "warn": True} for text in ("Ett.", "Två.")]
    schema = form({"name": "dag", "kind": "date"}, rules=rules).schema(CONTEXT)
    assert schema.warnings(schema.load({})) == {"dag": ["Ett.", "Två."]}


def test_what_was_saved_once_is_read_again_whatever_is_true_today():
    """A day in the past that could be chosen then can be chosen no more, but it was."""
    made = form({"name": "dag", "kind": "date", "past": False})
    schema = made.schema(CONTEXT)
    assert schema.validate({"dag": "2026-11-20"}).keys() == {"dag"}
    assert schema.dump(schema.restore({"dag": "2026-11-20"})) == {"dag": "2026-11-20"}
