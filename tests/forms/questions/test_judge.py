"""The judge: hidden questions, required ones, wanted ones, rules; the same answer judged twice stays the same."""

import pytest
from marshmallow import ValidationError
from support.making import CONTEXT, form, loaded, problems

from stegvis.schemas.messages import message

TICK = {"name": "visa", "kind": "yes_no", "label": "Visa"}


def shown_if(name, other, value, **more):
    return {"name": name, "kind": "text", "label": name, "show_if": {"question": other, "is": value}, **more}


class TestHidden:
    MADE = form(TICK, shown_if("mer", "visa", "ja", required=True))

    def test_what_is_hidden_is_dropped_and_not_judged(self):
        assert loaded(self.MADE, visa="nej", mer="x\ny") == {"visa": "nej"}
        assert loaded(self.MADE, mer=17) == {}

    def test_what_is_shown_is_judged_and_required(self):
        assert problems(self.MADE, visa="ja") == {"mer": ["Skriv mer."]}
        assert problems(self.MADE, visa="ja", mer="x\ny") == {"mer": ["Skriv mer på en rad."]}

    @pytest.mark.parametrize("yes", ["ja", True, " JA "])
    def test_a_condition_sees_the_answer_as_it_will_be_judged(self, yes):
        assert loaded(self.MADE, visa=yes, mer="x") == {"visa": "ja", "mer": "x"}

    def test_what_hangs_on_a_hidden_question_is_hidden_too(self):
        made = form(TICK, shown_if("mitten", "visa", "ja"), shown_if("sist", "mitten", "x"))
        assert loaded(made, visa="nej", mitten="x", sist="y") == {"visa": "nej"}
        assert loaded(made, visa="ja", mitten="x", sist="y") == {"visa": "ja", "mitten": "x", "sist": "y"}

    def test_also_when_it_stands_before_it(self):
        made = form(shown_if("sist", "mitten", "x"), shown_if("mitten", "visa", "ja"), TICK)
        assert loaded(made, visa="nej", mitten="x", sist="y") == {"visa": "nej"}

    def test_blank_space_is_no_answer_to_a_condition(self):
        made = form({"name": "a", "kind": "text"}, {**TICK, "show_if": {"question": "a", "answered": True}})
        assert loaded(made, a=" \u200b", visa="ja") == {}


class TestRequired:
    @pytest.mark.parametrize("nothing", [None, "", "  ", "\u200b", "\u00a0\ufeff"])
    def test_nothing_that_can_be_seen_is_no_answer(self, nothing):
        made = form({"name": "a", "kind": "text", "required": True, "label": "Namn"})
        assert problems(made, a=nothing) == {"a": ["Skriv namn."]}

    def test_required_if_asks_when_its_condition_holds(self):
        made = form(
            TICK, {"name": "a", "kind": "text", "label": "Namn", "required_if": {"question": "visa", "is": "ja"}}
        )
        assert problems(made, visa="nej") == {}
        assert problems(made, visa="ja") == {"a": ["Skriv namn."]}

    def test_the_forms_own_words_are_said(self):
        made = form({"name": "a", "kind": "date", "required": True, "messages": {"required": "Skriv när."}})
        assert problems(made) == {"a": ["Skriv när."]}

    def test_a_required_group_without_anything_in_it_is_missing_as_a_whole(self):
        inner = [{"name": "b", "kind": "text", "label": "B", "required": True}]
        made = form({"name": "a", "kind": "group", "label": "A", "required": True, "questions": inner})
        assert problems(made, a={"b": " "}) == {"a": ["Fyll i a."]}
        optional = form({"name": "a", "kind": "group", "label": "A", "questions": inner})
        assert loaded(optional, a={"b": ""}) == {}

    def test_empty_rows_alone_are_no_answer(self):
        rows = {"name": "a", "kind": "repeat", "label": "A", "questions": [{"name": "b", "kind": "text", "label": "B"}]}
        assert loaded(form(rows), a=[{}, {"b": ""}]) == {}
        assert problems(form({**rows, "required": True}), a=[{}]) == {"a": ["Fyll i a."]}


