"""A question that should have an answer may be empty if somebody says why."""

import pytest
from support.making import CONTEXT, form, loaded, problems

from stegvis.forms.definition.empty_reasons import WHY_EMPTY, reasons, still_empty
from stegvis.forms.kinds.text import ShortText
from stegvis.forms.language.conditions import Scope
from stegvis.schemas.messages import message
from stegvis.schemas.phrases import REASONS

TICK = {"name": "visa", "kind": "yes_no", "label": "Visa"}


def shown_if(name, other, value, **more):
    return {"name": name, "kind": "text", "label": name, "show_if": {"question": other, "is": value}, **more}


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


def test_only_what_is_wanted_is_asked_why_it_is_empty_and_with_the_reasons_there_are():
    assert reasons([ShortText(name="a")]) == ()
    [group] = reasons([ShortText(name="a"), ShortText(name="b", wanted=True)])
    assert group.name == WHY_EMPTY
    assert [(reason.name, dict(reason.options)) for reason in group.questions] == [("b", REASONS)]


def test_a_page_may_leave_the_reason_unchosen():
    [group] = reasons([ShortText(name="b", wanted=True)])
    control = form({"name": "b", "kind": "text", "wanted": True}).page(context=CONTEXT).control(f"{WHY_EMPTY}-b")
    assert [value for value, *_ in control.iter_choices()] == ["", *(key for key, _ in group.questions[0].options)]


def test_a_reason_for_a_question_that_is_not_there_is_left_for_the_judge_to_refuse():
    raw = {"a": "x", WHY_EMPTY: {"a": "ej_aktuellt", "okand": "ej_aktuellt"}}
    kept = still_empty(raw, {"a": ShortText(name="a", wanted=True)}, Scope(raw, CONTEXT))
    assert kept == {"a": "x", WHY_EMPTY: {"okand": "ej_aktuellt"}}
    assert still_empty({"a": "", WHY_EMPTY: 3}, {}, Scope({}, CONTEXT)) == {"a": "", WHY_EMPTY: 3}
