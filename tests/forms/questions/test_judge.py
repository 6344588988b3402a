"""The judge: hidden questions, required ones, and questions with the names of anything."""

import pytest
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


def test_unknown_keys_are_refused_by_name():
    assert problems(form(TICK), vissa="ja") == {"vissa": [message("unknown_key", nyckel="vissa")]}


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