class TestWanted:
    MADE = form(
        {"name": "a", "kind": "text", "label": "Boende", "wanted": True},
        {"name": "b", "kind": "choice", "label": "Skola", "wanted": True, "options": [["x", "X"]]},
        TICK,
        shown_if("c", "visa", "ja", wanted=True),
    )

    def warnings(self, **answers):
        return self.MADE.schema(CONTEXT).warnings(loaded(self.MADE, **answers))

    def test_an_empty_answer_without_a_reason_is_pointed_out_and_stops_nobody(self):
        assert problems(self.MADE) == {}
        assert self.warnings(a="Egen lägenhet") == {"b": [message("required_reason")]}
        assert self.warnings(visa="ja").keys() == {"a", "b", "c"}

    @pytest.mark.parametrize("reason", ["ej_tillfragad", "vill_inte_svara", "ej_aktuellt"])
    def test_a_reason_is_enough(self, reason):
        assert self.warnings(a="x", varfor_tomt={"b": reason}) == {}
        assert loaded(self.MADE, varfor_tomt={"b": reason}) == {"varfor_tomt": {"b": reason}}

    def test_an_unknown_reason_or_question_is_refused(self):
        unknown = problems(self.MADE, varfor_tomt={"a": "glömde", "visa": "ej_aktuellt"})
        assert unknown == {
            "varfor_tomt.a": [message("choice_unknown", etikett="varför är frågan tom")],
            "varfor_tomt.visa": [message("unknown_key", nyckel="visa")],
        }
        assert problems(self.MADE, varfor_tomt="ej_aktuellt").keys() == {"varfor_tomt"}

    def test_the_reason_is_dropped_when_the_question_is_answered_or_hidden(self):
        why = {"a": "ej_aktuellt", "b": "ej_aktuellt", "c": "ej_aktuellt"}
        assert loaded(self.MADE, a="x", varfor_tomt=why) == {"a": "x", "varfor_tomt": {"b": "ej_aktuellt"}}
        assert loaded(self.MADE, a="x", b="x", varfor_tomt=why) == {"a": "x", "b": "x"}

    def test_a_form_without_wanted_questions_has_no_reasons(self):
        assert problems(form(TICK), varfor_tomt={}) == {"varfor_tomt": [message("unknown_key", nyckel="varfor_tomt")]}


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

    def test_free_text_that_an_employer_will_read_is_pointed_out_inside_rows_too(self):
        inner = {"name": "b", "kind": "text", "label": "B", "reveals": "warn"}
        schema = form({"name": "a", "kind": "repeat", "questions": [inner]}).schema(CONTEXT)
        assert schema.warnings(schema.load({"a": [{"b": "Inget"}, {"b": "Missbruk"}]})).keys() == {"a[1].b"}


def test_unknown_keys_are_refused_by_name():
    assert problems(form(TICK), vissa="ja") == {"vissa": [message("unknown_key", nyckel="vissa")]}


@pytest.mark.parametrize("answers", [None, [], "x", 17])
def test_answers_are_an_object(answers):
    assert form(TICK).schema(CONTEXT).validate(answers) == {"": [message("answers_not_object")]}


def test_all_that_was_valid_comes_with_the_error():
    with pytest.raises(ValidationError) as caught:
        loaded(form(TICK, {"name": "dag", "kind": "date"}), visa="ja", dag="nyår")
    assert caught.value.valid_data == {"visa": "ja"}


ODD_NAMES = [
    "items",
    "values",
    "get",
    "keys",
    "fields",
    "load",
    "dump",
    "schema",
    "data",
    "errors",
    "missing",
    "questions",
    "opts",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_question_may_have_the_name_of_anything_in_the_machinery(name):
    made = form({"name": name, "kind": "text"}, {"name": "annan", "kind": "text"})
    schema = made.schema(CONTEXT)
    assert schema.dump(schema.load({"annan": "x"})) == {"annan": "x"}
    assert schema.dump(schema.load({name: "x"})) == {name: "x"}
    assert made.page({name: "x"}, context=CONTEXT).control(name).data == "x"


def test_the_judge_is_built_once_a_day():
    made = form(TICK)
    assert made.schema(CONTEXT).questions is made.schema(CONTEXT).questions
